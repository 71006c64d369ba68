package org.haki.cases;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.ui.Ui;

/**
 * Something that is wrong with the files of a case type, or was left out of them, at its place.
 *
 * @param place    the file, and the line or the cell in it; "" where it is the whole folder's
 * @param sentence what the reader says, in English; "" where {@code key} says it
 */
public record TypeProblem(String place, String sentence, String key, List<Object> arguments) {

    private static final Pattern SAID = Pattern.compile("(?s)([\\w.-]+\\.(?:yaml|xlsx)), (?:(line \\d+|\\w+(?:!?[A-Z]*\\d*)?): )?(.*)");

    /** As the reader says it: its file, its line or cell, and what is wrong. */
    static TypeProblem said(String mistake) {
        var said = SAID.matcher(mistake);
        return said.matches() ? new TypeProblem(said.group(2) == null ? said.group(1) : said.group(1) + ", " + said.group(2), said.group(3), "", List.of())
                : new TypeProblem("", mistake, "", List.of());
    }

    static TypeProblem of(String place, String key, Object... arguments) {
        return new TypeProblem(place, "", "TypeProblem." + key, List.of(arguments));
    }

    /** On this line of the casetype.yaml. */
    static TypeProblem line(int line, String key, Object... arguments) {
        return of(CaseTypeFiles.YAML + ", line " + line, key, arguments);
    }

    public String say(Ui ui) {
        return key.isEmpty() ? sentence : ui.say(key, arguments.toArray());
    }

    /** The language of its sentence, where that is not the page's; else {@code null}. */
    public String lang() {
        return key.isEmpty() ? "en" : null;
    }
}
