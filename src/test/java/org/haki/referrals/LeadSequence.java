package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haki.referrals.ConsentScene.on;
import static org.haki.referrals.ConsentScene.succeeds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.RuleFindings;
import org.haki.Town;
import org.haki.activities.Activities;
import org.haki.activities.Activity;
import org.haki.activities.CompleteActivity;
import org.haki.activities.OpenedActivity;
import org.haki.activities.PlanActivity;
import org.haki.activities.SettleSteps;
import org.haki.cases.CaseFile;
import org.haki.cases.ProposeClosing;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;

/** What a lead does in the case, and whoever else stands at a window. A part of {@link ConsentSequence}. */
final class LeadSequence {

    enum Step { ASKED, ACCEPTED, PLANNED, WORKED, UNDONE, SETTLED, ONWARD, PROPOSED, TAKEN_BACK, GIVEN_ON, REVOKED }

    static final ProposeClosing CLOSING = new ProposeClosing("solved", "completed", "legal", "", "yes", "");
    /** Asked, accepted, worked, proposed, checked. */
    static final int WHOLE = 5;

    private final ConsentScene scene;
    private final ConsentModel model;
    private final RuleFindings findings;
    private final ApplicationContext haki;
    private final CaseFile asha;
    private final Referrals referrals;
    private final SharedCases shared;
    private final LedCases led;
    private final Activities activities;
    private final OwnerSequence owner;
    private int count;

    LeadSequence(ConsentScene scene) {
        this.scene = scene;
        model = scene.model;
        findings = scene.findings;
        haki = scene.haki;
        asha = scene.asha;
        referrals = haki.getBean(Referrals.class);
        shared = haki.getBean(SharedCases.class);
        led = haki.getBean(LedCases.class);
        activities = haki.getBean(Activities.class);
        owner = new OwnerSequence(scene);
    }

    /** After every step. */
    void look() {
        owner.look();
    }

    void end() {
        owner.end();
    }

    void step(int number) {
        count = number;
        if (scene.random.nextBoolean()) {
            usual();
        } else if (scene.random.nextBoolean()) {
            owner.step(scene.one(List.of(OwnerSequence.Step.values())));
        } else {
            play(scene.one(List.of(Step.values())));
        }
    }

    /** What people would do next. */
    void usual() {
        switch (model.status) {
            case "closed" -> owner.step(OwnerSequence.Step.REOPENED);
            case "closing" -> owner.step(scene.one(List.of(OwnerSequence.Step.CONFIRMED, OwnerSequence.Step.CONFIRMED, OwnerSequence.Step.DISPUTED)));
            default -> play(model.lead().isEmpty() ? Step.ASKED
                    : model.lead().get().reader == null ? Step.ACCEPTED
                    : scene.finished() ? Step.PROPOSED : scene.one(List.of(Step.SETTLED, Step.WORKED)));
        }
    }

    private void play(Step step) {
        findings.step("lead " + step);
        switch (step) {
            case ASKED -> ask();
            case ACCEPTED -> accept();
            case ONWARD -> onward();
            case GIVEN_ON -> giveOn();
            case REVOKED -> model.lead().ifPresent(way -> {
                referrals.revoke(scene.owner, asha.code(), idOf(way), "safety", Op.own());
                way.state = "revoked";
            });
            default -> atAWindow(step);
        }
    }

    private void ask() {
        var recipient = scene.one(List.copyOf(scene.receivers.keySet()));
        var sections = new TreeSet<>(Set.of("identity", "plan", "lead"));
        boolean may = model.isOpen() && model.lead().isEmpty() && !model.suspended.contains(recipient);
        boolean sent = succeeds(() -> referrals.send(scene.owner, asha.code(), ConsentSequence.asking(recipient, "now", sections), Op.own()));
        findings.check("lead", true, () -> assertThat(sent).as("one lead at most").isEqualTo(may));
        sent(sent, recipient, sections, null);
    }

    private void sent(boolean sent, UUID recipient, Set<String> sections, UUID by) {
        if (sent) {
            model.say(recipient, "given", sections);
            model.ways.put(haki.getBean(Work.class).as(scene.owner, "referral.see", () -> referrals.of(scene.owner, asha)).getLast().id(),
                    new ConsentModel.Way(recipient, sections, false, by));
        }
    }

    private void accept() {
        model.lead().ifPresent(way -> {
            var id = idOf(way);
            var person = scene.one(scene.receivers.get(way.recipient));
            boolean taken = succeeds(() -> shared.accept(person, id, Op.own()));
            findings.check("P9", true, () -> assertThat(taken).isEqualTo(model.accept(way, person.person())));
            findings.check("lead", taken, () -> assertThat(scene.plan()).extracting(OpenedActivity::row).filteredOn(Activity::planned)
                    .allMatch(row -> way.recipient.equals(row.assigneeOrg()) || row.assignee() != null && !row.assignee().equals(scene.owner.person())));
        });
    }

