package org.haki.access;

import java.util.List;
import java.util.UUID;

/**
 * A line of the service directory: who offers what, where, for whom, and whom to ask.
 *
 * @param org          the organisation that offers it
 * @param organisation its name
 * @param slug         of its public page
 * @param kind         one of {@link #KINDS}
 * @param areas        where, as people call it; empty for everywhere
 * @param audience     for whom, of {@link #AUDIENCES}; empty for everybody
 * @param languages    in which languages, as BCP 47 tags
 * @param focal        the member of staff to ask; {@code null} where nobody is named, or who was has left
 * @param focalName    their name; "" for nobody
 * @param hours        when it is open, in words; may be ""
 * @param taking       whether it takes new clients
 */
public record ServiceOffer(
        UUID id,
        UUID org,
        String organisation,
        String slug,
        String kind,
        List<String> areas,
        List<String> audience,
        List<String> languages,
        UUID focal,
        String focalName,
        String hours,
        boolean taking,
        int version) {

    /** Every kind of service; its words stand under {@code Service.} in words/. */
    public static final List<String> KINDS = List.of(
            "legal_advice", "representation", "mediation", "documents", "counselling", "health", "shelter", "child_protection",
            "cash", "livelihood", "education", "interpreting", "other");

    /** For whom; words under {@code Audience.}. */
    public static final List<String> AUDIENCES = List.of("women", "men", "children", "older", "disabled", "displaced");
}
