package org.haki.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.haki.cases.CaseType.Step;
import org.haki.cases.Labels;
import org.haki.cases.Offset;

/** Whatever timeline a type has and whatever people do, in whatever order, its plan keeps the rules A2, A3, A4, A6, A7 and A8. */
class AnyTimelineTest {

    private static final List<String> CONDITIONS = List.of("", "a", "b");

    /** Something that happens: the numbers choose where and how. */
    record Event(int what, int which, int how, boolean supervised) {}

    /** A step as it comes: on what it hangs is chosen among those before it. */
    record Sketch(int after, boolean done, int offset, boolean hours, String when, boolean each, boolean repeats, boolean required,
            boolean hard, boolean survives) {}

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void whatever_happens_the_plan_keeps_its_rules(@ForAll("sketches") List<Sketch> sketches, @ForAll("events") List<Event> events) {
        var world = new TimelineWorld(steps(sketches));
        world.follow(false);
        for (var event : events) {
            world.happen(event);
            world.follow(event.supervised());
            world.check(event.supervised());
        }
    }

    @Provide
    Arbitrary<List<Sketch>> sketches() {
        var booleans = Arbitraries.of(true, false);
        var rarely = Arbitraries.frequency(Tuple.of(1, true), Tuple.of(4, false));
        return Combinators.combine(Arbitraries.integers().between(0, 9), booleans, Arbitraries.integers().between(-5, 9), rarely,
                        Arbitraries.of(CONDITIONS), rarely, rarely, Combinators.combine(rarely, rarely, rarely).as(List::of))
                .as((after, done, offset, hours, when, each, repeats, flags) -> new Sketch(after, done, offset, hours, when, each, repeats,
                        flags.get(0), flags.get(1), flags.get(2)))
                .list().ofMinSize(1).ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 60),
                Arbitraries.integers().between(-9, 12), Arbitraries.of(true, false)).as(Event::new).list().ofMaxSize(40);
    }

    private static List<Step> steps(List<Sketch> sketches) {
        var steps = new ArrayList<Step>();
        for (var sketch : sketches) {
            boolean mayHang = sketch.after() < steps.size();
            var other = mayHang ? steps.get(sketch.after()) : null;
            var after = other != null && (other.each().isEmpty() || sketch.each()) ? other.key()
                    : sketch.after() == 8 ? Step.CLOSING : sketch.after() == 9 ? Step.FIELD + "day" : Step.OPENED;
            boolean closing = after.equals(Step.CLOSING);
            var offset = sketch.hours() ? new Offset(0, sketch.offset() * 12, false) : new Offset(sketch.offset(), 0, false);
            steps.add(new Step("s" + steps.size(), new Labels(Map.of("en", "x")), "task", "owner", after,
                    sketch.done() && after.startsWith("s"), offset, sketch.when(), sketch.each() && !closing ? "rows" : "",
                    sketch.repeats() && !closing ? new Offset(7, 0, false) : null, sketch.repeats() && !closing ? "until" : "",
                    sketch.required() && !sketch.survives(), sketch.hard(), sketch.survives() && !sketch.required(), "", ""));
        }
        return steps;
    }
}
