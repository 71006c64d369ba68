package org.haki.access;

import org.haki.kernel.Errors;

/**
 * A request to join, for the keeper who decides it.
 *
 * @param ready whether the keys are in a safe, so that others may be let in
 * @param said  the organisation as it is going to be founded
 */
public record JoinRequestPage(JoinRequest request, boolean ready, SetUpForm said, String reason, Places places, Errors errors) {

    /** The name of the country, or its code. */
    public String country() {
        return places.countries().stream()
                .filter(country -> country.value().equals(request.asked().region()))
                .map(country -> country.text())
                .findFirst()
                .orElse(request.asked().region());
    }
}
