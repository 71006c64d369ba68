package org.haki.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseStatus;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.haki.vault.Findable;
import org.haki.vault.KeyKind;
import org.haki.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Reports from every channel: the one door by which they come in, and what modules above may ask of them. */
@Service
public class Intakes implements Findable {

    private static final int ERASED_AT_ONCE = 200;
    private static final int FIRST_SHOWN = 4;
    private static final Filter FIRST = new Filter("waiting", "", "", "");
    private static final String KIND = "intake";

    private final Work work;
    private final Vault vault;
    private final Audit audit;
    private final Staff staff;
    private final Outbox outbox;
    private final CaseFiles cases;
    private final AccountSeal accounts;
    private final IntakeRepository intakes;
    private final QueueRepository queue;
    private final AttemptRepository attempts;
    private final ConsultRepository consults;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intakes(
            Work work,
            Vault vault,
            Audit audit,
            Staff staff,
            Outbox outbox,
            CaseFiles cases,
            AccountSeal accounts,
            IntakeRepository intakes,
            QueueRepository queue,
            AttemptRepository attempts,
            ConsultRepository consults,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.vault = vault;
        this.audit = audit;
        this.staff = staff;
        this.outbox = outbox;
        this.cases = cases;
        this.accounts = accounts;
        this.intakes = intakes;
        this.queue = queue;
        this.attempts = attempts;
        this.consults = consults;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes in a report. Every channel comes through here: the public page, the operator who types a call, later SMS,
     * e-mail and voice. The caller sees to it that a report comes once.
     */
    public Received receive(Actor actor, Told told) {
        return receive(actor, told, null);
    }

    /**
     * The same from a paper with a number, of which the client keeps a stub: the report has that number, and so has the case that it
     * becomes. Where another has it, the report gets one of its own.
     *
     * @param printed the number as it is kept; {@code null} for none
     */
    Received receive(Actor actor, Told told, String printed) {
        return work.as(actor, verbOf(actor), () -> {
            if (actor.kind() == Actor.Kind.STAFF && !actor.may("intake.take", told.office())) {
                throw Problem.notYours();
            }
            var account = told.account();
            var code = printed != null && intakes.isFree(printed) ? printed : Code.next();
            var key = vault.newKey(KeyKind.CASE);
            intakes.insert(told, code, key, actor.person(), accounts.seal(key, told.id(), account),
                    accounts.numberPrint(actor.org(), account.number()), accounts.wordsPrint(actor.org(), account.words()));
            index(told.id(), account);
            tell(actor, told.office(), told.urgency(), code);
            announce(actor, told, code);
            return new Received(told.id(), code);
        });
    }

    /** Takes in a line of the register of walk-ins: nobody is told, since nobody waits. */
    String walkIn(Actor actor, Told told) {
        if (!actor.may(WalkIns.VERB, told.office())) {
            throw Problem.notYours();
        }
        var code = Code.next();
        var key = vault.newKey(KeyKind.CASE);
        intakes.insert(told, code, key, actor.person(), accounts.seal(key, told.id(), told.account()), null, null);
        index(told.id(), told.account());
        announce(actor, told, code);
        return code;
    }

    private void announce(Actor actor, Told told, String code) {
        audit.note("intake.received", told.id(), code);
        events.publishEvent(new IntakeReceived(told.id(), told.office(), LocalDate.ofInstant(told.receivedAt(), actor.zone()),
                told.channel(), told.urgency(), told.ageGroup(), actor.person()));
    }

    /** The verb with which this actor takes in a report. */
    static String verbOf(Actor actor) {
        return actor.kind() == Actor.Kind.PUBLIC ? "public.report" : "intake.take";
    }

    /** What the one who told us may read of it; asked by Haki itself once her receipt was recognised. */
    public PublicStatus status(Actor system, UUID intake) {
        return work.as(system, "intake.status", () -> {
            var found = intakes.byIds(List.of(intake)).stream().findFirst().orElseThrow(Problem::notFound);
            audit.note("intake.status", found.id(), found.code());
            return new PublicStatus(step(system, found), found.answer() == null ? null : accounts.answer(found));
        });
    }

    /** What intake has for the Today page of this person; {@code null} for those who do not see intakes. */
    public ForToday forToday(Actor actor) {
        if (!actor.may("intake.see")) {
            return null;
        }
        return work.as(actor, "intake.see", () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            var calls = attempts.plannedFor(actor.person(), today.plusDays(1).atStartOfDay(actor.zone()).toInstant());
            var waiting = queue.forToday();
            return new ForToday(
                    waiting.waiting(), waiting.emergencies(), waiting.quarantined(), waiting.oldest(), first(waiting), calls);
        });
    }

