package org.haki.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haki.forms.Filled;
import org.haki.forms.Wrong;
import org.haki.questions.AskingPage;
import org.haki.questions.ShownFiles;

/** An organisation's own questions on its public page, as somebody answers them. */
public record PublicAsking(Filled filled, Map<String, String> typed, List<Wrong> wrongs, String path, ShownFiles files) implements AskingPage {

    /** What was answered, a question a line, in this language: that is what is handed in. */
    public String words(String language) {
        return FilledWords.of(filled, language);
    }

    /** The same, where nothing is said to be wrong yet. */
    public PublicAsking unchecked() {
        return new PublicAsking(filled, typed, List.of(), path, files);
    }
}
