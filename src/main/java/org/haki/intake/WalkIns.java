package org.haki.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseTypes;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.springframework.stereotype.Service;

/** The register at the counter: one line for everybody who walks in, which is a consult or becomes a case. */
@Service
class WalkIns {

    static final String VERB = "walkin.write";
    static final String CHANNEL = "walk_in";
    static final String PATH = "/walk-ins";
    private static final int SHOWN = 30;
    private static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** A place in the list. */
    record Place(Instant at, UUID id) {

        static Place of(String written) {
            if (written == null || written.isEmpty()) {
                return NEWEST;
            }
            try {
                int line = written.indexOf('_');
                var at = Instant.parse(written.substring(0, line));
                return at.isAfter(NEWEST.at()) ? NEWEST : new Place(at, UUID.fromString(written.substring(line + 1)));
            } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
                throw Problem.notFound();
            }
        }
    }

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final Staff staff;
    private final CaseTypes types;
    private final CaseFiles cases;
    private final AccountSeal accounts;
    private final Intakes reports;
    private final Decisions decisions;
    private final IntakeRepository intakes;
    private final WalkInRepository register;
    private final Clock clock;

    WalkIns(
            Work work,
            Audit audit,
            Organisations organisations,
            Staff staff,
            CaseTypes types,
            CaseFiles cases,
            AccountSeal accounts,
            Intakes reports,
            Decisions decisions,
            IntakeRepository intakes,
            WalkInRepository register,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.staff = staff;
        this.types = types;
        this.cases = cases;
        this.accounts = accounts;
        this.reports = reports;
        this.decisions = decisions;
        this.intakes = intakes;
        this.register = register;
        this.clock = clock;
    }

    /** An empty line above those that were written. */
    WalkInsPage page(Actor actor, String before) {
        var offices = offices(actor);
        return page(actor, WriteWalkIn.empty(today(actor), offices.getFirst().id().toString()), offices, before, null);
    }

    /** The line as it was typed, with what needs another look. */
    WalkInsPage page(Actor actor, WriteWalkIn said, Errors errors) {
        return page(actor, said, offices(actor), "", errors);
    }

    Errors errors(Actor actor, WriteWalkIn said) {
        var offices = offices(actor).stream().map(office -> office.id().toString()).collect(Collectors.toSet());
        return said.errors(offices, types.standard().services().keySet(), Identity.SEXES, today(actor));
    }

    /** Writes the line; answers where to go on: the register, or the form that opens the case. */
    String write(Actor actor, WriteWalkIn said, Op op) {
        return work.once(actor, VERB, op, () -> {
            var told = said.told(Id.next(), organisations.of(actor.org()).language(), actor.zone(), clock.instant());
            var intake = intakes.byCode(reports.walkIn(actor, told)).orElseThrow(Problem::notFound);
            if (said.isCase()) {
                decisions.register(actor, intake, said.advice(), told.receivedAt());
                return PATH + "/" + intake.code() + "/acceptance";
            }
            decisions.advise(actor, intake, intake.version(), said.advice(), told.receivedAt());
            return PATH;
        });
    }

    private WalkInsPage page(Actor actor, WriteWalkIn said, List<Office> offices, String before, Errors errors) {
        return work.as(actor, VERB, () -> {
            var rows = register.before(Place.of(before).at(), Place.of(before).id(), SHOWN + 1);
            var shown = rows.subList(0, Math.min(SHOWN, rows.size()));
            var found = intakes.byIds(shown.stream().map(WalkInRepository.Row::intake).toList()).stream()
                    .collect(Collectors.toMap(Intake::id, Function.identity()));
            var told = accounts.openAll(found.values().stream().filter(intake -> intake.caseId() == null).toList());
            var files = cases.byIds(actor, found.values().stream().filter(intake -> intake.caseId() != null).map(Intake::caseId).collect(Collectors.toSet()));
            var names = staff.names(actor, shown.stream().map(WalkInRepository.Row::by).collect(Collectors.toSet()));
            var lines = shown.stream().map(row -> line(actor, row, found.get(row.intake()), told, files, names)).toList();
            audit.note("walkins.listed", null, String.valueOf(lines.size()));
            return new WalkInsPage(said, offices, types.standard().services(), lines, before.isEmpty() ? null : PATH,
                    rows.size() > SHOWN ? PATH + "?before=" + shown.getLast().at() + "_" + shown.getLast().id() : null, errors);
        });
    }

    private WalkInsPage.Line line(Actor actor, WalkInRepository.Row row, Intake intake, Map<UUID, Account> told, Map<UUID, CaseFile> files,
            Map<UUID, String> names) {
        var account = told.get(intake.id());
        var file = intake.caseId() == null ? null : files.get(intake.caseId());
        return new WalkInsPage.Line(intake.code(), intake.receivedAt(), account == null ? null : account.reporter(), row.sex(), row.ageGroup(),
                row.topic(), account == null ? "" : account.where(), account == null ? null : account.words(), row.service(),
                names.getOrDefault(row.by(), ""), file == null ? null : file.code(),
                account != null && (intake.waits() || intake.state().equals("consulted")) && decisions.mayDecide(actor, intake));
    }

    /** The offices in which this person writes in the register. */
    private List<Office> offices(Actor actor) {
        var mine = organisations.offices(actor).stream().filter(office -> actor.may(VERB, office.id())).toList();
        if (mine.isEmpty()) {
            throw Problem.notYours();
        }
        return mine;
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
