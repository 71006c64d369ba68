package org.haki.forms;

import java.util.List;
import java.util.function.Consumer;

/**
 * A section after all was reckoned: what is asked, what came of the answers, and all that needs another look, not only the first.
 *
 * @param asked   what stands right below the root
 * @param answers as they are kept: reckoned anew, without what is not asked
 * @param left    places whose answers are left out, since they are no longer asked
 * @param wrongs  in the order of the form
 */
public record Filled(FormVersion version, ChoiceLists lists, List<Asked> asked, Answers answers, List<String> left, List<Wrong> wrongs) {

    /** Its words in this language ({@code es}), else in the form's own. */
    public Texts texts(String language) {
        return new Texts(this, language);
    }

    /** Every question, group, row and repeat, in the order of the form. */
    public void each(Consumer<Asked> look) {
        asked.forEach(one -> each(one, look));
    }

    private static void each(Asked asked, Consumer<Asked> look) {
        look.accept(asked);
        asked.below().forEach(one -> each(one, look));
    }
}
