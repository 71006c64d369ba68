package org.haki.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What the client decided; a change is a new decision, the old one stays. */
@Service
public class Consents {

    /** A decision as it was written down. */
    public record Recorded(UUID id, Decision decision, Instant at, String by) {}

    /** How a decision is said so that it leaves something to keep; the next page asks for it. */
    static final Set<String> LEAVES_A_TRACE = Set.of("signature", "thumbprint");

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Staff staff;
    private final Majority majority;
    private final CaseFiles cases;
    private final CaseFileRepository files;
    private final ConsentRepository consents;
    private final EventRepository history;
    private final ApplicationEventPublisher news;

    Consents(
            Work work,
            Audit audit,
            Vault vault,
            Staff staff,
            Majority majority,
            CaseFiles cases,
            CaseFileRepository files,
            ConsentRepository consents,
            EventRepository history,
            ApplicationEventPublisher news) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.staff = staff;
        this.majority = majority;
        this.cases = cases;
        this.files = files;
        this.consents = consents;
        this.history = history;
        this.news = news;
    }

    /** The latest decision for each purpose. */
    public List<Recorded> of(Actor actor, CaseFile file) {
        var latest = new LinkedHashMap<String, Recorded>();
        Decision.PURPOSES.forEach(purpose -> latest.put(purpose, null));
        history(actor, file).forEach(recorded -> latest.put(recorded.decision().purpose(), recorded));
        return latest.values().stream().filter(Objects::nonNull).toList();
    }

    /** Every decision, the oldest first. */
    public List<Recorded> history(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            var rows = consents.of(file.id());
            var recorders = rows.stream().map(ConsentRepository.Row::by).filter(Objects::nonNull).collect(Collectors.toSet());
            var names = new HashMap<UUID, String>(staff.names(actor, recorders));
            return rows.stream().map(row -> new Recorded(row.id(), row.decision(), row.at(), names.getOrDefault(row.by(), ""))).toList();
        });
    }

    /** What stands against a decision, beside its fields: who may say yes for somebody of her age. */
    Errors hindrances(Actor actor, String code, RecordConsent said) {
        return work.as(actor, "case.write", () -> majority.errors(
                actor, cases.openToWrite(actor, code), said.decision(), said.byWhom(), said.assent()));
    }

    /** Writes down a decision; only what was given can be taken back. */
    public String record(Actor actor, String code, Decision said, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = cases.openToWrite(actor, code);
            if (said.decision().equals("withdrawn") && !consents.latest(file.id(), said.purpose()).equals("given")) {
                throw Problem.notNow();
            }
            if (!majority.errors(actor, file, said.decision(), said.byWhom(), said.assent()).isEmpty()) {
                throw Problem.notNow();
            }
            var id = write(actor, file, said);
            return file.path() + "/consents" + (LEAVES_A_TRACE.contains(said.method()) ? "/" + id : "");
        });
    }

    /** One more row, and the news of it, inside the deed of whoever asked her. */
    UUID write(Actor actor, CaseFile file, Decision said) {
        var id = Id.next();
        var witness = said.witness().isBlank() ? null : vault.seal(file.key(), id, ConsentProofs.WITNESS, said.witness());
        consents.add(id, file.id(), said, witness, actor.person());
        history.add(actor, file.id(), "consent", said.purpose(), said.decision());
        audit.note("case.consent", file.id(), said.purpose() + " " + said.decision());
        files.touch(file.id());
        news.publishEvent(new ConsentRecorded(cases.figures(actor, file), actor.person(), said.purpose(), said.decision()));
        return id;
    }
}
