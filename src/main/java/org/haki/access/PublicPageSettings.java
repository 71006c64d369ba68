package org.haki.access;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.stream.Stream;
import org.haki.kernel.Errors;
import org.haki.ui.Choice;
import org.haki.ui.Ui;

/** The settings of the public page. */
public record PublicPageSettings(PublicPageForm said, Errors errors) {

    private static final List<String> SPOKEN = List.of(
            "en", "es", "fr", "pt", "ar", "am", "ay", "bn", "gn", "ha", "hi", "ht", "id", "ne", "om", "qu", "so", "sw", "ti", "ur");

    /** The languages a desk may speak, each in its own name. */
    public List<Choice> languages() {
        return languages(said.languages());
    }

    /** The colours, each by its name. */
    public List<Choice> accents(Ui ui) {
        return PublicLook.ACCENTS.stream().map(accent -> Choice.of(accent, ui.say("Accent." + accent))).toList();
    }

    /** Languages that people speak, and those already chosen. */
    static List<Choice> languages(List<String> chosen) {
        return Stream.concat(SPOKEN.stream(), chosen.stream())
                .distinct()
                .map(language -> Choice.of(language, ULocale.getDisplayName(language, language)))
                .toList();
    }
}