    private List<ForToday.Came> first(ForToday waiting) {
        if (waiting.waiting() == 0) {
            return List.of();
        }
        var intakes = queue.waiting(FIRST, FIRST_SHOWN).stream().map(QueueRepository.Row::intake).toList();
        var told = accounts.openAll(intakes);
        return intakes.stream()
                .map(intake -> {
                    var account = told.get(intake.id());
                    return new ForToday.Came(intake.code(), intake.urgency(), intake.channel(), account == null ? "" : account.where(),
                            intake.receivedAt(), intake.language(), account == null ? null : Queue.beginning(account.words()));
                })
                .toList();
    }

    /** Erases what is due: keys, words, tokens and receipts go, the shell and the facts stay. Answers how many. */
    public int eraseDue(Actor system) {
        int all = 0;
        for (int erased = ERASED_AT_ONCE; erased == ERASED_AT_ONCE; all += erased) {
            erased = eraseSome(system);
        }
        return all;
    }

    /** Tells those on duty once more of emergencies that nobody opened within a quarter of an hour. */
    public void tellAgain(Actor system) {
        work.as(system, "intake.tell_again", () -> {
            var now = clock.instant();
            var unopened = intakes.unopened(now.minus(Readings.CLAIM), now);
            unopened.forEach(intake -> {
                tell(system, intake.office(), intake.urgency(), intake.code());
                audit.note("intake.told_again", intake.id(), intake.code());
            });
            if (unopened.isEmpty()) {
                audit.showsNothing();
            }
        });
    }

    private int eraseSome(Actor system) {
        return work.as(system, "intake.erase", () -> {
            var due = intakes.eraseDue(LocalDate.ofInstant(clock.instant(), system.zone()), ERASED_AT_ONCE);
            var ids = due.stream().map(Intake::id).toList();
            if (ids.isEmpty()) {
                return 0;
            }
            for (var intake : due) {
                vault.destroy(intake.key());
                vault.forget(intake.id());
                audit.note("intake.erased", intake.id(), intake.code());
            }
            intakes.erase(ids, clock.instant());
            attempts.eraseNotes(ids);
            consults.erase(ids);
            events.publishEvent(new IntakesErased(ids));
            return due.size();
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void indexAgain(Collection<UUID> subjects) {
        accounts.openAll(intakes.byIds(List.copyOf(subjects))).forEach(this::index);
    }

    private void index(UUID intake, Account account) {
        vault.index(intake, KIND, said(account.survivor(), account.reporter()), said(account.number()));
    }

    /** Everyone who decides in that office counts as on duty. */
    private void tell(Actor actor, UUID office, String urgency, String code) {
        var onDuty = staff.able(actor, office, "intake.decide").stream()
                .map(Colleague::id)
                .filter(colleague -> !actor.is(colleague))
                .toList();
        outbox.tell(actor.org(), onDuty, urgency.equals("emergency") ? "intake_emergency" : "intake_received", code, "/intake/" + code);
    }

    private String step(Actor system, Intake intake) {
        return switch (intake.state()) {
            case "received" -> "received";
            case "call_back" -> "reaching";
            case "accepted", "attached" -> {
                var status = cases.byId(system, intake.caseId()).status();
                yield status == CaseStatus.OPEN || status == CaseStatus.CLOSING ? "working" : "ended";
            }
            default -> "ended";
        };
    }

    private static List<String> said(String... texts) {
        return Stream.of(texts).filter(text -> !Text.blank(text)).toList();
    }
}
