package org.haki.surveys;

import java.util.ArrayList;
import java.util.Set;
import org.haki.forms.Filled;

/** What was answered, as words that somebody reads: a question a line, in one language. */
final class FilledWords {

    private FilledWords() {}

    static String of(Filled filled, String language) {
        return of(filled, language, Set.of());
    }

    /** The same without the questions of these names, outside of repeats. */
    static String of(Filled filled, String language, Set<String> without) {
        var texts = filled.texts(language);
        var lines = new ArrayList<String>();
        filled.each(asked -> {
            if (asked.isQuestion() && asked.relevant() && asked.field().shown() && !asked.value().isEmpty()
                    && (asked.field().repeat() != null || !without.contains(asked.field().name()))) {
                lines.add(texts.label(asked) + ": " + texts.read(asked.field(), asked.value()));
            }
        });
        return String.join("\n", lines);
    }
}
