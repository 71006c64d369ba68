package org.haki.reports;

import static org.haki.reports.Fact.Came.NOTHING;
import static org.haki.reports.Fact.Took.UNKNOWN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.haki.activities.ActivityDone;
import org.haki.activities.ActivityUndone;
import org.haki.activities.DeadlineMet;
import org.haki.activities.DeadlineMissed;
import org.haki.advocacy.ObservationMade;
import org.haki.advocacy.ObservationTakenBack;
import org.haki.cases.CaseAccepted;
import org.haki.cases.CaseArchived;
import org.haki.cases.CaseAssigned;
import org.haki.cases.CaseInFigures;
import org.haki.cases.CaseReopened;
import org.haki.cases.CaseStageMoved;
import org.haki.cases.CaseTransferred;
import org.haki.cases.CaseUpgraded;
import org.haki.cases.CaseVerified;
import org.haki.cases.ClosingProposed;
import org.haki.cases.ClosingWithdrawn;
import org.haki.cases.ConsentRecorded;
import org.haki.cases.ContactCounted;
import org.haki.cases.TransferredCases;
import org.haki.intake.IntakeDecided;
import org.haki.intake.IntakeReceived;
import org.haki.intake.IntakeRestored;
import org.haki.intake.IntakesErased;
import org.haki.kernel.Work;
import org.haki.referrals.ServiceGiven;
import org.haki.reports.Fact.About;
import org.haki.reports.Fact.Came;
import org.haki.reports.Fact.Took;
import org.haki.reports.FactRepository.Kept;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of every countable deed inside its transaction and writes a fact: they stand or fall together. */
@Component
class FactWriter {

    private final FactRepository facts;
    private final Clock clock;

