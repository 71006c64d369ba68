package org.haki.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What becomes of a report: exactly one decision, which some may take back. A case is {@link Acceptances}' story. */
@Service
public class Decisions {

    /** How long many decided at once can be taken back with one click. */
    static final Duration UNDO = Duration.ofMinutes(10);

    private static final Period KEEP_NOT_A_CASE = Period.ofDays(30);
    private static final Period KEEP_DECLINED = Period.ofDays(180);
    private static final Period KEEP_NO_SERVICE = Period.ofDays(42);
    private static final Period KEEP_ADVICE = Period.ofYears(6);

    /** A decision in the making; what does not apply is "" or null. */
    record Made(String state, String reason, String told, String service, String sex, UUID caseId, LocalDate eraseDue) {}

    private final Work work;
    private final Audit audit;
    private final AccountSeal accounts;
    private final IntakeRepository intakes;
    private final ConsultRepository consults;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            Work work,
            Audit audit,
            AccountSeal accounts,
            IntakeRepository intakes,
            ConsultRepository consults,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.accounts = accounts;
        this.intakes = intakes;
        this.consults = consults;
        this.events = events;
        this.clock = clock;
    }

    /** These are not a case. Those that changed meanwhile, or that a colleague has open, are left alone. */
    public String dismiss(Actor actor, Dismiss said, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var seen = said.intake().stream().map(Seen::of).toList();
            var decision = Id.next();
            var eraseDue = today(actor).plus(KEEP_NOT_A_CASE);
            int dismissed = 0;
            for (var intake : intakes.waiting(seen.stream().map(Seen::code).toList())) {
                if (seen.contains(new Seen(intake.code(), intake.version())) && !intake.openWithAnother(actor, clock.instant())) {
                    decide(actor, intake, intake.version(), decision, new Made("not_a_case", said.reason(), "", "", "", null, eraseDue));
                    dismissed++;
                }
            }
            if (dismissed == 0) {
                throw Problem.stale();
            }
            int left = said.intake().size() - dismissed;
            return "/intake" + new Filter(said.view(), "", "", "").with("decision=" + decision + (left > 0 ? "&left=" + left : ""));
        });
    }

    /** Takes back what was decided at once a moment ago. */
    String undo(Actor actor, UUID decision, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var decided = intakes.decidedAtOnce(decision);
            if (decided.isEmpty()) {
                throw Problem.notFound();
            }
            for (var intake : decided) {
                if (!intake.state().equals("not_a_case") || intake.decidedAt().plus(UNDO).isBefore(clock.instant())) {
                    throw Problem.notNow();
                }
                takeBack(actor, intake, intake.version());
            }
            return "/intake";
        });
    }

    /** Lets a report wait again that was not a case or was declined; the latter is for supervisors. */
    String restore(Actor actor, String code, Op op) {
        return work.once(actor, "intake.restore", op, () -> {
            var intake = find(code);
            var verb = intake.state().equals("declined") ? "intake.restore_declined" : "intake.restore";
            if (!actor.may(verb, intake.office())) {
                throw Problem.notYours();
            }
            if (!intake.hasWords()) {
                throw Problem.notNow();
            }
            takeBack(actor, intake, op.base());
            return intake.path();
        });
    }

    /** We do not take it on. */
    public String decline(Actor actor, String code, Decline said, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var intake = find(code);
            var keep = said.reason().equals(Decline.SHE_WANTS_NO_CASE) ? KEEP_NO_SERVICE : KEEP_DECLINED;
            decide(actor, intake, op.base(), Id.next(),
                    new Made("declined", said.reason(), said.told(), "", "", null, today(actor).plus(keep)));
            if (!Text.blank(said.answer())) {
                intakes.answer(intake.id(), op.base() + 1, accounts.sealAnswer(intake.key(), intake.id(), said.answer()));
            }
            return intake.path();
        });
    }

    /** Advice was given, and that was all that was needed. */
    public String consult(Actor actor, String code, GiveAdvice said, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var intake = find(code);
            advise(actor, intake, op.base(), said, clock.instant());
            return intake.path();
        });
    }

    /** Writes down advice that was given at this moment as the decision about this report. */
    void advise(Actor actor, Intake intake, int base, GiveAdvice said, Instant at) {
        decide(actor, intake, base, Id.next(),
                new Made("consulted", said.topic(), "", said.service(), said.sex(), null, today(actor).plus(KEEP_ADVICE)));
        register(actor, intake, said, at);
    }

    /** The line about it in the register of consults; a report has one. */
    void register(Actor actor, Intake intake, GiveAdvice said, Instant at) {
        var id = consults.of(intake.id()).map(ConsultRepository.Given::id).orElseGet(Id::next);
        var advice = accounts.sealAdvice(intake.key(), id, said.advice());
        if (!consults.change(id, said, advice, actor.person())) {
            consults.insert(id, intake.id(), said, advice, at, actor.person());
        }
    }

    /** A consult becomes a case after all: it waits again until that is decided, a moment later. */
    Intake again(Actor actor, Intake consulted, int base) {
        if (intakes.again(consulted.id(), base) == 0) {
            throw Problem.stale();
        }
        audit.note("intake.restored", consulted.id(), consulted.code());
        events.publishEvent(new IntakeRestored(consulted.id(), consulted.office(), today(actor), consulted.state(), actor.person()));
        return find(consulted.code());
    }

    /** Those who read the queue decide; and whoever wrote a line in the register of walk-ins decides about that one. */
    boolean mayDecide(Actor actor, Intake intake) {
        return actor.may("intake.decide", intake.office()) || intake.channel().equals(WalkIns.CHANNEL)
                && actor.is(intake.recordedBy()) && actor.may(WalkIns.VERB, intake.office());
    }

    /** Writes what she reads when she comes back with her code. */
    String answer(Actor actor, String code, Answer said, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var intake = find(code);
            if (intakes.answer(intake.id(), op.base(), accounts.sealAnswer(intake.key(), intake.id(), said.answer())) == 0) {
                throw Problem.stale();
            }
            audit.note("intake.answered", intake.id(), intake.code());
            return intake.path();
        });
    }

    /** It is a real one: out of quarantine, among those that wait. */
    String clear(Actor actor, String code, Op op) {
        return work.once(actor, "intake.decide", op, () -> {
            var intake = find(code);
            if (intakes.unquarantine(intake.id(), op.base()) == 0) {
                throw Problem.stale();
            }
            audit.note("intake.cleared", intake.id(), intake.code());
            return intake.path();
        });
    }

    /** The one decision about this report; refused where another came first. */
    void decide(Actor actor, Intake intake, int base, UUID decision, Made made) {
        if (!mayDecide(actor, intake)) {
            throw Problem.notYours();
        }
        var now = clock.instant();
        if (intakes.decide(intake.id(), base, made.state(), made.reason(), made.told(), made.caseId(), decision, actor.person(), now,
                made.eraseDue()) == 0) {
            throw Problem.stale();
        }
        audit.note("intake." + made.state(), intake.id(), intake.code() + " " + made.reason());
        events.publishEvent(decided(actor, intake, made, now));
    }

    private static IntakeDecided decided(Actor actor, Intake intake, Made made, Instant now) {
        var waited = Duration.between(intake.receivedAt(), now);
        return new IntakeDecided(intake.id(), intake.office(), LocalDate.ofInstant(now, actor.zone()), made.state(), made.reason(),
                made.service(), intake.channel(), intake.urgency(), intake.ageGroup(), made.sex(), waited.toMinutes(),
                waited.compareTo(intake.limit()) <= 0, made.caseId(), actor.person());
    }

    private void takeBack(Actor actor, Intake intake, int base) {
        if (intakes.restore(intake.id(), base) == 0) {
            throw Problem.stale();
        }
        audit.note("intake.restored", intake.id(), intake.code());
        events.publishEvent(new IntakeRestored(intake.id(), intake.office(), today(actor), intake.state(), actor.person()));
    }

    private Intake find(String code) {
        return intakes.byCode(code).orElseThrow(Problem::notFound);
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    /** A report as somebody saw it in the list. */
    private record Seen(String code, int version) {

        static Seen of(String value) {
            int dot = value.indexOf('.');
            try {
                return new Seen(Code.of(value.substring(0, dot)), Integer.parseInt(value.substring(dot + 1)));
            } catch (IndexOutOfBoundsException | NumberFormatException notOurs) {
                throw Problem.notFound();
            }
        }
    }
}
