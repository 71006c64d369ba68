package org.haki.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.haki.activities.ActivityScene;
import org.haki.advocacy.ObservationLine;
import org.haki.cases.CaseConsents;
import org.haki.cases.CaseEndings;
import org.haki.cases.CaseHead;
import org.haki.cases.CasePeople;
import org.haki.cases.CaseStatus;
import org.haki.cases.StoryEntry;
import org.haki.sheets.SheetState;
import org.haki.surveys.CaseForms;

/**
 * One case, whole, for those who work in it.
 *
 * @param scene     its plan
 * @param lead      the organisation that leads it, by name, or ""
 * @param story     the newest first; the rest stands in the history
 * @param earlier   how many entries came before these
 * @param sheet     its sections that are asked now or were answered
 * @param forms     follow-up forms that were filled in on it, and those that can be
 * @param observed  what institutions were seen to do in it
 * @param endings   how it ended, or was to end
 * @param mayCheck  whether the reader may check the closing that stands now
 * @param mayReopen whether the reader may open it again
 * @param newer     the version of its type to which the reader may bring it, or 0
 */
public record CasePage(
        ActivityScene scene,
        String lead,
        List<StoryEntry> story,
        int earlier,
        List<SheetState> sheet,
        CasePeople people,
        CaseConsents consents,
        CaseForms forms,
        List<ObservationLine> observed,
        CaseEndings endings,
        boolean mayCheck,
        boolean mayReopen,
        int newer) {

    /** The template that draws the story alone, which comes anew by itself. */
    static final String STORY = "StoryRows";

    /** Where what was said since is asked for. */
    public String fresh() {
        var file = head().file();
        return file.path() + "/fresh?seen=" + ChronoUnit.MICROS.between(Instant.EPOCH, file.touchedAt());
    }

    public CaseHead head() {
        return scene.head();
    }

    public boolean isClosing() {
        return head().file().status() == CaseStatus.CLOSING;
    }

    /** Who is asked to check the closing, or "". */
    public String verifier() {
        return endings.closures().isEmpty() ? "" : endings.closures().getFirst().verifierName();
    }
}
