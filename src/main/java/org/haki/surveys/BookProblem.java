package org.haki.surveys;

import java.util.List;
import org.haki.ui.Ui;
import org.haki.xlsform.Problem;

/**
 * Something that is wrong with a workbook, at its cell.
 *
 * @param place    {@code survey!C5}, or "" where it is the file's
 * @param sentence what the converter says, in English; "" where {@code key} says it
 */
public record BookProblem(String place, String sentence, String key, List<Object> arguments) {

    private static final String LINE = "line ";

    static BookProblem of(Problem problem) {
        return new BookProblem(problem.place(), problem.sentence(), "", List.of());
    }

    static BookProblem of(String place, String key, Object... arguments) {
        return new BookProblem(place, "", "BookProblem." + key, List.of(arguments));
    }

    /** Where it is, as the page says it; "" for the whole file. */
    public String where(Ui ui) {
        return place.startsWith(LINE) ? ui.say("BookProblem.line", place.substring(LINE.length())) : place;
    }

    public String say(Ui ui) {
        return key.isEmpty() ? sentence : ui.say(key, arguments.toArray());
    }

    /** The language of its sentence, where that is not the page's; else {@code null}. */
    public String lang() {
        return key.isEmpty() ? "en" : null;
    }
}
