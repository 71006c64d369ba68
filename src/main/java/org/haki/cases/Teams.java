package org.haki.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Who works on a case: its owner, its supervisors, others. */
@Service
public class Teams {

    private static final List<String> ORDER = List.of("owner", "supervisor", "member", "verifier", "operator", "break_glass");

    /**
     * One colleague's place in a team; {@code until} lies ahead for those who are there for a while only, and
     * {@code typeRole} is a role of the case's type, or "".
     */
    public record Member(UUID person, String name, String role, String typeRole, Instant since, Instant until) {}

    /** A case that came to somebody, as {@code what} says: "given", its closing "disputed", or a report "joined"; by whom and when. */
    public record Given(UUID caseId, UUID by, Instant since, String what) {}

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final CaseFileRepository files;
    private final TeamRepository teams;
    private final EventRepository history;
    private final Oversight oversight;
    private final Outbox outbox;
    private final ApplicationEventPublisher news;

    Teams(
            Work work,
            Audit audit,
            Staff staff,
            CaseFiles cases,
            CaseTypes types,
            CaseFileRepository files,
            TeamRepository teams,
            EventRepository history,
            Oversight oversight,
            Outbox outbox,
            ApplicationEventPublisher news) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.cases = cases;
        this.types = types;
        this.files = files;
        this.teams = teams;
        this.history = history;
        this.oversight = oversight;
        this.outbox = outbox;
        this.news = news;
    }

    /** The team as it is now, the owner first. */
    public List<Member> of(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            var places = teams.of(file.id());
            var names = new HashMap<>(staff.names(actor, places.stream().map(TeamRepository.Place::person).toList()));
            return places.stream()
                    .map(place -> new Member(
                            place.person(), names.getOrDefault(place.person(), ""), place.role(), place.typeRole(), place.since(),
                            place.until()))
                    .sorted(Comparator.comparingInt((Member member) -> ORDER.indexOf(member.role())).thenComparing(Member::name))
                    .toList();
        });
    }

    /** The open cases that came to this actor since then, the latest first. */
    public List<Given> givenTo(Actor actor, Instant since) {
        return work.as(actor, "case.see", () -> teams.givenTo(actor.person(), since));
    }

    /** The logins on the team now. */
    public Set<UUID> people(Actor actor, CaseFile file) {
        return work.as(actor, "case.see",
                () -> teams.of(file.id()).stream().map(TeamRepository.Place::person).collect(Collectors.toSet()));
    }

    /** Gives the case to an owner who may work it, or to the office's queue where {@code owner} is {@code null}. */
    public String assign(Actor actor, String code, UUID owner, Op op) {
        return work.once(actor, "case.assign", op, () -> {
            var file = cases.openFor(actor, code, "case.assign");
            oversight.refuseForTheHour(actor, file);
            if (Objects.equals(owner, file.owner())) {
                return file.path();
            }
            refuseUnlessAble(actor, file, owner, "case.write");
            var given = files.update(file.givenTo(owner), op.base());
            if (owner != null) {
                teams.leave(file.id(), owner);
            }
            if (file.owner() != null) {
                teams.leave(file.id(), file.owner());
            }
            if (owner != null) {
                teams.join(file.id(), owner, "owner", null, actor.person());
            }
            history.add(actor, file.id(), "assigned", owner, "");
            audit.note("case.assigned", file.id(), "from " + file.owner() + " to " + owner);
            news.publishEvent(new CaseAssigned(cases.figures(actor, given), actor.person(), file.owner(), owner));
            tell(actor, file, owner, "case_assigned");
            return file.path();
        });
    }

    /** Adds a colleague who may read cases here; role is "member", "supervisor", or one of the case's type. */
    public String add(Actor actor, String code, UUID person, String role, Op op) {
        return work.once(actor, "case.team", op, () -> {
            var file = openForTeam(actor, code);
            refuseUnlessAble(actor, file, person, "supervisor".equals(role) ? "case.unfence" : "case.read");
            if (person.equals(file.owner())) {
                throw Problem.notNow();
            }
            teams.leave(file.id(), person);
            boolean ofType = types.of(file).otherRoles().stream().anyMatch(one -> one.key().equals(role));
            teams.join(file.id(), person, "supervisor".equals(role) ? "supervisor" : "member", ofType ? role : "", null, actor.person());
            if (ofType) {
                news.publishEvent(new RoleTaken(file.id(), role, person));
            }
            history.add(actor, file.id(), "joined", person, "");
            audit.note("case.team_joined", file.id(), person.toString());
            tell(actor, file, person, "case_joined");
            return file.path() + "/assignment";
        });
    }

    /** Takes a colleague off the team: never the owner, never the last supervisor of a fenced case. */
    public String remove(Actor actor, String code, UUID person, Op op) {
        return work.once(actor, "case.team", op, () -> {
            var file = openForTeam(actor, code);
            var supervisors = teams.of(file.id()).stream().filter(place -> place.role().equals("supervisor")).toList();
            boolean last = file.fenced() && supervisors.size() == 1 && supervisors.getFirst().person().equals(person);
            if (last || person.equals(file.owner())) {
                throw Problem.notNow();
            }
            history.add(actor, file.id(), "left", person, "");
            audit.note("case.team_left", file.id(), person.toString());
            if (teams.leave(file.id(), person) == 0) {
                throw Problem.notFound();
            }
            return file.fenced() && actor.is(person) ? "/cases" : file.path() + "/assignment";
        });
    }

    /** Whether this actor may change the team of this open case: supervisors and operators may, and its owner. */
    boolean mayChange(Actor actor, CaseFile file) {
        return file.isOpen() && actor.may("case.team", file.office())
                && (actor.is(file.owner()) || actor.may("case.assign", file.office()));
    }

    private CaseFile openForTeam(Actor actor, String code) {
        var file = cases.openFor(actor, code, "case.team");
        oversight.refuseForTheHour(actor, file);
        if (!file.isOpen()) {
            throw Problem.notNow();
        }
        if (!mayChange(actor, file)) {
            throw Problem.notYours();
        }
        return file;
    }

    private void refuseUnlessAble(Actor actor, CaseFile file, UUID person, String verb) {
        if (person != null && staff.able(actor, file.office(), verb).stream().noneMatch(able -> able.id().equals(person))) {
            throw Problem.notFound();
        }
    }

    private void tell(Actor actor, CaseFile file, UUID person, String template) {
        if (person != null && !actor.is(person)) {
            outbox.tell(actor.org(), Set.of(person), template, file.code(), file.path());
        }
    }
}
