package org.haki.reports;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.springframework.stereotype.Service;

/**
 * A link to the figures by e-mail, for whoever asks for it, once a week or a month is over: a link and never a figure. Each
 * period is told once, in the transaction that notes it.
 */
@Service
public class FigureMails {

    /** The mails that this sends. */
    static final List<String> TEMPLATES = List.of("figures_week", "figures_month");
    private static final String VERB = "report.mail";

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final Staff staff;
    private final Outbox outbox;
    private final FigureMailRepository mails;
    private final Clock clock;

    FigureMails(Work work, Audit audit, Organisations organisations, Staff staff, Outbox outbox, FigureMailRepository mails, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.staff = staff;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
    }

    /** What this person asked for. */
    FigureMailPage page(Actor actor, Errors errors) {
        return work.as(actor, VERB, () -> new FigureMailPage(mails.every().orElse("never"), errors));
    }

    /** From now on each week, each month, or never. */
    String ask(Actor actor, String every, Op op) {
        return work.once(actor, VERB, op, () -> {
            if (every.equals("never")) {
                mails.leave(actor.person());
            } else {
                mails.ask(every, over(every, today(actor)).to());
            }
            return "/reports/mail";
        });
    }

    /** Tells those for whom a week or a month is over now, once. */
    public void tellDue(Actor system) {
        work.as(system, "report.mail_due", () -> {
            audit.showsNothing();
            FigureMailPage.EVERY.forEach(every -> tell(system, over(every, today(system)), every));
        });
    }

    private void tell(Actor system, Period period, String every) {
        var due = mails.due(every, period.to());
        if (due.isEmpty()) {
            return;
        }
        var offices = organisations.offices(system).stream().map(Office::id).toList();
        var able = staff.able(system, offices, "report.see").stream().map(Colleague::id).collect(Collectors.toSet());
        var told = due.stream().filter(able::contains).toList();
        if (!told.isEmpty()) {
            outbox.tell(system.org(), told, every.equals("week") ? "figures_week" : "figures_month", "", "/reports?" + period.query());
            audit.note("report.mailed", system.org(), every + " " + told.size());
        }
    }

    /** The last week or month that is over. */
    private static Period over(String every, LocalDate today) {
        if (every.equals("week")) {
            var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Period(monday.minusWeeks(1), monday.minusDays(1));
        }
        var first = today.withDayOfMonth(1);
        return new Period(first.minusMonths(1), first.minusDays(1));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    static boolean isKnown(String every) {
        return FigureMailPage.EVERY.contains(every) || every.equals("never");
    }
}
