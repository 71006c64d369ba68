package org.haki.surveys;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haki.forms.Filled;
import org.haki.forms.Wrong;

/**
 * A sheet of paper as it is being typed in.
 *
 * @param sheet      as it was typed in before; {@code null} for the first time
 * @param filled     as it stands, with what was typed
 * @param typed      at each place that could not be read, or is kept in another way, what was typed
 * @param kept       answers to what is not asked now, which come back when it is asked again
 * @param unreadable the places at which the paper cannot be read
 * @param notice     the key of a sentence on top, or ""
 */
public record TypedPaper(PaperForm form, SurveySheet sheet, Filled filled, Map<String, String> typed, List<Wrong> wrongs, Map<String, String> kept,
        Set<String> unreadable, String notice) {

    TypedPaper telling(String sentence) {
        return new TypedPaper(form, sheet, filled, typed, wrongs, kept, unreadable, sentence);
    }

    /** Over which edit of the sheet it is typed. */
    public int edit() {
        return sheet == null ? 0 : sheet.edit();
    }
}
