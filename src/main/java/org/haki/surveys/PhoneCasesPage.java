package org.haki.surveys;

import java.time.Instant;
import java.util.List;

/**
 * What of cases stands on phones.
 *
 * @param forms      those that bring a list of cases
 * @param restricted whether cases of restricted types may stand in it
 * @param since      since when that is so or not; {@code null} where nobody ever said
 * @param version    of what was said
 * @param decides    whether the reader says it
 * @param keeps      whether the reader keeps forms
 */
public record PhoneCasesPage(List<Bringing> forms, boolean restricted, Instant since, String by, int version, boolean decides, boolean keeps) {

    /** A form that brings a list, and how much of each case stands in it. */
    public record Bringing(Survey survey, String shows) {}
}
