package org.haki.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What the client decided; a change is a new decision, the old one stays. */
@Service
public class Consents {

    /** A decision as it was written down. */
    public record Recorded(Decision decision, Instant at, String by) {}

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final CaseFiles cases;
    private final CaseFileRepository files;
    private final ConsentRepository consents;
    private final EventRepository history;
    private final ApplicationEventPublisher news;

    Consents(
            Work work,
            Audit audit,
            Staff staff,
            CaseFiles cases,
            CaseFileRepository files,
            ConsentRepository consents,
            EventRepository history,
            ApplicationEventPublisher news) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
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
            return rows.stream().map(row -> new Recorded(row.decision(), row.at(), names.getOrDefault(row.by(), ""))).toList();
        });
    }

    /** Writes down a decision; only what was given can be taken back. */
    public String record(Actor actor, String code, Decision said, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = cases.openToWrite(actor, code);
            if (said.decision().equals("withdrawn") && !consents.latest(file.id(), said.purpose()).equals("given")) {
                throw Problem.notNow();
            }
            consents.add(file.id(), said, actor.person());
            history.add(actor, file.id(), "consent", said.purpose(), said.decision());
            audit.note("case.consent", file.id(), said.purpose() + " " + said.decision());
            files.touch(file.id());
            news.publishEvent(new ConsentRecorded(cases.figures(actor, file), actor.person(), said.purpose(), said.decision()));
            return file.path() + "/consents";
        });
    }
}
