package org.haki.questions;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.haki.forms.Marked;
import org.haki.forms.Scale;
import org.haki.ui.Ui;

/**
 * In what manner a question is asked: what its workbook says of its appearance, and its words with their marks.
 *
 * @param appearance the words of that column
 * @param words      of the question
 * @param guidance   what is read only by who wants to know more
 * @param scale      from where to where its numbers go; {@code null} where it has no scale
 * @param media      what is seen and heard with it
 * @param choices    the same of its choices, by their names
 */
public record Manner(Set<String> appearance, Marked words, Marked hint, Marked guidance, Scale scale, Media media, Map<String, Media> choices) {

    public static final Manner PLAIN = of("");

    private static final Pattern COLUMNS = Pattern.compile("columns-([1-9]|10)|w[1-9]");
    private static final Set<String> BESIDE = Set.of("horizontal", "horizontal-compact", "columns", "columns-flex", "columns-pack", "compact", "list", "likert", "quick", "quickcompact", "no-buttons");
    private static final Pattern THOUSANDS = Pattern.compile("([-+]?\\d{1,3})((?:\\d{3})+)(\\.\\d+)?");

    /** Whether its workbook says this of its appearance. */
    public boolean is(String said) {
        return appearance.contains(said);
    }

    /** Whether its choices are all to be seen, however it would be asked else. */
    boolean isOpen() {
        return appearance.stream().anyMatch(one -> BESIDE.contains(one) || COLUMNS.matcher(one).matches());
    }

    /** Whether it is a line of a table whose choices stand above it. */
    boolean isInTable() {
        return is("list-nolabel");
    }

    /** How its choices stand, as the style sheet names it; {@code null} for one below the other. */
    public String layout(boolean few) {
        if (is("likert")) {
            return "choices-likert";
        }
        if (is("columns-pack") || is("scale")) {
            return "choices-pack";
        }
        var columns = appearance.stream().filter(one -> one.startsWith("columns-") && COLUMNS.matcher(one).matches()).findFirst();
        if (columns.isPresent()) {
            return "choices-columns " + columns.get();
        }
        return few && !is("vertical") || isOpen() && !is("quick") ? "choices-row" : null;
    }

    /** A number with its thousands apart, where that is asked for: after a comma in English, else after a narrow space; both are read. */
    String grouped(String number, String language) {
        var parts = THOUSANDS.matcher(number);
        return is("thousands-sep") && parts.matches()
                ? parts.group(1) + parts.group(2).replaceAll("(\\d{3})", (language.startsWith("en") ? "," : "\u202f") + "$1") + (parts.group(3) == null ? "" : parts.group(3))
                : number;
    }

    /** From where to where its numbers go, as one reads it; {@code null} where it has no scale. */
    public String scaled(Ui ui) {
        return scale == null ? null : ui.say(scale.step().compareTo(BigDecimal.ONE) == 0 ? "Question.scale" : "Question.scale.steps",
                Scale.plain(scale.start()), Scale.plain(scale.end()), Scale.plain(scale.step()));
    }

    /** The same where the question is called otherwise. */
    Manner unnamed() {
        return new Manner(appearance, Marked.NONE, hint, guidance, scale, media, choices);
    }

    /** The same said so. */
    Manner saying(String said) {
        var more = new HashSet<>(appearance);
        more.add(said);
        return new Manner(Set.copyOf(more), words, hint, guidance, scale, media, choices);
    }

    /** The manner of which no more is known than this. */
    static Manner of(String appearance) {
        var said = appearance.isBlank() ? Set.<String>of() : Set.copyOf(List.of(appearance.strip().split("\\s+")).stream().distinct().toList());
        return new Manner(said, Marked.NONE, Marked.NONE, Marked.NONE, null, Media.NONE, Map.of());
    }
}
