package org.haki.surveys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.forms.Answers;
import org.haki.forms.FormVersion;
import org.haki.xlsform.Form;

/**
 * What the questions with agreed names tell about a report or a consult; docs/guides/forms.md lists them. A form asks those that it
 * likes, outside of repeats. An answer that is none of the agreed ones changes nothing and is named in {@code odd}.
 *
 * @param odd the names of the questions whose answers mean nothing to Haki
 */
record AgreedAnswers(Map<String, String> said, String ageGroup, String urgency, String reach, List<String> odd) {

    static final String CLIENT = "client_name";
    static final String REPORTER = "reporter_name";
    static final String PHONE = "phone";
    static final String PLACE = "place";
    static final String WHEN = "when_happened";
    static final String TOPIC = "topic";
    static final String ADVICE = "advice";
    static final String SERVICE = "service";
    static final String SEX = "sex";
    /** The number on the client's stub, which a phone scans. */
    static final String CODE = "case_code";
    /** What stands in places of its own, and is hidden there or shown when it is needed: not among the words. */
    static final Set<String> APART = Set.of(CLIENT, REPORTER, PHONE, CODE);
    private static final String AGE = "age";
    private static final String AGE_GROUP = "age_group";
    private static final String DANGER = "danger";
    private static final String SAFE_TO_CALL = "safe_to_call";
    private static final List<String> NAMES = List.of(CLIENT, REPORTER, PHONE, PLACE, WHEN, TOPIC, ADVICE, SERVICE, SEX, CODE, AGE, AGE_GROUP, DANGER, SAFE_TO_CALL);
    private static final Map<String, String> URGENCIES = Map.of("emergency", "emergency", "yes", "emergency", "now", "emergency", "urgent", "urgent", "soon", "urgent",
            "normal", "normal", "no", "normal");
    private static final Map<String, String> REACHES = Map.of("yes", "call", "call", "call", "no", "none", "none", "none");
    private static final List<String> AGE_GROUPS = List.of("child", "adult", "unknown");
    private static final int OF_AGE = 18;
    private static final int LONGEST = 500;

    static AgreedAnswers of(FormVersion form, Answers answers) {
        var said = new HashMap<String, String>();
        for (var field : form.form().fields()) {
            if (field.kind() == Form.Kind.QUESTION && field.repeat() == null && NAMES.contains(field.name())) {
                said.merge(field.name(), answers.value(form.question(field)), (first, other) -> first.isEmpty() ? other : first);
            }
        }
        var odd = new ArrayList<String>();
        var group = meant(said, AGE_GROUP, AGE_GROUPS.stream().collect(Collectors.toMap(Function.identity(), Function.identity())), "unknown", "unknown", odd);
        var age = age(said, odd);
        // Whoever did not say that she is safe is not; and whoever gave another answer than yes is not called.
        return new AgreedAnswers(said, age.isEmpty() ? group : age, meant(said, DANGER, URGENCIES, "urgent", "urgent", odd),
                meant(said, SAFE_TO_CALL, REACHES, "not_asked", "none", odd), List.copyOf(odd));
    }

    /** What was answered to the question of this name, as far as a line holds it; "" where it was not asked. */
    String line(String name) {
        var text = said.getOrDefault(name, "").strip().replaceAll("\\s+", " ");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** Whether somebody else tells it than whom it is about. */
    boolean byAnother() {
        return !line(REPORTER).isEmpty();
    }

    private static String age(Map<String, String> said, List<String> odd) {
        var age = said.getOrDefault(AGE, "");
        if (age.isEmpty()) {
            return "";
        }
        if (!age.matches("\\d{1,3}")) {
            odd.add(AGE);
            return "";
        }
        return Integer.parseInt(age) < OF_AGE ? "child" : "adult";
    }

    private static String meant(Map<String, String> said, String name, Map<String, String> meanings, String unsaid, String unknown, List<String> odd) {
        var value = said.getOrDefault(name, "");
        if (value.isEmpty()) {
            return unsaid;
        }
        if (!meanings.containsKey(value)) {
            odd.add(name);
        }
        return meanings.getOrDefault(value, unknown);
    }
}
