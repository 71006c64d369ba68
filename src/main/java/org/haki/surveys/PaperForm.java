package org.haki.surveys;

import java.util.Map;
import org.haki.forms.Answers;
import org.haki.forms.FormVersion;
import org.haki.forms.Texts;

/**
 * A form as its paper asks.
 *
 * @param numbers of its questions on paper, by question without rows
 */
public record PaperForm(Survey form, FormVersion version, Map<String, Integer> numbers) {

    /** The number of the question at this place; 0 for what has none. */
    public int number(String place) {
        return numbers.getOrDefault(Answers.question(place), 0);
    }

    /** What the question at this place asks; what the form asks no more is called by its name. */
    public String label(String place, String language) {
        var field = version.field(place);
        var label = field == null ? "" : Texts.in(version, field.label(), language);
        return label.isEmpty() ? Answers.question(place).replaceFirst(".*/", "") : label;
    }
}
