package org.haki.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads how cases of a type end. */
final class EndingReader {

    static final String OUTCOME = "outcome";
    static final String REASON = "reason";
    static final String LEVEL = "service_level";

    private final CaseTypeFile root;
    private final Set<String> services;
    private final Map<String, Collection<String>> choices = new LinkedHashMap<>();

    EndingReader(CaseTypeFile root, Set<String> services, Set<String> outcomes, Set<String> reasons, List<String> levels) {
        this.root = root;
        this.services = services;
        choices.put(OUTCOME, outcomes);
        choices.put(REASON, reasons);
        choices.put(LEVEL, levels);
    }

    TypeEnding read(boolean restricted) {
        return new TypeEnding(checks(), prefill(), brief(), verification(restricted), retention(), excluded());
    }

    private List<TypeEnding.Check> checks() {
        return root.mapsIfAny("closing_checks").stream().map(map -> {
            var check = new TypeEnding.Check(map.condition("check"), map.labels("say"));
            if (!map.has("check")) {
                map.wrong(map.line(), "\"check\" is missing");
            }
            map.nothingElse();
            return check;
        }).toList();
    }

    private Map<String, List<TypeEnding.Choose>> prefill() {
        var prefill = new LinkedHashMap<String, List<TypeEnding.Choose>>();
        if (root.has("closing_prefill")) {
            var map = root.map("closing_prefill");
            choices.forEach((question, known) -> prefill.put(question, map.mapsIfAny(question).stream()
                    .map(one -> choose(one, known))
                    .toList()));
            map.nothingElse();
        } else {
            root.mapsIfAny("closing_prefill");
        }
        return prefill;
    }

    private static TypeEnding.Choose choose(CaseTypeFile map, Collection<String> known) {
        var choose = new TypeEnding.Choose(map.condition("when"), map.oneOf("choose", List.copyOf(known)));
        map.nothingElse();
        return choose;
    }

    private TypeEnding.Brief brief() {
        if (!root.has("brief_exit")) {
            return null;
        }
        var map = root.map("brief_exit");
        var brief = new TypeEnding.Brief(map.labels("label"), map.oneOf(OUTCOME, List.copyOf(choices.get(OUTCOME))),
                map.oneOf(REASON, List.copyOf(choices.get(REASON))), map.oneOf(LEVEL, List.copyOf(choices.get(LEVEL))));
        map.nothingElse();
        return brief;
    }

    private TypeEnding.Verification verification(boolean restricted) {
        var map = root.map("verification");
        var rule = map.oneOf("rule", List.of(
                TypeEnding.Verification.ALWAYS, TypeEnding.Verification.EVIDENCE, TypeEnding.Verification.SAMPLE));
        boolean sampled = rule.equals(TypeEnding.Verification.SAMPLE);
        if (restricted && !rule.isEmpty() && !rule.equals(TypeEnding.Verification.ALWAYS)) {
            map.refuse("rule", "should be always where the type is restricted", "");
        }
        if (sampled && !map.has("one_in")) {
            map.wrong(map.line(), "\"one_in\" is missing");
        }
        for (var key : List.of("one_in", "new_workers")) {
            if (!sampled && map.has(key)) {
                map.refuse(key, "is only for the rule sample", "");
            }
        }
        if (!rule.equals(TypeEnding.Verification.EVIDENCE) && map.has("shows")) {
            map.refuse("shows", "is only for the rule evidence", "");
        }
        var verification = new TypeEnding.Verification(
                rule, map.condition("shows"), map.number("one_in", 1, 1), map.number("new_workers", 0, 0));
        map.nothingElse();
        return verification;
    }

    private TypeEnding.Retention retention() {
        if (!root.has("retention")) {
            return TypeEnding.Retention.FIXED;
        }
        var map = root.map("retention");
        var years = map.has("choices") ? map.numbers("choices") : new ArrayList<Integer>();
        var longer = map.has("longer") ? map.map("longer") : null;
        var retention = longer == null
                ? new TypeEnding.Retention(years, "", 0)
                : new TypeEnding.Retention(years, longer.condition("when"), longer.number("years", 1));
        if (longer != null) {
            longer.nothingElse();
        }
        map.nothingElse();
        return retention;
    }

    private Set<String> excluded() {
        var excluded = new LinkedHashSet<>(root.has("excluded_services") ? root.words("excluded_services") : List.<String>of());
        excluded.stream().filter(services::contains)
                .forEach(service -> root.refuse("excluded_services", "has \"" + service + "\", and \"services\" has it too", ""));
        return excluded;
    }
}
