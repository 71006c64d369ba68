package org.haki.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.activities.OpenedActivity;
import org.haki.cases.BreakGlass;
import org.haki.cases.CaseFile;
import org.haki.intake.ForToday;
import org.haki.messages.Undelivered;
import org.haki.referrals.CaseWindow;
import org.haki.people.Identity;
import org.haki.ui.Ui;

/**
 * What one person has before her today.
 *
 * @param left    due before today and not done, the most urgent first
 * @param today   due today
 * @param next    due in the days after, or whenever
 * @param intake  what waits at the desk; {@code null} for those who do not see it
 * @param asked   what other organisations ask of us and nobody answered yet
 * @param given   cases that came to her: newly given, the closing disputed, a further report joined
 * @param toCheck closings that she is asked to check
 * @param glasses cases that others opened by break-glass, for those who look at it afterwards
 * @param toPurge how many cases whose years are over wait for her decision
 * @param observed how many drafts of what an institution did wait for her decision
 * @param nobodys how many open cases have no owner yet, for those who give cases to people
 * @param lost    messages that did not arrive, for those who deal with them
 * @param unsent  how many messages wait because no mail server is set, for the same
 * @param unready whether the recovery sheet is not proven yet, so that no case can be opened, for who sees to it
 * @param toSetUp how many things are still to be set up before the first case, for the same
 * @param done    what she did today
 */
public record TodayPage(
        List<DueLine> left,
        List<DueLine> today,
        List<DueLine> next,
        ForToday intake,
        List<CaseWindow> asked,
        List<CaseLine> given,
        List<CaseLine> toCheck,
        List<BreakGlass> glasses,
        long toPurge,
        long observed,
        long nobodys,
        List<Undelivered> lost,
        int unsent,
        boolean unready,
        int toSetUp,
        List<DueLine> done) {

    /** A day does not open with a wall of what is late. */
    private static final int LEFT_SHOWN = 3;

    /**
     * Something to do, or done: an activity, or a call-back of an intake.
     *
     * @param client opened; {@code null} for a call-back or where the reader may not see her
     * @param away   the name of the colleague whose work it is, or ""
     */
    public record DueLine(LocalDate day, Instant at, OpenedActivity activity, CaseFile file, Identity client, String away,
            ForToday.Call call) {

        /** Where it is done. */
        public String path() {
            return activity == null ? "/intake/" + call.code() : file.path() + "/activities/" + activity.row().id();
        }

        public String code() {
            return activity == null ? call.code() : file.code();
        }

        /** Whether it cannot wait: a call-back, a deadline that holds, an emergency. */
        boolean presses() {
            return activity == null || activity.row().hard() || file != null && file.urgency().equals("emergency");
        }
    }

    /** A case that came to her, as {@code what} of {@link org.haki.cases.Teams.Given} says, or waits for her; since when, and by whom. */
    public record CaseLine(CaseFile file, Identity client, String by, Instant since, String what) {}

    /** The most urgent of what is left over; the others stand folded below. */
    public List<DueLine> leftFirst() {
        return left.subList(0, Math.min(LEFT_SHOWN, left.size()));
    }

    public List<DueLine> leftMore() {
        return left.subList(leftFirst().size(), left.size());
    }

    public boolean isEmpty() {
        return left.isEmpty() && today.isEmpty() && next.isEmpty();
    }

    /** Whether this person has a list of things due: who works in cases always, others when something is on it. */
    public boolean hasDue(Ui ui) {
        return ui.may("activity.write") || !isEmpty();
    }

    /** Whether anything else than the recovery sheet is still to be set up. */
    public boolean isToSetUp() {
        return toSetUp > (unready ? 1 : 0);
    }

    /** How many things wait for her decision. */
    public long waits() {
        return toCheck.size() + glasses.size() + lost.size()
                + Stream.of(toPurge > 0, observed > 0, nobodys > 0, unsent > 0, unready, isToSetUp()).filter(waits -> waits).count();
    }

    /** The day in a sentence: what is due, what is left over, what waits at the desk. */
    public String lede(Ui ui) {
        var sentences = new ArrayList<String>();
        if (hasDue(ui)) {
            sentences.add(ui.say("TodayPage.lede", today.size(), left.size()));
        }
        if (intake != null) {
            sentences.add(ui.say("TodayPage.lede.intake", intake.waiting()));
        }
        if (!sentences.isEmpty() && waits() > 0 || sentences.isEmpty()) {
            sentences.add(ui.say("TodayPage.lede.waits", waits()));
        }
        return String.join(" ", sentences);
    }
}