    FactWriter(FactRepository facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener
    void on(IntakeReceived news) {
        var about = new About("", news.channel(), news.urgency(), "", news.ageGroup(), "");
        var ref = facts.link(news.intake());
        write(ref, new Fact(FactKind.INTAKE_RECEIVED, news.day(), news.office(), news.by(), about, NOTHING, UNKNOWN, null, true));
    }

    @EventListener
    void on(IntakeDecided news) {
        var about = new About("", news.channel(), news.urgency(), "", news.ageGroup(), news.sex());
        var came = new Came(news.decision(), news.reason(), news.service(), "");
        var took = new Took((int) (news.minutes() / (24 * 60)), news.minutes(), news.inTime());
        write(refOf(news.intake()),
                new Fact(FactKind.INTAKE_DECIDED, news.day(), news.office(), news.by(), about, came, took, null, true));
    }

    @EventListener
    void on(IntakeRestored news) {
        var ref = refOf(news.intake());
        withdraw(ref, kept -> kept.fact().kind() == FactKind.INTAKE_DECIDED);
        var about = new About("", "", "", "", "", "");
        var came = new Came(news.decision(), "", "", "");
        write(ref, new Fact(FactKind.INTAKE_RESTORED, news.day(), news.office(), news.by(), about, came, UNKNOWN, null, true));
    }

    @EventListener
    void on(IntakesErased news) {
        news.intakes().forEach(facts::unlink);
    }

    @EventListener
    void on(ContactCounted news) {
        facts.insertAlone(FactKind.CONTACT_COUNTED, news.day(), news.office(), news.type());
    }

    @EventListener
    void on(CaseAccepted news) {
        boolean came = news.figures().channel().equals(TransferredCases.CHANNEL);
        deed(came ? FactKind.CASE_CAME : FactKind.CASE_ACCEPTED, news.figures(), news.person(), NOTHING);
    }

    @EventListener
    void on(CaseTransferred news) {
        deed(FactKind.CASE_TRANSFERRED, news.figures(), news.person(), NOTHING);
    }

    @EventListener
    void on(CaseAssigned news) {
        deed(FactKind.CASE_GIVEN, news.figures(), news.person(), NOTHING);
    }

    @EventListener
    void on(CaseStageMoved news) {
        deed(FactKind.CASE_MOVED, news.figures(), news.person(), new Came(news.to(), news.from(), "", ""));
    }

    @EventListener
    void on(CaseUpgraded news) {
        deed(FactKind.CASE_UPGRADED, news.figures(), news.person(),
                new Came(String.valueOf(news.to()), String.valueOf(news.from()), "", ""));
    }

    @EventListener
    void on(ConsentRecorded news) {
        deed(FactKind.CONSENT_RECORDED, news.figures(), news.person(), new Came(news.decision(), news.purpose(), "", ""));
        if (news.purpose().equals("reporting")) {
            recount(refOf(news.figures().caseId()), news.decision().equals("given"));
            facts.recountDelivered(news.figures().caseId());
        }
    }

    @EventListener
    void on(ClosingProposed news) {
        deed(FactKind.CLOSING_PROPOSED, news.figures(), news.person(),
                new Came(news.outcome(), news.reason(), news.serviceLevel(), ""));
    }

    @EventListener
    void on(ClosingWithdrawn news) {
        deed(FactKind.CLOSING_WITHDRAWN, news.figures(), news.person(), NOTHING);
    }

    @EventListener
    void on(CaseVerified news) {
        deed(news.closed() ? FactKind.CASE_CLOSED : FactKind.CLOSING_DISPUTED, news.figures(), news.person(),
                new Came(news.outcome(), news.reason(), news.serviceLevel(), news.result()));
    }

    @EventListener
    void on(CaseReopened news) {
        deed(FactKind.CASE_REOPENED, news.figures(), news.person(), new Came("", news.reason(), "", ""));
    }

    @EventListener
    void on(CaseArchived news) {
        deed(FactKind.CASE_ARCHIVED, news.figures(), news.person(), NOTHING);
    }

    @EventListener
    void on(ActivityDone news) {
        if (isAtWindow() && !news.service().isEmpty()) {
            facts.insertDelivered(news.activity(), news.day(), news.service(), news.result());
        }
        work(news.activity(), news.figures(), fact(FactKind.ACTIVITY_DONE, news.figures(), news.person(), news.day(),
                new Came(news.kind(), "", isAtWindow() ? "" : news.service(), news.result()), new Took(news.days(), null, news.inTime())));
    }

    @EventListener
    void on(DeadlineMet news) {
        work(news.activity(), news.figures(), fact(FactKind.DEADLINE_MET, news.figures(), news.person(), news.day(),
                new Came(news.hard() ? "hard" : "", "", "", ""), new Took(news.days(), null, news.inTime())));
    }

    @EventListener
    void on(DeadlineMissed news) {
        work(news.activity(), news.figures(), fact(FactKind.DEADLINE_MISSED, news.figures(), news.person(), news.day(),
                new Came(news.hard() ? "hard" : "", news.reason(), "", ""), new Took(news.days(), null, false)));
    }

    @EventListener
    void on(ServiceGiven news) {
        facts.insertDelivered(news.entry(), news.day(), news.service(), "given");
    }

    @EventListener
    void on(ActivityUndone news) {
        if (isAtWindow()) {
            facts.takeBackLed(news.activity());
            return;
        }
        withdrawItem(news.figures(), news.activity());
    }

    @EventListener
    void on(ObservationMade news) {
        var days = (int) Math.max(0, ChronoUnit.DAYS.between(day(news.figures().receivedAt()), news.day()));
        news.practices().forEach(practice -> work(news.observation(), news.figures(), fact(FactKind.OBSERVATION, news.figures(), news.person(),
                news.day(), new Came(practice, news.kind(), "", ""), new Took(days, null, null))));
    }

    @EventListener
    void on(ObservationTakenBack news) {
        withdrawItem(news.figures(), news.observation());
    }

    /** A deed about the case as a whole, done today. */
    private void deed(FactKind kind, CaseInFigures figures, UUID person, Came came) {
        var took = new Took((int) ChronoUnit.DAYS.between(day(figures.receivedAt()), today()), null, null);
        var fact = fact(kind, figures, person, today(), came, took);
        if (isAtWindow()) {
            facts.insertLed(null, fact);
        } else {
            write(refOf(figures.caseId()), fact);
        }
    }

    private void work(UUID activity, CaseInFigures figures, Fact fact) {
        if (isAtWindow()) {
            facts.insertLed(activity, fact);
            return;
        }
        facts.insert(refOf(figures.caseId()), refOf(activity), fact, null);
    }

    private void write(UUID ref, Fact fact) {
        facts.insert(ref, UUID.randomUUID(), fact, null);
    }

    private static Fact fact(FactKind kind, CaseInFigures figures, UUID person, LocalDate day, Came came, Took took) {
        boolean countable = figures.consentToReporting().equals("given");
        return new Fact(kind, day, figures.office(), person, About.of(figures), came, took, null, countable);
    }

    /** The client agreed to reporting, or took that back: every fact of the case is written anew. */
    private void recount(UUID ref, boolean countable) {
        facts.asReports(() -> facts.of(ref)).stream()
                .filter(kept -> kept.fact().countable() != countable)
                .forEach(kept -> facts.insert(ref, kept.item(), kept.fact().counted(countable), kept.id()));
    }

    private void withdraw(UUID ref, Predicate<Kept> which) {
        facts.asReports(() -> facts.of(ref)).stream()
                .filter(which)
                .forEach(kept -> facts.insert(ref, kept.item(), kept.fact().withdrawn(), kept.id()));
    }

    private void withdrawItem(CaseInFigures figures, UUID object) {
        var item = refOf(object);
        withdraw(refOf(figures.caseId()), kept -> kept.item().equals(item));
    }

    /** The same in one deed: asked for once. */
    private UUID refOf(UUID object) {
        Map<UUID, UUID> known = Work.scope().remember(FactWriter.class, HashMap::new);
        return known.computeIfAbsent(object, asked -> facts.refOf(asked).orElseGet(() -> facts.link(asked)));
    }

    /** Whether it is done by a guest: its figures are written where they belong by functions, since a guest reads none. */
    private static boolean isAtWindow() {
        return Work.scope().actor().window() != null;
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Work.scope().actor().zone());
    }
}
