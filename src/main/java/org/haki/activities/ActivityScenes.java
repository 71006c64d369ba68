package org.haki.activities;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseParts;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Component;

/** Looks at a case from the side of its plan. */
@Component
class ActivityScenes {

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final Staff staff;
    private final Plans plans;

    ActivityScenes(Work work, Audit audit, CaseFiles cases, CaseParts parts, Staff staff, Plans plans) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.parts = parts;
        this.staff = staff;
        this.plans = plans;
    }

    ActivityScene of(Actor actor, String code) {
        return work.as(actor, "activity.see", () -> {
            var file = cases.openFor(actor, code, "activity.see");
            audit.shows(file.id());
            return scene(actor, file);
        });
    }

    /** One activity's page; the earlier dates come with it. */
    ActivityPage page(Actor actor, String code, UUID id) {
        return work.as(actor, "activity.see", () -> {
            var scene = of(actor, code);
            var activity = scene.one(id);
            if (activity == null) {
                throw Problem.notFound();
            }
            return ActivityPage.of(scene, activity, plans.moves(actor, id));
        });
    }

    private ActivityScene scene(Actor actor, CaseFile file) {
        var plan = plans.ofCase(actor, file);
        var colleagues = staff.able(actor, file.office(), "activity.write");
        return new ActivityScene(
                parts.head(actor, file),
                plan,
                staff.names(actor, peopleIn(plan)),
                colleagues,
                file.isOpen() && actor.may("activity.write", file.office()),
                actor.may("activity.settle", file.office()));
    }

    private static Set<UUID> peopleIn(List<OpenedActivity> plan) {
        var people = new HashSet<UUID>();
        plan.stream()
                .flatMap(one -> Stream.of(one.row().assignee(), one.row().doneBy(), one.row().createdBy()))
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }
}
