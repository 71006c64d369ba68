package org.haki.xlsform;

import java.util.List;

/** What single types ask of their parameters, and what these become. */
final class TypeRules {

    private static final List<String> LOCATIONS = List.of("location-priority", "location-min-interval", "location-max-age");

    private TypeRules() {}

    static void apply(Element question, Line line, Survey survey) {
        switch (question.type) {
            case "text" -> {
                var rows = Parameters.of(line).accepting("rows").whole("rows");
                if (rows != null) {
                    question.control.put("rows", rows);
                }
            }
            case "photo" -> photo(question, line);
            case "audio" -> {
                var quality = Parameters.of(line).accepting("quality").oneOf("quality", "voice-only", "low", "normal", "external");
                if (quality != null) {
                    question.bind.put("odk:quality", quality);
                }
            }
            case "range" -> RangeRules.apply(question, line, survey.choices);
            case "geopoint", "geoshape", "geotrace" -> geo(question, line, survey);
            case "start-geopoint" -> question.actions.add(new Element.Action("odk:setgeopoint", Element.Action.FIRST_LOAD, null));
            case "calculate" -> {
                if (!question.bind.containsKey("calculate") && !question.initialIsDynamic) {
                    throw line.refusal(Fault.CALCULATION_MISSING, "bind/calculate");
                }
            }
            default -> {
                if (!Parameters.of(line).values().isEmpty()) {
                    survey.problems.warn(line.problem(Fault.PARAMETER_UNUSED, survey.columns.column("parameters")));
                }
            }
        }
    }

    private static void photo(Element question, Line line) {
        var parameters = Parameters.of(line).accepting("app", "max-pixels");
        if (question.initial != null && !question.initial.contains("jr://images/")) {
            question.initial = "jr://images/" + question.initial;
        }
        if (parameters.whole("max-pixels") != null) {
            question.bind.put("orx:max-pixels", parameters.get("max-pixels"));
        }
        var appearance = question.control.get("appearance");
        if (parameters.has("app") && (appearance == null || appearance.equals("annotate"))) {
            question.control.put("intent", parameters.checked("app",
                    app -> app.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+"), "the name of an Android package"));
        }
    }

    private static void geo(Element question, Line line, Survey survey) {
        boolean point = question.type.equals("geopoint");
        var parameters = point
                ? Parameters.of(line).accepting("allow-mock-accuracy", "capture-accuracy", "reference-geometry", "warning-accuracy")
                : Parameters.of(line).accepting("allow-mock-accuracy", "incremental", "reference-geometry");
        if (parameters.number("capture-accuracy") != null) {
            question.control.put("accuracyThreshold", parameters.get("capture-accuracy"));
        }
        if (parameters.number("warning-accuracy") != null) {
            question.control.put("unacceptableAccuracyThreshold", parameters.get("warning-accuracy"));
        }
        if (parameters.checked("incremental", Settings::isYes, "true") != null) {
            question.control.put("incremental", "true");
        }
        if (parameters.truth("allow-mock-accuracy") != null) {
            question.bind.put("odk:allow-mock-accuracy", parameters.get("allow-mock-accuracy"));
        }
        if (parameters.has("reference-geometry")) {
            question.itemset = parameters.get("reference-geometry");
            survey.geometries.add(new Survey.Later(line, List.of(question.itemset)));
        }
    }

    /** The audit is no question: it stands in meta, always under this name. */
    static Element audit(Line line) {
        if (line.value("name") != null && !line.value("name").equals("audit")) {
            throw line.refusal(Fault.AUDIT_NAME, "name");
        }
        var audit = Questions.of(Element.Kind.QUESTION, "audit", "audit", line);
        var parameters = Parameters.of(line).accepting("identify-user", "location-max-age", "location-min-interval",
                "location-priority", "track-changes", "track-changes-reasons");
        parameters.truth("track-changes");
        parameters.truth("identify-user");
        parameters.oneOf("track-changes-reasons", "on-form-edit");
        for (var key : LOCATIONS) {
            if (!parameters.has(key) && LOCATIONS.stream().anyMatch(parameters::has)) {
                throw line.refusal(Fault.PARAMETER_MISSING, "parameters", key);
            }
        }
        parameters.oneOf("location-priority", "no-power", "low-power", "balanced", "high-accuracy");
        parameters.checked("location-min-interval", value -> value.matches("\\d{1,9}"), "a whole number of seconds");
        parameters.checked("location-max-age", value -> value.matches("\\d{1,9}")
                && Integer.parseInt(value) >= Integer.parseInt(parameters.get("location-min-interval")), "at least location-min-interval");
        parameters.values().forEach((key, value) -> audit.bind.put("odk:" + key, value));
        return audit;
    }
}
