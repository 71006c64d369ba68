package org.haki.operations;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.audit.AuditChain;
import org.haki.database.BlankDatabase;
import org.haki.kernel.Actor;
import org.haki.kernel.Refusal;
import org.haki.kernel.Work;
import org.haki.operations.BackupManifest.Head;
import org.haki.vault.CannotOpen;
import org.haki.vault.Vault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Starts a second Haki on a restored database and asks it: does it start, is every trail unbroken, does what is sealed open? */
@Component
class RestoreProof {

    /** What was found for an organisation. */
    record Found(UUID org, long entries, int opened) {}

    private static final int KEYS_TRIED = 500;
    private static final String SEALED = "In the backup what is sealed does not open with this root key.";

    private final ApplicationContext context;
    private final BackupRepository tables;

    RestoreProof(ApplicationContext context, BackupRepository tables) {
        this.context = context;
        this.tables = tables;
    }

    /** Looks at everything, or refuses with the first thing that is wrong; the second Haki keeps its files in the folder. */
    List<Found> of(BlankDatabase database, BackupManifest manifest, Path folder) {
        try (var second = start(database.settings(), folder)) {
            return manifest.heads().stream()
                    .map(head -> new Found(head.org(), entries(second, head), opened(second, head.org(), database)))
                    .toList();
        }
    }

    private static long entries(ApplicationContext second, Head head) {
        var proof = second.getBean(AuditChain.class).verify(head.org());
        proof.broken().ifPresent(broken -> {
            throw new Refusal("In the backup the trail of an organisation (%s) is broken at entry %d.".formatted(head.org(), broken.seq()));
        });
        if (proof.length() != head.seq() || !head.hash().startsWith(proof.end())) {
            throw new Refusal("In the backup the trail of an organisation (%s) does not end where it did.".formatted(head.org()));
        }
        return proof.length();
    }

    private int opened(ApplicationContext second, UUID org, BlankDatabase database) {
        var some = new ArrayList<UUID>();
        tables.read(database, everything -> some.addAll(everything.someKeys(org, KEYS_TRIED)));
        try {
            var system = Actor.system(org, Set.of(), ZoneOffset.UTC);
            var vault = second.getBean(Vault.class);
            boolean opens = second.getBean(Work.class).as(system, "backup.check", () -> {
                vault.fetch(some);
                return some.stream().allMatch(vault::has);
            });
            if (!opens) {
                throw new Refusal(SEALED);
            }
            return some.size();
        } catch (CannotOpen another) {
            throw new Refusal(SEALED, another);
        }
    }

    private ConfigurableApplicationContext start(Map<String, Object> settings, Path folder) {
        var haki = ClassUtils.getUserClass(
                context.getBeansWithAnnotation(SpringBootApplication.class).values().iterator().next());
        var second = new SpringApplication(haki);
        second.setWebApplicationType(WebApplicationType.NONE);
        second.setLazyInitialization(true);
        second.setRegisterShutdownHook(false);
        var words = new ArrayList<>(List.of("--logging.file.name=", "--haki.data=" + folder, "--haki.keys=" + context.getEnvironment().getProperty("haki.keys")));
        settings.forEach((name, value) -> words.add("--" + name + "=" + value));
        return second.run(words.toArray(String[]::new));
    }
}
