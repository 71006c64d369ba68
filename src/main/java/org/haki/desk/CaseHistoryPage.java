package org.haki.desk;

import java.time.Instant;
import java.util.List;
import org.haki.activities.ActivityScene;
import org.haki.cases.CaseConsents;
import org.haki.cases.CaseEndings;
import org.haki.cases.CasePeople;
import org.haki.cases.StoryEntry;

/**
 * The whole history of a case as a document to print and hand over.
 *
 * @param story everything written and done, the oldest first, with every earlier version
 * @param by    who draws it up
 * @param at    when
 */
public record CaseHistoryPage(
        ActivityScene scene,
        List<StoryEntry> story,
        CasePeople people,
        CaseConsents consents,
        CaseEndings endings,
        String by,
        Instant at) {}
