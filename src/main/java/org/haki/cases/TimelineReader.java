package org.haki.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the timeline of a casetype.yaml: no step hangs on nothing, or on itself. */
final class TimelineReader {

    /** The kinds of work that a timeline may plan; activities know the same. */
    static final List<String> KINDS = List.of("call", "visit", "service", "appointment", "task", "followup", "deadline", "review");

    private static final List<String> ONE_RESULT = List.of("task", "appointment", "deadline", "review");

    private final CaseTypeFile root;
    private final Set<String> roles;
    private final Map<String, CaseTypeFile> maps = new LinkedHashMap<>();

    TimelineReader(CaseTypeFile root, Set<String> roles) {
        this.root = root;
        this.roles = roles;
    }

    List<CaseType.Step> read() {
        var steps = new ArrayList<CaseType.Step>();
        for (var map : root.mapsIfAny("timeline")) {
            var step = step(map);
            maps.putIfAbsent(step.key(), map);
            steps.add(step);
        }
        CaseTypeReader.refuseTwice(root, "timeline", steps.stream().map(CaseType.Step::key).toList());
        steps.forEach(this::check);
        checkCircles(steps);
        return List.copyOf(steps);
    }

    private CaseType.Step step(CaseTypeFile map) {
        var every = map.offset("repeat_every", null);
        var step = new CaseType.Step(
                map.text("key"),
                map.labels("label"),
                map.oneOf("kind", KINDS),
                map.oneOf("role", List.copyOf(roles)),
                map.has("after") ? map.path("after") : map.text("after", CaseType.Step.OPENED),
                map.oneOf("anchor", List.of("planned", "done"), "planned").equals("done"),
                map.offset("offset", Offset.NONE),
                map.condition("when"),
                map.path("each"),
                every,
                map.condition("repeat_until"),
                map.flag("required"),
                map.flag("hard"),
                map.flag("survives_close"),
                map.condition("done_when"),
                map.path("done_at"));
        map.nothingElse();
        return step;
    }

    private void check(CaseType.Step step) {
        var map = maps.get(step.key());
        if (step.step() != null && !maps.containsKey(step.step())) {
            map.refuse("after", "is \"" + step.after() + "\", and there is no such step; it may also be opened, closing, or"
                    + " field:<section>/<question>", "");
        }
        if (step.step() == null && map.has("anchor")) {
            map.refuse("anchor", "is only for what comes after another step", "");
        }
        if (step.step() != null && maps.containsKey(step.step()) && !sameRows(step)) {
            map.refuse("each", "is not that of \"" + step.after() + "\", which it comes after", "");
        }
        if (step.every() == null && !step.until().isEmpty()) {
            map.refuse("repeat_until", "needs \"repeat_every\" beside it", "");
        }
        if (step.every() != null && !step.every().ahead()) {
            map.refuse("repeat_every", "should be more than nothing, and not by urgency", "");
        }
        if (step.after().equals(CaseType.Step.CLOSING) && step.every() != null) {
            map.refuse("repeat_every", "ends with the closing, so nothing after closing repeats", "");
        }
        checkDone(step, map);
        if (step.survives() && step.required()) {
            map.refuse("survives_close", "and \"required\" speak against each other", "");
        }
        if (List.of(CaseType.Step.OPENED, CaseType.Step.CLOSING).contains(step.key())) {
            map.refuse("key", "is a word of Haki's own: name the step otherwise", "");
        }
    }

    /** Done by itself is only what has one result, and once: of a call nobody knows how it went. */
    private static void checkDone(CaseType.Step step, CaseTypeFile map) {
        if (!step.doneWhen().isEmpty() && !ONE_RESULT.contains(step.kind())) {
            map.refuse("done_when", "is only for one of " + String.join(", ", ONE_RESULT), "");
        }
        if (!step.doneWhen().isEmpty() && step.every() != null) {
            map.refuse("done_when", "is not for what repeats: write \"repeat_until\"", "");
        }
        if (!step.doneAt().isEmpty() && step.doneWhen().isEmpty()) {
            map.refuse("done_at", "needs \"done_when\" beside it", "");
        }
        if (!step.doneAt().isEmpty() && !step.doneAt().startsWith(CaseType.Step.FIELD)) {
            map.refuse("done_at", "should be field:<section>/<question>", "");
        }
    }

    /** A step of every row may hang on a step of the same row, or on one that is there once. */
    private boolean sameRows(CaseType.Step step) {
        var other = maps.get(step.step()).text("each", "");
        return other.isEmpty() || other.equals(step.each());
    }

    private void checkCircles(List<CaseType.Step> steps) {
        var after = new HashMap<String, String>();
        steps.forEach(step -> after.put(step.key(), step.step()));
        for (var step : steps) {
            var seen = new HashSet<String>();
            var here = step.key();
            while (here != null && seen.add(here)) {
                here = after.get(here);
            }
            if (here != null && here.equals(step.key())) {
                maps.get(step.key()).refuse("after", "leads in a circle back to \"" + step.key() + "\"", "");
            }
        }
    }
}
