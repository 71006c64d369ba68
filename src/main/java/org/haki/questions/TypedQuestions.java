package org.haki.questions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.haki.forms.Answers;
import org.haki.forms.FormVersion;
import org.haki.kernel.Text;

/**
 * What came in with a section's form.
 *
 * @param form    the hash of the form that was shown
 * @param raw     the answers as typed: {@code a/child[k3]/age}, and the rows: {@code r/child}
 * @param finds   what was typed to find something in a long list: {@code f/office}
 * @param choices where two people clash, whose answer stands: {@code mine} or {@code theirs}
 * @param dropped places of which the page said that they are no longer asked
 * @param covered places of answers that stayed covered on the page and so did not come with it
 * @param add     the repeat that gets one more row, or ""
 * @param remove  the row that goes, or ""
 * @param spoken  the language of the page, in which she was asked; or ""
 * @param uploads at each place of a file that was handed in before, by which id it was
 */
public record TypedQuestions(String form, Answers raw, Map<String, String> finds, Map<String, String> choices, Set<String> dropped, Set<String> covered,
        String add, String remove, String spoken, Map<String, String> uploads) {

    public static final String ANSWER = "a/";
    public static final String ROWS = "r/";
    public static final String FIND = "f/";
    public static final String CHOICE = "c/";
    public static final String FILE = "u/";
    public static final String UPLOAD = "w/";
    static final String DROPPED = "d";
    static final String COVERED = "k";
    private static final int MOST = 5_000;
    private static final Pattern ROW = Pattern.compile("\\w{1,40}");
    private static final Pattern PLACE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.\\-]*(\\[\\w{1,40}])?(/[\\p{L}_][\\p{L}\\p{N}_.\\-]*(\\[\\w{1,40}])?){0,40}");

    /** What came in under these names. */
    public static TypedQuestions of(Map<String, List<String>> parameters) {
        var values = new LinkedHashMap<String, String>();
        var rows = new LinkedHashMap<String, List<String>>();
        var finds = new LinkedHashMap<String, String>();
        var choices = new LinkedHashMap<String, String>();
        var uploads = new LinkedHashMap<String, String>();
        parameters.forEach((name, sent) -> {
            if (values.size() + rows.size() > MOST) {
                return;
            }
            if (name.startsWith(ANSWER) && isPlace(name.substring(ANSWER.length()))) {
                values.put(name.substring(ANSWER.length()), String.join(" ", sent).strip());
            } else if (name.startsWith(ROWS) && isPlace(name.substring(ROWS.length()))) {
                rows.put(name.substring(ROWS.length()), rows(sent));
            } else if (name.startsWith(FIND) && isPlace(name.substring(FIND.length())) && !sent.getFirst().isBlank()) {
                finds.put(name.substring(FIND.length()), Text.clean(sent.getFirst()));
            } else if (name.startsWith(UPLOAD) && isPlace(name.substring(UPLOAD.length()))) {
                uploads.put(name.substring(UPLOAD.length()), sent.getFirst());
            } else if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), sent.getFirst());
            }
        });
        return new TypedQuestions(first(parameters, "form"), new Answers(values, rows), finds, choices,
                new LinkedHashSet<>(parameters.getOrDefault(DROPPED, List.of())), new LinkedHashSet<>(parameters.getOrDefault(COVERED, List.of())),
                first(parameters, "add"), first(parameters, "remove"), first(parameters, "spoken"), uploads);
    }

    /** The same in this form, and with these answers where nothing was typed. */
    public TypedQuestions in(String hash, Answers others) {
        var values = new LinkedHashMap<>(others.values());
        values.putAll(raw.values());
        var rows = new LinkedHashMap<>(others.rows());
        rows.putAll(raw.rows());
        return new TypedQuestions(hash, new Answers(values, rows), finds, choices, dropped, covered, add, remove, spoken, uploads);
    }

    /** The same with what stayed covered as it stands in these answers, below rows that are still there. */
    public TypedQuestions with(Answers kept) {
        var values = new LinkedHashMap<>(raw.values());
        covered.stream().filter(place -> !values.containsKey(place) && !kept.value(place).isEmpty()).forEach(place -> values.put(place, kept.value(place)));
        return new TypedQuestions(form, new Answers(values, raw.rows()), finds, choices, dropped, covered, add, remove, spoken, uploads);
    }

    /** What was typed under questions that this form asks. */
    public Answers known(FormVersion version) {
        var values = new LinkedHashMap<>(raw.values());
        values.keySet().removeIf(place -> version.field(place) == null);
        return new Answers(values, raw.rows());
    }

    /** What was typed under questions that this form does not ask. */
    public List<String> lost(FormVersion version) {
        return raw.values().entrySet().stream()
                .filter(answer -> version.field(answer.getKey()) == null)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** These answers with one row more or less, where that was pressed. */
    public Answers turned(FormVersion version, Answers answers) {
        if (!add.isEmpty() && version.isRepeat(add)) {
            return answers.withRow(add, Answers.freshRow());
        }
        int from = remove.lastIndexOf('[');
        return from > 0 && remove.endsWith("]") ? answers.withoutRow(remove.substring(0, from), remove.substring(from + 1, remove.length() - 1)) : answers;
    }

    /** The same with this answer. */
    public TypedQuestions with(String place, String value, String upload) {
        var kept = new LinkedHashMap<>(uploads);
        kept.put(place, upload);
        return new TypedQuestions(form, raw.with(place, value), finds, choices, dropped, covered, add, remove, spoken, kept);
    }

    /** The same with other answers typed, and what was typed to find something. */
    public TypedQuestions typing(Answers others, Map<String, String> found) {
        return new TypedQuestions(form, others, found, choices, dropped, covered, add, remove, spoken, uploads);
    }

    /** Whether this can be the place of a question. */
    public static boolean isPlace(String place) {
        return place.length() < 1_000 && PLACE.matcher(place).matches();
    }

    private static List<String> rows(List<String> sent) {
        var rows = new ArrayList<String>();
        sent.stream().filter(row -> ROW.matcher(row).matches()).distinct().forEach(rows::add);
        return rows;
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        var sent = parameters.get(name);
        return sent == null || sent.isEmpty() ? "" : sent.getFirst();
    }
}
