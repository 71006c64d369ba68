package org.haki.activities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Colleague;
import org.haki.access.Networks;
import org.haki.access.Partner;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseHead;
import org.haki.cases.CaseLeads;
import org.haki.cases.CaseParts;
import org.haki.cases.CaseTypes;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks at a case from the side of its plan: as the owner's people do, or as whoever leads it through a window. */
@Component
public class ActivityScenes {

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final CaseTypes types;
    private final Persons persons;
    private final Staff staff;
    private final Networks networks;
    private final Plans plans;
    private final ObjectProvider<CaseLeads> leads;

    ActivityScenes(
            Work work,
            Audit audit,
            CaseFiles cases,
            CaseParts parts,
            CaseTypes types,
            Persons persons,
            Staff staff,
            Networks networks,
            Plans plans,
            ObjectProvider<CaseLeads> leads) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.parts = parts;
        this.types = types;
        this.persons = persons;
        this.staff = staff;
        this.networks = networks;
        this.plans = plans;
        this.leads = leads;
    }

    /** The case with this code and its plan, with all that forms about it offer. */
    public ActivityScene of(Actor actor, String code) {
        return work.as(actor, "activity.see", () -> {
            var file = cases.openFor(actor, code, "activity.see");
            audit.shows(file.id());
            return actor.window() == null ? scene(actor, file) : atWindow(actor, file);
        });
    }

    /** One activity's page; the earlier dates come with it. */
    public ActivityPage page(Actor actor, String code, UUID id) {
        return work.as(actor, "activity.see", () -> {
            var scene = of(actor, code);
            var activity = scene.one(id);
            if (activity == null) {
                throw Problem.notFound();
            }
            boolean outlives = !scene.file().isOpen() && activity.row().maySettleIn(scene.file().status())
                    && actor.may("activity.write", scene.file().office());
            return ActivityPage.of(outlives ? scene.toSettle() : scene, activity, plans.moves(actor, id));
        });
    }

    /** The form to write down what happened. */
    public RecordActivityPage recordPage(Actor actor, String code, RecordActivity said, Errors errors) {
        return new RecordActivityPage(of(actor, code), said, errors);
    }

    /** The form to plan something. */
    public PlanActivityPage planPage(Actor actor, String code, PlanActivity said, Errors errors) {
        return new PlanActivityPage(of(actor, code), said, errors);
    }

    /** Everything open, to be settled on one page. */
    public OpenStepsPage openPage(Actor actor, String code, SettleSteps chosen, Errors errors) {
        return new OpenStepsPage(of(actor, code), chosen.choices(), errors);
    }

    /** The names of all who appear in a plan: colleagues, and the organisation that leads. */
    public Map<UUID, String> names(Actor actor, List<OpenedActivity> plan) {
        return work.as(actor, "activity.see", () -> {
            var people = plan.stream()
                    .flatMap(one -> Stream.of(one.row().assignee(), one.row().doneBy(), one.row().createdBy()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            var names = new HashMap<>(staff.names(actor, people));
            if (plan.stream().anyMatch(one -> one.row().assigneeOrg() != null)) {
                names.putAll(networks.known(actor).stream().collect(Collectors.toMap(Partner::id, Partner::name)));
            }
            return names;
        });
    }

    private ActivityScene scene(Actor actor, CaseFile file) {
        var plan = plans.ofCase(actor, file);
        var able = new ArrayList<>(staff.able(actor, file.office(), "activity.write"));
        leads.stream().flatMap(each -> each.of(actor, file).stream()).forEach(lead -> able.add(new Colleague(lead.org(), lead.name())));
        return new ActivityScene(
                file.path(),
                parts.head(actor, file),
                plan,
                names(actor, plan),
                able,
                file.isOpen() && actor.may("activity.write", file.office()),
                actor.may("activity.settle", file.office()));
    }

    /** Without the names of the owner's people, who are not shown at a window. */
    private ActivityScene atWindow(Actor guest, CaseFile file) {
        boolean mayWrite = file.isOpen() && guest.may("activity.write", file.office());
        var client = persons.openAll(guest, List.of(file.client())).get(file.client());
        return new ActivityScene(
                file.pathFor(guest),
                new CaseHead(file, types.of(file), client, "", null, mayWrite, false),
                plans.ofCase(guest, file),
                Map.of(),
                List.of(),
                mayWrite,
                false);
    }
}
