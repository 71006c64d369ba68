package org.haki.reports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.haki.cases.CaseType;
import org.haki.cases.Labels;
import org.haki.referrals.Referral;
import org.haki.ui.Ui;
import org.haki.ui.Words;

/**
 * Something that a table of figures says, before it is known in which language: a sentence of words/ with what goes into it,
 * what a case type or an organisation calls it, or a month.
 */
public record Said(String key, List<Object> arguments, Labels label, String text, LocalDate month) {

    static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments), null, null, null);
    }

    static Said of(Labels label) {
        return new Said(null, List.of(), label, null, null);
    }

    /** A service as a type of case calls it, or else as it is called between organisations. */
    static Said service(String key, Collection<CaseType> types) {
        return types.stream().map(type -> type.services().get(key)).filter(Objects::nonNull).findFirst().map(Said::of)
                .orElseGet(() -> Referral.SERVICES.contains(key) ? Said.of("Referral.service." + key) : Said.text(key));
    }

    static Said text(String text) {
        return new Said(null, List.of(), null, text, null);
    }

    static Said month(LocalDate month) {
        return new Said(null, List.of(), null, null, month);
    }

    /** In the language of a page. */
    public String in(Ui ui) {
        return month != null ? ui.month(month) : label != null ? label.in(ui.lang()) : text != null ? text
                : ui.say(key, arguments(ui.lang(), inner -> inner.in(ui)));
    }

    /** In the language of a file; a month is its year and its number. */
    String in(Words words, String language) {
        return month != null ? month.toString().substring(0, 7) : label != null ? label.in(language) : text != null ? text
                : words.say(language, key, arguments(language, inner -> inner.in(words, language)));
    }

    private Object[] arguments(String language, Function<Said, String> inner) {
        return arguments.stream()
                .map(one -> one instanceof Labels named ? named.in(language) : one instanceof Said said ? inner.apply(said) : one)
                .toArray();
    }
}
