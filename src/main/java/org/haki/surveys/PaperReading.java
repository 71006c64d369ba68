package org.haki.surveys;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.haki.forms.Answers;
import org.haki.forms.Filled;
import org.haki.forms.FormVersion;
import org.haki.kernel.BikramSambat;
import org.haki.questions.TypedQuestions;
import org.haki.xlsform.Form;

/**
 * What somebody types who reads from a paper: {@code ?} where it cannot be read, days in the calendar of the paper.
 *
 * @param typed      without what cannot be read
 * @param unreadable the places at which it cannot
 */
record PaperReading(TypedQuestions typed, Set<String> unreadable) {

    private static final Pattern UNREADABLE = Pattern.compile("[?\\uFF1F\\u061F\\u037E]");
    private static final String MARK = "?";

    static PaperReading of(FormVersion version, TypedQuestions typed, boolean bikram) {
        var unreadable = new LinkedHashSet<String>();
        var values = new LinkedHashMap<String, String>();
        typed.raw().values().forEach((place, value) -> {
            if (isUnreadable(version.field(place), value)) {
                unreadable.add(place);
            } else {
                values.put(place, bikram ? ofNepal(version.field(place), value) : value);
            }
        });
        var finds = new LinkedHashMap<>(typed.finds());
        finds.forEach((place, value) -> {
            if (UNREADABLE.matcher(value.strip()).matches()) {
                unreadable.add(place);
                values.remove(place);
            }
        });
        finds.keySet().removeAll(unreadable);
        return new PaperReading(typed.typing(new Answers(values, typed.raw().rows()), finds), unreadable);
    }

    /** What stands in the fields besides what could not be kept as typed: the mark, and days in the calendar of the paper. */
    static Map<String, String> shown(Filled filled, Map<String, String> typed, Set<String> unreadable, boolean bikram) {
        var shown = new LinkedHashMap<>(typed);
        if (bikram) {
            filled.each(asked -> {
                var type = asked.field().bind().getOrDefault("type", "");
                if (asked.isQuestion() && !asked.value().isEmpty() && (type.equals("date") || type.equals("dateTime")) && !asked.readOnly()) {
                    shown.computeIfAbsent(asked.place(), _ -> inNepal(asked.value()));
                }
            });
        }
        unreadable.forEach(place -> shown.put(place, MARK));
        return shown;
    }

    private static boolean isUnreadable(Form.Field field, String value) {
        boolean list = field != null && field.list() != null;
        return UNREADABLE.matcher(value.strip()).matches() || list && List.of(value.split(" ")).contains(MARK);
    }

    /** A day that says nothing of its calendar is one of the paper's. */
    private static String ofNepal(Form.Field field, String value) {
        var type = field == null ? "" : field.bind().getOrDefault("type", "");
        var text = value.strip();
        if (text.isEmpty() || text.chars().anyMatch(Character::isLetter)) {
            return value;
        }
        int hour = text.lastIndexOf(' ');
        return type.equals("date") ? text + " BS"
                : type.equals("dateTime") && hour > 0 ? text.substring(0, hour) + " BS" + text.substring(hour) : value;
    }

    private static String inNepal(String value) {
        try {
            var day = BikramSambat.of(LocalDate.parse(value.substring(0, Math.min(10, value.length()))));
            return day.isEmpty() ? value : day + " BS" + (value.length() > 15 ? " " + value.substring(11, 16) : "");
        } catch (DateTimeException none) {
            return value;
        }
    }
}
