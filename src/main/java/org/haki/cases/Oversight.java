package org.haki.cases;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.springframework.stereotype.Service;

/** Watching over cases without reading them: whose trail one may see, who sees what, and break-glass. */
@Service
public class Oversight {

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final CaseFiles cases;
    private final TeamRepository teams;
    private final OversightRepository oversight;
    private final EventRepository history;
    private final Outbox outbox;

    Oversight(Work work, Audit audit, Staff staff, CaseFiles cases, TeamRepository teams, OversightRepository oversight,
            EventRepository history, Outbox outbox) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.cases = cases;
        this.teams = teams;
        this.oversight = oversight;
        this.history = history;
        this.outbox = outbox;
    }

    /** The case whose trail the actor may see, also where it is kept to its team; nothing of what is in it. */
    public KnownCase ofTrail(Actor actor, String code) {
        return work.as(actor, "audit.see", () -> {
            var known = known(actor, code, actor.person(), "audit.see");
            audit.shows(known.id());
            return known;
        });
    }

    /** Why this colleague does not find the case, as far as the one who asks may know. */
    Sight sight(Actor actor, String code, UUID colleague) {
        return work.as(actor, "case.sight", () -> {
            var known = oversight.known(Code.of(code), colleague)
                    .filter(found -> actor.may("case.sight", found.office()))
                    .orElse(null);
            if (known == null) {
                return Sight.UNKNOWN;
            }
            audit.note("case.sight", known.id(), colleague.toString());
            if (isAble(actor, known.office(), "case.see", colleague)) {
                return Sight.of(known, isAble(actor, known.office(), "case.read", colleague));
            }
            return mayElsewhere(actor, colleague) ? Sight.OFFICE : Sight.ROLE;
        });
    }

    /**
     * Opens a case that is kept to its team, for 60 minutes; its owner, its supervisors and the data protection officers
     * are told. A case of another office answers as one that does not exist.
     */
    String breakGlass(Actor actor, OpenByBreakGlass said, Op op) {
        return work.once(actor, "case.break_glass", op, () -> {
            var code = Code.of(said.code());
            var told = said.colleague();
            if (told != null && (actor.is(told) || staff.colleagues(actor).stream().noneMatch(one -> one.id().equals(told)))) {
                throw Problem.notFound();
            }
            if (!oversight.breakGlass(code, said.reason(), told)) {
                return cases.openFor(actor, code, "case.break_glass").path();
            }
            var file = cases.openFor(actor, code, "case.break_glass");
            history.add(actor, file.id(), "glass", "", said.reason());
            audit.note("case.glass_broken", file.id(), said.reason());
            tell(actor, file);
            return file.path();
        });
    }

    /** What others opened by break-glass and nobody looked at yet, the oldest first. */
    public List<BreakGlass> waiting(Actor actor) {
        return work.as(actor, "audit.see", () -> {
            var rows = oversight.waiting(actor.person());
            var people = rows.stream()
                    .flatMap(row -> Stream.of(row.person(), row.told()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            var names = people.isEmpty() ? Map.<UUID, String>of() : staff.names(actor, people);
            return rows.stream()
                    .map(row -> new BreakGlass(row.id(), row.code(), names.getOrDefault(row.person(), ""), row.at(), row.until(),
                            row.reason(), row.told() == null ? "" : names.getOrDefault(row.told(), "")))
                    .toList();
        });
    }

    /** Somebody else looked at what was opened by break-glass. */
    void review(Actor actor, UUID glass, Op op) {
        work.once(actor, "audit.see", op, () -> {
            var caseId = oversight.review(glass, actor.person()).orElseThrow(Problem::notFound);
            audit.note("case.glass_reviewed", caseId, "");
            return "/today";
        });
    }

    /** Refused for whoever is on the team of this case for an hour only: she reads and writes, and lets nobody in. */
    void refuseForTheHour(Actor actor, CaseFile file) {
        if (file.fenced() && teams.of(file.id()).stream().anyMatch(place -> actor.is(place.person()) && place.role().equals("break_glass"))) {
            throw Problem.notYours();
        }
    }

    private KnownCase known(Actor actor, String code, UUID colleague, String verb) {
        return oversight.known(Code.of(code), colleague)
                .filter(found -> actor.may(verb, found.office()))
                .orElseThrow(Problem::notFound);
    }

    private boolean isAble(Actor actor, UUID office, String verb, UUID colleague) {
        return staff.able(actor, office, verb).stream().anyMatch(one -> one.id().equals(colleague));
    }

    private boolean mayElsewhere(Actor actor, UUID colleague) {
        return staff.able(actor, actor.officesFor("case.sight"), "case.see").stream().anyMatch(one -> one.id().equals(colleague));
    }

    private void tell(Actor actor, CaseFile file) {
        var watching = staff.able(actor, file.office(), "audit.see").stream().map(Colleague::id);
        var supervisors = teams.of(file.id()).stream().filter(place -> place.role().equals("supervisor")).map(TeamRepository.Place::person);
        var reviewers = Stream.concat(watching, supervisors)
                .filter(person -> !actor.is(person) && !person.equals(file.owner()))
                .collect(Collectors.toSet());
        outbox.tell(actor.org(), reviewers, "case_glass", file.code(), file.path() + "/openings");
        if (file.owner() != null && !actor.is(file.owner())) {
            outbox.tell(actor.org(), List.of(file.owner()), "case_glass", file.code(), file.path());
        }
    }
}
