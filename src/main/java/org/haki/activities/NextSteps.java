package org.haki.activities;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.cases.CaseFiles;
import org.haki.cases.NextDeadlines;
import org.haki.kernel.Actor;
import org.springframework.stereotype.Component;

/** Tells lists of cases what is due next in each. */
@Component
class NextSteps implements NextDeadlines {

    private final ActivityRepository activities;

    NextSteps(ActivityRepository activities) {
        this.activities = activities;
    }

    @Override
    public Map<UUID, Next> of(Actor actor, Collection<UUID> cases) {
        return activities.nextOf(cases).stream()
                .collect(Collectors.toMap(
                        Activity::caseId,
                        next -> new Next(next.kind().key(), next.dueOn(), next.dueAt(), next.hard())));
    }
}
