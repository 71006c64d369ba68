package org.haki.intake;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Calling back whoever told us: only where she said we may, planned before anybody dials, and logged. */
@Service
public class Attempts {

    /** What the form about calls needs to know. */
    record Plan(Intake intake, Account account, List<Colleague> colleagues, LocalDateTime now) {

        List<String> who() {
            return colleagues.stream().map(colleague -> colleague.id().toString()).toList();
        }
    }

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final AccountSeal accounts;
    private final IntakeRepository intakes;
    private final AttemptRepository attempts;
    private final Clock clock;

    Attempts(Work work, Audit audit, Staff staff, AccountSeal accounts, IntakeRepository intakes, AttemptRepository attempts, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.accounts = accounts;
        this.intakes = intakes;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The report that somebody is to be called back about; where she wants no call there is no such form. */
    Plan toPlan(Actor actor, String code) {
        return work.as(actor, "intake.decide", () -> {
            var intake = waiting(code);
            audit.note("intake.opened", intake.id(), intake.code());
            return new Plan(intake, accounts.open(intake), staff.able(actor, intake.office(), "intake.decide"),
                    LocalDateTime.ofInstant(clock.instant(), actor.zone()));
        });
    }

    /** Plans the calls; the report then waits for its call-back. */
    public String plan(Actor actor, String code, PlanCalls said, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var intake = waiting(code);
            if (intakes.callBack(intake.id(), op.base()) == 0) {
                throw Problem.stale();
            }
            for (var moment : said.moments()) {
                attempts.insert(new Attempt(Id.next(), intake.id(), moment.atZone(actor.zone()).toInstant(), UUID.fromString(said.who()),
                        null, null, "", null));
            }
            audit.note("intake.calls_planned", intake.id(), intake.code());
            return intake.path();
        });
    }

    /** One planned call, to be made and logged: the page that shows the number. */
    Plan toLog(Actor actor, String code, UUID attempt) {
        return work.as(actor, "intake.decide", () -> {
            var plan = toPlan(actor, code);
            if (planned(plan.intake(), attempt).done()) {
                throw Problem.notNow();
            }
            return plan;
        });
    }

    /** Logs how a call went. */
    String log(Actor actor, String code, UUID attempt, LogCall said, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var intake = waiting(code);
            var call = planned(intake, attempt);
            var note = accounts.sealNote(intake.key(), call.id(), said.note());
            if (attempts.log(call.id(), intake.id(), said.outcome(), clock.instant(), actor.person(), note) == 0) {
                throw Problem.stale();
            }
            audit.note("intake.call_logged", intake.id(), intake.code() + " " + said.outcome());
            return intake.path();
        });
    }

    private Attempt planned(Intake intake, UUID attempt) {
        return attempts.of(List.of(intake.id())).stream()
                .filter(call -> call.id().equals(attempt))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Intake waiting(String code) {
        var intake = intakes.byCode(code).orElseThrow(Problem::notFound);
        if (!intake.waits() || !intake.reach().equals("call")) {
            throw Problem.notNow();
        }
        return intake;
    }
}
