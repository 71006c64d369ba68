package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.Town;
import org.haki.TypedAnswers;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Closings;
import org.haki.cases.Decision;
import org.haki.cases.ProposeClosing;
import org.haki.cases.SheetSaved;
import org.haki.cases.StartCase;
import org.haki.cases.Teams;
import org.haki.cases.Verifications;
import org.haki.forms.Node;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What every test of a timeline begins with: a case about a house, its sheet, and what is planned. */
class TimelineScene {

    @Autowired ApplicationContext haki;
    @Autowired Work work;
    @Autowired Activities activities;
    @Autowired Plans plans;
    @Autowired CaseFiles cases;
    @Autowired Teams teams;
    @Autowired Closings closings;
    @Autowired Verifications verifications;
    @Autowired TypedAnswers answers;

    Town town;
    Actor wanjiru;
    Actor leila;
    CaseFile file;
    LocalDate today;

    @BeforeEach
    void a_case_about_a_house() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.actor();
        leila = town.leila.actor();
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "housing", op(0));
        today = LocalDate.now(wanjiru.zone());
        file = open("normal");
    }

    void told(Node... sections) {
        answers.put(file, sections);
        work.as(wanjiru, "case.write", () -> haki.publishEvent(new SheetSaved(wanjiru, now(), sections[sections.length - 1].name())));
    }

    void propose() {
        closings.propose(wanjiru, file.code(), new ProposeClosing("stays", "completed", "information", "", "yes", town.fatou.id().toString(), "7"), op(now().version()));
    }

    void complete(String step, String result) {
        var one = one(step);
        activities.complete(wanjiru, file.code(), one.id(), new CompleteActivity("", "now", "", "", result, "", "", "", "", "", "", ""), op(one.version()));
    }

    static ChangeActivity change(LocalDate day, String reason) {
        return new ChangeActivity(day.toString(), "", "", "", reason, "");
    }

    void sheet(Node... answered) {
        var problem = new ArrayList<Node>();
        Node agreement = null;
        for (var node : answered) {
            if (node.name().equals("agreement")) {
                agreement = node;
            } else {
                problem.add(node);
            }
        }
        var section = Node.of("problem", problem);
        answers.put(file, agreement == null ? new Node[] {section} : new Node[] {section, agreement});
        work.as(wanjiru, "case.write", () -> haki.publishEvent(new SheetSaved(wanjiru, now(), "problem")));
    }

    static Node kind(String kind) {
        return Node.of("kind", (Object) kind);
    }

    static Node notice(LocalDate day) {
        return Node.of("notice_on", (Object) day);
    }

    static Node room(String damp) {
        return Node.of("room", List.of(Node.of("damp", (Object) damp)));
    }

    static Node room(String name, String damp) {
        return new Node("room", name, List.of(Node.of("damp", (Object) damp)));
    }

    static Node signed(LocalDate day) {
        return Node.of("agreement", List.of(Node.of("signed_on", (Object) day)));
    }

    CaseFile now() {
        return cases.byId(wanjiru, file.id());
    }

    List<String> keys() {
        return plan().stream().filter(Activity::planned).map(one -> one.mark().key()).toList();
    }

    List<Activity> plan() {
        return plans.ofCase(leila, file).stream().map(OpenedActivity::row).toList();
    }

    List<Activity> planned(String step) {
        return plan().stream().filter(one -> one.planned() && one.mark().key().equals(step)).toList();
    }

    Activity one(String step) {
        assertThat(planned(step)).as(step).hasSize(1);
        return planned(step).getFirst();
    }

    Activity done(String step) {
        return plan().stream().filter(one -> one.state() == Activity.State.DONE && one.mark().key().equals(step)).toList().getLast();
    }

    CaseFile open(String urgency) {
        return open(urgency, "housing");
    }

    CaseFile open(String urgency, String type) {
        return work.as(wanjiru, "case.open", () -> {
            var client = haki.getBean(Persons.class).register(wanjiru, Identity.of("Asha Thapa", "adult"), town.mainDesk.id(), false);
            var given = List.of(new Decision("services", "given", "verbal_phone", "self", "en"), new Decision("reporting", "refused", "verbal_phone", "self", "en"));
            return cases.start(wanjiru, new StartCase(Code.next(), town.mainDesk.id(), type, client, Map.of(), wanjiru.person(), Set.of(),
                    false, urgency, "phone", Instant.now().minusSeconds(600), "The rain comes in.", given));
        });
    }

    static Op op(int base) {
        return new Op(Id.next(), base, UUID.randomUUID().toString().getBytes());
    }
}
