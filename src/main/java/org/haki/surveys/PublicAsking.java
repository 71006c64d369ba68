package org.haki.surveys;

import java.util.List;
import java.util.Map;
import org.haki.forms.Filled;
import org.haki.forms.Wrong;
import org.haki.questions.AskingPage;
import org.haki.questions.ShownFiles;
import org.haki.xlsform.Form;

/** An organisation's own questions on its public page, as somebody answers them. */
public record PublicAsking(Filled filled, Map<String, String> typed, List<Wrong> wrongs, String path, ShownFiles files) implements AskingPage {

    /** What was answered, a question a line, in this language: that is what is handed in. */
    public String words(String language) {
        return FilledWords.of(filled, language);
    }

    /** What the form is called, in this language. */
    public String title(String language) {
        return filled.texts(language).title();
    }

    /** Whether an answer may be followed by another question. */
    public boolean follows() {
        return filled.version().form().fields().stream().anyMatch(field -> field.bind().containsKey("relevant") || field.kind() == Form.Kind.REPEAT);
    }

    /** The same, where nothing is said to be wrong yet. */
    public PublicAsking unchecked() {
        return new PublicAsking(filled, typed, List.of(), path, files);
    }
}
