package org.haki.sheets;

import java.util.List;
import java.util.Map;
import org.haki.cases.OwnTypes;
import org.haki.forms.Filled;
import org.haki.forms.Wrong;
import org.haki.questions.AskingPage;
import org.haki.questions.ListedQuestion;

/**
 * A section of a case type as it would be asked in a case, for whoever says which types there are; nothing of it is kept.
 *
 * @param section its key
 */
public record TypeSectionPage(OwnTypes.Asked asked, String section, Filled filled, Map<String, String> typed, List<Wrong> wrongs) implements AskingPage {

    @Override
    public String path() {
        return asked.path() + "/sections/" + section;
    }

    /** What it asks, as a table. */
    public List<ListedQuestion> questions(String language) {
        return ListedQuestion.of(asked.form(), language);
    }
}
