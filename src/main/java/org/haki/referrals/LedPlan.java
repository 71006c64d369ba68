package org.haki.referrals;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.activities.Activity;
import org.haki.activities.ActivityDone;
import org.haki.activities.ActivityUndone;
import org.haki.activities.OpenedActivity;
import org.haki.activities.Plans;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseInFigures;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a lead does in the plan lies under the case's key, which goes back when the window ends. So it is written down once
 * more under the window's own key, in the same transaction: that stays the lead's.
 */
@Component
class LedPlan {

    private static final String STEP = "step";
    private static final String TAKEN_BACK = "taken_back";

    private final CaseFiles cases;
    private final Plans plans;
    private final CaseWindowRepository windows;
    private final WindowEntryRepository entries;
    private final ReferralSeal seal;
    private final Clock clock;

    LedPlan(
            CaseFiles cases, Plans plans, CaseWindowRepository windows, WindowEntryRepository entries, ReferralSeal seal, Clock clock) {
        this.cases = cases;
        this.plans = plans;
        this.windows = windows;
        this.entries = entries;
        this.seal = seal;
        this.clock = clock;
    }

    @EventListener
    void on(ActivityDone news) {
        var guest = Work.scope().actor();
        if (guest.window() != null) {
            var done = read(guest, news.figures(), news.activity());
            var words = Stream.of(done.words().title(), done.words().happened())
                    .filter(word -> !word.isBlank())
                    .collect(Collectors.joining("\n"));
            keep(guest, done.row(), done.row().service(), done.row().result(), words, done.row().doneAt());
        }
    }

    /** What was written down stays; a newer entry says that it was taken back. */
    @EventListener
    void on(ActivityUndone news) {
        var guest = Work.scope().actor();
        if (guest.window() != null) {
            var undone = read(guest, news.figures(), news.activity());
            keep(guest, undone.row(), "", TAKEN_BACK, undone.words().title(), clock.instant());
        }
    }

    private OpenedActivity read(Actor guest, CaseInFigures figures, UUID activity) {
        return plans.one(guest, cases.byId(guest, figures.caseId()), activity);
    }

    private void keep(Actor guest, Activity activity, String service, String result, String words, Instant at) {
        var window = windows.atWork().orElseThrow(Problem::notNow);
        var id = Id.next();
        entries.insert(new WindowEntryRepository.Row(
                id, window.caseId(), window.id(), guest.window().org(), guest.person(), STEP, service, activity.id(),
                activity.kind().key(), result, seal.sealEntry(window, id, words), at, null));
    }
}
