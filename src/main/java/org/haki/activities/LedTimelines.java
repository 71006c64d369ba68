package org.haki.activities;

import java.util.UUID;
import org.haki.access.Organisations;
import org.haki.audit.Audit;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.ui.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The timelines of cases that other organisations lead. Their conditions ask for more than a guest sees, so what a lead
 * did is followed by Haki for the owner, in a transaction of its own right after; the routine does what was interrupted.
 */
@Service
public class LedTimelines {

    private static final Logger LOG = LoggerFactory.getLogger(LedTimelines.class);
    private static final String VERB = "activity.follow";

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final Timelines timelines;
    private final ActivityRepository activities;
    private final BehindRepository behind;

    LedTimelines(Work work, Audit audit, Organisations organisations, CaseFiles cases, Timelines timelines, ActivityRepository activities,
            BehindRepository behind) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.cases = cases;
        this.timelines = timelines;
        this.activities = activities;
        this.behind = behind;
    }

    /** Follows what is behind at this organisation. What a lead did stands, whatever comes of it here. */
    public void follow(UUID owner) {
        var system = organisations.system(owner);
        var late = work.as(system, VERB, () -> {
            audit.showsNothing();
            return behind.behind();
        });
        for (var one : late) {
            try {
                follow(system, one);
            } catch (RuntimeException failed) {
                LOG.error("The timeline of a case could not be followed; it is tried again: {}", Faults.of(failed));
            }
        }
    }

    private void follow(Actor system, UUID caseId) {
        work.as(system, VERB, () -> {
            activities.lockPlan(caseId);
            if (behind.catchUp(caseId)) {
                timelines.follow(system, cases.byId(system, caseId));
            } else {
                audit.showsNothing();
            }
        });
    }
}
