package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whatever a caseworker and a supervisor try, in whatever order, the plan on real PostgreSQL keeps its rules (A1 to A5, A7). */
@HakiTest
class AnyPlanTest {

    private static final int STEPS = 120;
    private static final List<String> DAYS = List.of("", "0", "1", "5", "9");

    @Autowired ApplicationContext haki;
    @Autowired Activities activities;
    @Autowired Plans plans;
    @Autowired OrderRepository orders;
    @Autowired Work work;

    private Town town;
    private CaseFile file;
    private Random any;
    private final Map<UUID, Activity> before = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void whatever_people_try_the_plan_keeps_its_rules(long seed) {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).open();
        any = new Random(seed);
        int done = 0;
        for (int step = 0; step < STEPS; step++) {
            var actor = any.nextInt(3) == 0 ? town.leila.actor() : town.wanjiru.actor();
            before.clear();
            plan().forEach(one -> before.put(one.id(), one));
            try {
                attempt(actor);
                done++;
            } catch (Unfit | Problem refused) {
                assertThat(plan()).hasSameSizeAs(before.values());
            }
            check(actor);
        }
        assertThat(done).isGreaterThan(STEPS / 4);
    }

    private void attempt(Actor actor) {
        var one = anyOne();
        int base = one == null ? 0 : one.version();
        var id = one == null ? Id.next() : one.id();
        switch (any.nextInt(8)) {
            case 0, 1 -> activities.plan(actor, file.code(), anyPlan(), op(0));
            case 2, 3 -> activities.complete(actor, file.code(), id, anyCompletion(one), op(base));
            case 4 -> activities.miss(actor, file.code(), id, new EndActivity("client_absent", ""), op(base));
            case 5 -> activities.cancel(actor, file.code(), id, new EndActivity("no_longer_needed", ""), op(base));
            case 6 -> activities.undo(actor, file.code(), id, op(base));
            default -> activities.change(actor, file.code(), id,
                    new ChangeActivity(anyDay(), "", "", anyId(), any.nextBoolean() ? "others_moved" : "", ""), op(base));
        }
    }

    private void check(Actor actor) {
        var now = Instant.now();
        var byId = new HashMap<UUID, Activity>();
        plan().forEach(one -> byId.put(one.id(), one));
        var edges = work.as(town.leila.actor(), "activity.see", () -> orders.ofCase(file.id()));
        edges.forEach(edge -> {
            var others = new HashSet<>(edges);
            others.remove(edge);
            assertThat(ActivityOrder.closesCycle(others, edge)).as("A2: a cycle").isFalse();
        });
        byId.values().forEach(one -> {
            var old = before.get(one.id());
            switch (one.state()) {
                case DONE -> {
                    assertThat(one.doneAt()).as("A1").isNotNull().isBeforeOrEqualTo(now);
                    assertThat(one.doneBy()).as("A1").isNotNull();
                    boolean wasBlocked = old != null && old.blocked();
                    assertThat(!wasBlocked || !one.reason().isEmpty()).as("A2: done out of order needs a reason").isTrue();
                }
                case MISSED -> {
                    assertThat(one.kind().canBeMissed()).as("A1").isTrue();
                    assertThat(one.reason()).as("A1").isNotEmpty();
                }
                case CANCELLED -> assertThat(one.reason()).as("A1").isNotEmpty();
                case PLANNED -> assertThat(one.doneAt()).isNull();
            }
            checkMove(actor, one, old, byId);
        });
    }

    /** A4 and A5: who may move what, and what stays of the old date. */
    private void checkMove(Actor actor, Activity one, Activity old, Map<UUID, Activity> byId) {
        if (old != null && !Objects.equals(old.dueOn(), one.dueOn()) && old.planned()) {
            assertThat(one.kind()).as("A5: an appointment's date never changes").isNotEqualTo(Activity.Kind.APPOINTMENT);
            var moves = plans.moves(town.leila.actor(), one.id());
            assertThat(moves.getLast().dueOn()).as("A4: the old date stays").isEqualTo(old.dueOn());
            if (one.hard()) {
                assertThat(actor).as("A4: only a supervisor moves a hard date").isEqualTo(town.leila.actor());
                assertThat(moves.getLast().reason()).as("A4").isNotEmpty();
            }
        }
        if (one.movedFrom() != null) {
            assertThat(byId.get(one.movedFrom()).state()).as("A5").isIn(Activity.State.CANCELLED, Activity.State.MISSED);
        }
    }

    private PlanActivity anyPlan() {
        var kind = Activity.Kind.values()[any.nextInt(Activity.Kind.values().length)].key();
        var hard = any.nextInt(4) == 0 ? "yes" : "";
        return new PlanActivity(kind, "Bring the letter", "", anyDay(), any.nextBoolean() ? "0:00" : "", "", hard, anyId(), "");
    }

    private CompleteActivity anyCompletion(Activity one) {
        var results = one == null ? List.of("done") : one.kind().results();
        return new CompleteActivity("", "now", "", "", results.get(any.nextInt(results.size())), "legal",
                any.nextBoolean() ? "urgent" : "", "", "", "", "", "");
    }

    private String anyDay() {
        var days = DAYS.get(any.nextInt(DAYS.size()));
        return days.isEmpty() ? "" : LocalDate.now(town.wanjiru.actor().zone()).plusDays(Long.parseLong(days)).toString();
    }

    private String anyId() {
        var one = any.nextBoolean() ? null : anyOne();
        return one == null ? "" : one.id().toString();
    }

    private Activity anyOne() {
        var all = new ArrayList<>(plan());
        return all.isEmpty() ? null : all.get(any.nextInt(all.size()));
    }

    private List<Activity> plan() {
        return plans.ofCase(town.leila.actor(), file).stream().map(OpenedActivity::row).toList();
    }

    private static Op op(int base) {
        return new Op(Id.next(), base, new byte[] {(byte) base});
    }
}
