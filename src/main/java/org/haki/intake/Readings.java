package org.haki.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Opening one report: who opens it has it, for a quarter of an hour; the others see that. */
@Service
class Readings {

    static final Duration CLAIM = Duration.ofMinutes(15);

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final CaseFiles cases;
    private final AccountSeal accounts;
    private final Alike alike;
    private final IntakeRepository intakes;
    private final AttemptRepository attempts;
    private final ConsultRepository consults;
    private final List<FilledIn> filledIn;
    private final Clock clock;

    Readings(
            Work work,
            Audit audit,
            Staff staff,
            CaseFiles cases,
            AccountSeal accounts,
            Alike alike,
            IntakeRepository intakes,
            AttemptRepository attempts,
            ConsultRepository consults,
            List<FilledIn> filledIn,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.cases = cases;
        this.accounts = accounts;
        this.alike = alike;
        this.intakes = intakes;
        this.attempts = attempts;
        this.consults = consults;
        this.filledIn = filledIn;
        this.clock = clock;
    }

    /** Opens a report to read; one that waits is claimed, unless a colleague has it open. */
    Reading open(Actor actor, String code) {
        return work.as(actor, "intake.see", () -> {
            var intake = find(code);
            if (intake.waits() && actor.may("intake.decide", intake.office())) {
                var now = clock.instant();
                intakes.claim(intake.id(), actor.person(), now, now.plus(CLAIM), false);
                intake = find(code);
            }
            audit.note("intake.opened", intake.id(), intake.code());
            return read(actor, intake);
        });
    }

    /** The report as a form about it needs it; one that was decided meanwhile is not to be decided again. */
    Brief toDecide(Actor actor, String code) {
        return brief(actor, code, true);
    }

    /** The report as a form needs it that may come after the decision. */
    Brief toAnswer(Actor actor, String code) {
        return brief(actor, code, false);
    }

    /** Takes over what a colleague has open. */
    String takeOver(Actor actor, String code, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var intake = find(code);
            var now = clock.instant();
            intakes.claim(intake.id(), actor.person(), now, now.plus(CLAIM), true);
            audit.note("intake.taken_over", intake.id(), intake.code());
            return intake.path();
        });
    }

    /** Puts it back for the others. */
    String putBack(Actor actor, String code, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            intakes.release(find(code).id(), actor.person());
            return "/intake";
        });
    }

    private Brief brief(Actor actor, String code, boolean mustWait) {
        return work.as(actor, "intake.decide", () -> {
            var intake = find(code);
            if (mustWait && !intake.waits()) {
                throw Problem.stale();
            }
            audit.note("intake.opened", intake.id(), intake.code());
            return Brief.of(intake, intake.caseId() == null ? accounts.open(intake) : null);
        });
    }

    private Intake find(String code) {
        return intakes.byCode(code).orElseThrow(Problem::notFound);
    }

    private Reading read(Actor actor, Intake intake) {
        var now = clock.instant();
        var file = intake.caseId() == null ? null : cases.byIds(actor, Set.of(intake.caseId())).get(intake.caseId());
        var readable = intake.caseId() == null || (file != null && actor.may("case.read", file.office()));
        var account = readable ? accounts.open(intake) : null;
        var calls = attempts.of(List.of(intake.id()));
        var names = names(actor, intake, calls);
        return new Reading(
                intake.code(),
                intake.version(),
                intake.urgency(),
                intake.channel(),
                intake.language(),
                intake.receivedAt(),
                intake.answerBy(),
                intake.about(),
                intake.ageGroup(),
                intake.reach(),
                intake.quarantined(),
                intake.state(),
                account,
                names.getOrDefault(intake.recordedBy(), ""),
                intake.openWithAnother(actor, now) ? names.getOrDefault(intake.claimedBy(), "") : null,
                actor.is(intake.claimedBy()) ? intake.claimedUntil() : null,
                account == null ? List.of() : calls.stream().map(call -> call(intake, call, names)).toList(),
                account == null ? 0 : alike.fakes(intake),
                intake.waits() ? alike.to(actor, intake, account) : List.of(),
                readable && intake.answer() != null ? accounts.answer(intake) : null,
                intake.waits() ? null : new Reading.Decided(intake.decidedAt(), names.getOrDefault(intake.decidedBy(), ""),
                        intake.reason(), intake.told(), intake.eraseDue()),
                file == null ? null : shown(file),
                account == null ? null : advice(intake),
                account == null ? List.of() : changes(actor, intake),
                mayRestore(actor, intake));
    }

    private String shown(CaseFile file) {
        audit.shows(file.id());
        return file.code();
    }

    private Map<UUID, String> names(Actor actor, Intake intake, List<Attempt> calls) {
        return staff.names(actor, Stream.concat(
                        Stream.of(intake.recordedBy(), intake.claimedBy(), intake.decidedBy()),
                        calls.stream().map(call -> call.done() ? call.doneBy() : call.assignee()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private Reading.Call call(Intake intake, Attempt call, Map<UUID, String> names) {
        return new Reading.Call(call.id(), call.plannedFor(), names.getOrDefault(call.done() ? call.doneBy() : call.assignee(), ""),
                call.doneAt(), call.outcome(), call.note() == null ? "" : accounts.note(intake.key(), call));
    }

    private Reading.Advice advice(Intake intake) {
        return consults.of(intake.id()).filter(given -> given.advice() != null)
                .map(given -> new Reading.Advice(given.topic(), given.service(), accounts.advice(intake.key(), given.id(), given.advice())))
                .orElse(null);
    }

    private List<Reading.Changed> changes(Actor actor, Intake intake) {
        var changes = filledIn.stream().flatMap(kept -> kept.changedSince(actor, intake.id(), intake.language()).stream()).toList();
        var names = changes.isEmpty() ? Map.<UUID, String>of()
                : staff.names(actor, changes.stream().map(FilledIn.Change::by).filter(Objects::nonNull).collect(Collectors.toSet()));
        return changes.stream().map(change -> new Reading.Changed(change.question(), change.answer(), change.at(),
                change.by() == null ? "" : names.getOrDefault(change.by(), ""))).toList();
    }

    private static boolean mayRestore(Actor actor, Intake intake) {
        return intake.hasWords() && switch (intake.state()) {
            case "not_a_case" -> actor.may("intake.restore", intake.office());
            case "declined" -> actor.may("intake.restore_declined", intake.office());
            default -> false;
        };
    }
}
