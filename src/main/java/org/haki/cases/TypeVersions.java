package org.haki.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The version of its type that a case has, for life unless it is brought to a newer one that says where every name went (C9). */
@Service
public class TypeVersions {

    static final String VERB = "case.version";
    private static final String PURPOSE = "upgrade";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Staff staff;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final AdoptedTypes adopted;
    private final CaseFileRepository files;
    private final UpgradeRepository upgrades;
    private final UpgradeNames names;
    private final EventRepository history;
    private final ObjectProvider<UpgradePart> parts;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    TypeVersions(Work work, Audit audit, Vault vault, Staff staff, CaseFiles cases, CaseTypes types, AdoptedTypes adopted, CaseFileRepository files,
            UpgradeRepository upgrades, UpgradeNames names, EventRepository history, ObjectProvider<UpgradePart> parts,
            ApplicationEventPublisher news, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.staff = staff;
        this.cases = cases;
        this.types = types;
        this.adopted = adopted;
        this.files = files;
        this.upgrades = upgrades;
        this.names = names;
        this.history = history;
        this.parts = parts;
        this.news = news;
        this.clock = clock;
    }

    /** The newer version to which an open case may be brought: adopted, and it says where the names of the case's version went. */
    public Optional<CaseType> newer(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> types.newer(file).filter(_ -> file.isOpen()).filter(type -> adopted.now().contains(type)));
    }

    /** What would become of every name that is in use; nothing where there is no newer version for this case. */
    List<UpgradeLine> foresee(Actor actor, CaseFile file) {
        return work.as(actor, "case.read", () -> newer(actor, file).map(type -> lines(actor, upgrading(file, type))).orElse(List.of()));
    }

    /** How the case came from version to version, the oldest first. */
    public List<CaseUpgrade> of(Actor actor, CaseFile file) {
        return work.as(actor, "case.read", () -> {
            var rows = upgrades.of(file.id());
            var people = staff.names(actor, rows.stream().map(UpgradeRepository.Row::by).collect(Collectors.toSet()));
            return rows.stream()
                    .map(row -> new CaseUpgrade(row.id(), row.from(), row.to(), row.mapping(),
                            vault.read(file.key(), row.id(), PURPOSE, row.sealed(), text -> JSON.readValue(text, new TypeReference<List<UpgradeLine>>() {}), List.<UpgradeLine>of()),
                            upgrade(types.of(file.type(), row.to()), row.from()), row.at(), people.getOrDefault(row.by(), "")))
                    .toList();
        });
    }

    /** Brings the case to the newer version; refused while anything in use has nowhere to go. */
    public String bring(Actor actor, String code, Op op) {
        return work.once(actor, VERB, op, () -> {
            var file = cases.openFor(actor, code, VERB);
            var type = newer(actor, file).orElseThrow(Problem::notNow);
            var upgrading = upgrading(file, type);
            parts.orderedStream().forEach(part -> part.lock(actor, upgrading));
            var raised = new Upgrading(file, files.bring(upgrading.after(), op.base()), upgrading.from(), type, upgrading.names());
            var lines = lines(actor, raised);
            if (lines.stream().anyMatch(line -> line.fate().refuses())) {
                throw Problem.notNow();
            }
            types.use(type);
            names.bring(raised);
            parts.orderedStream().forEach(part -> part.bring(actor, raised, op));
            var sealed = vault.seal(file.key(), op.id(), PURPOSE, JSON.writeValueAsString(lines));
            upgrades.insert(new UpgradeRepository.Row(op.id(), file.id(), file.typeVersion(), type.version(), mapping(file, type), sealed,
                    clock.instant(), actor.person()));
            history.add(actor, file.id(), "upgraded", type.version(), "");
            audit.note("case.upgraded", file.id(), file.typeVersion() + " " + type.version());
            news.publishEvent(new CaseUpgraded(cases.figures(actor, raised.after()), actor.person(), file.typeVersion(), type.version()));
            return file.path();
        });
    }

    private List<UpgradeLine> lines(Actor actor, Upgrading upgrading) {
        var lines = new ArrayList<>(names.foresee(upgrading));
        parts.orderedStream().forEach(part -> lines.addAll(part.foresee(actor, upgrading)));
        return List.copyOf(lines);
    }

    private Upgrading upgrading(CaseFile file, CaseType type) {
        var names = upgrade(type, file.typeVersion());
        return new Upgrading(file, file.broughtTo(type, names.stage(file.stage())), types.of(file), type, names);
    }

    private static TypeUpgrade upgrade(CaseType type, int from) {
        return type.upgrades().stream().filter(one -> one.from() == from).findFirst().orElseThrow(Problem::notNow);
    }

    /** Both versions never change, so what leads from one to the other is known by them. */
    private String mapping(CaseFile file, CaseType type) {
        try {
            var both = types.published(file.type(), file.typeVersion()).hash() + types.published(type.key(), type.version()).hash();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
