package org.haki.access;

import org.haki.kernel.Errors;

/**
 * A request to join, for the keeper who decides it.
 *
 * @param ready whether the keys are in a safe, so that others may be let in
 * @param said  the organisation as it is going to be founded
 */
public record JoinRequestPage(JoinRequest request, boolean ready, SetUpForm said, String reason, Errors errors) {

    /** The name of the country among these, or its code. */
    public String country(Places places) {
        return places.countries().stream()
                .filter(country -> country.value().equals(request.asked().region()))
                .map(country -> country.text())
                .findFirst()
                .orElse(request.asked().region());
    }
}