    /** Whoever is at whichever window: only whoever works at one that leads gets through. */
    private void atAWindow(Step step) {
        var led = model.lead().filter(_ -> scene.random.nextInt(3) > 0);
        var picked = led.isPresent() ? led : scene.pick().map(model.ways::get);
        picked.filter(way -> !way.state.equals("waiting")).ifPresent(way -> {
            var id = idOf(way);
            var person = scene.one(scene.receivers.get(way.recipient));
            boolean leads = way.leads() && model.works(way, person.person());
            switch (step) {
                case PLANNED -> scene.tried(leads && model.isOpen(), () -> activities.plan(seat(person, id).guest(), asha.code(), planned(), Op.own()));
                case WORKED, UNDONE -> work(step, way, id, person, leads);
                case SETTLED -> settle(way, id, person, leads);
                case PROPOSED -> propose(way, id, person, leads);
                default -> {
                    boolean may = leads && model.status.equals("closing") && way.recipient.equals(model.proposer);
                    if (scene.tried(may, () -> this.led.withdraw(seat(person, id), scene.op()))) {
                        model.status = "open";
                    }
                }
            }
        });
    }

    private LedCases.Seat seat(Actor person, UUID id) {
        return led.at(person, id);
    }

    private static PlanActivity planned() {
        return new PlanActivity("call", "", "", Town.today().plusDays(3).toString(), "", "", "", "", "");
    }

    private void work(Step step, ConsentModel.Way way, UUID id, Actor person, boolean leads) {
        boolean undoes = step == Step.UNDONE;
        scene.plan().stream().filter(one -> undoes ? one.row().state() == Activity.State.DONE : one.row().planned()).findAny().ifPresent(one -> {
            var row = one.row();
            var words = "Work " + count;
            var done = new CompleteActivity(words, "now", "", "", row.kind().results().getFirst(), "", "urgent", "", "", "", "", "");
            boolean may = leads && !model.status.equals("closed") && (!undoes || person.person().equals(row.doneBy()));
            boolean worked = scene.tried(may, () -> {
                var guest = seat(person, id).guest();
                return undoes
                        ? activities.undo(guest, asha.code(), row.id(), on(row.version()))
                        : activities.complete(guest, asha.code(), row.id(), done, on(row.version()));
            });
            if (worked) {
                way.deeds.add(undoes ? one.words().title() : spoken(one, words));
            }
        });
    }

    private void settle(ConsentModel.Way way, UUID id, Actor person, boolean leads) {
        var open = scene.plan().stream().filter(one -> one.row().planned()).toList();
        var choices = open.stream().collect(Collectors.toMap(one -> one.row().id().toString(), one -> one.row().kind().results().getFirst()));
        if (scene.tried(leads && model.isOpen(), () -> activities.settle(seat(person, id).guest(), asha.code(), new SettleSteps(choices), Op.own()))) {
            open.forEach(one -> way.deeds.add(spoken(one, "")));
        }
    }

    private static String spoken(OpenedActivity one, String words) {
        return Stream.of(one.words().title(), words).filter(word -> !word.isBlank()).collect(Collectors.joining("\n"));
    }

    private void propose(ConsentModel.Way way, UUID id, Actor person, boolean leads) {
        boolean may = leads && model.isOpen() && scene.finished() && !model.helped(way.recipient);
        if (scene.tried(may, () -> led.propose(seat(person, id), CLOSING, scene.op()))) {
            model.status = "closing";
            model.proposer = way.recipient;
        }
    }

    private void onward() {
        scene.pick().filter(id -> !model.ways.get(id).state.equals("waiting")).ifPresent(id -> {
            var way = model.ways.get(id);
            var recipient = scene.one(List.copyOf(scene.receivers.keySet()));
            var sections = new TreeSet<>(Set.of(scene.one(List.of("identity", "plan", "story"))));
            var person = scene.one(scene.receivers.get(way.recipient));
            var onward = haki.getBean(OnwardReferrals.class);
            var asked = ConsentSequence.asking(recipient, "now", sections);
            boolean may = model.works(way, person.person()) && way.sections.containsAll(sections) && !recipient.equals(way.recipient)
                    && !model.suspended.contains(recipient) && !model.status.equals("closed");
            boolean sent = succeeds(() -> {
                assertThat(onward.hindrances(person, id, asked).isEmpty() || !may).isTrue();
                if (onward.hindrances(person, id, asked).isEmpty()) {
                    onward.send(person, id, asked, Op.own());
                } else {
                    throw Problem.notNow();
                }
            });
            findings.check("R1 P10", true, () -> assertThat(sent).as("onward").isEqualTo(may));
            sent(sent, recipient, sections, way.recipient);
        });
    }

    private void giveOn() {
        model.ways.entrySet().stream().filter(one -> one.getValue().open() && !model.suspended.contains(one.getValue().recipient)).findAny().ifPresent(one -> {
            var people = scene.receivers.get(one.getValue().recipient);
            var other = people.getFirst().person().equals(one.getValue().reader) ? people.getLast() : people.getFirst();
            assertThat(succeeds(() -> haki.getBean(WindowKeepers.class).give(people.getFirst(), one.getKey(), other.person(), Op.own()))).isFalse();
            haki.getBean(WindowKeepers.class).give(people.getLast(), one.getKey(), other.person(), Op.own());
            one.getValue().reader = other.person();
        });
    }

    private UUID idOf(ConsentModel.Way way) {
        return model.ways.entrySet().stream().filter(one -> one.getValue() == way).map(Map.Entry::getKey).findFirst().orElseThrow();
    }
}
