package org.haki.access;

import java.util.List;
import org.haki.kernel.Errors;
import org.haki.ui.Choice;

/**
 * One service to be offered, or changed.
 *
 * @param offer {@code null} for a new one
 */
public record ServiceOfferPage(ServiceOffer offer, ServiceOfferForm said, List<Colleague> colleagues, Errors errors) {

    public String action() {
        return offer == null ? "/settings/services" : "/settings/services/" + offer.id();
    }

    public int version() {
        return offer == null ? 0 : offer.version();
    }

    public List<Choice> people() {
        return colleagues.stream().map(one -> Choice.of(one.id().toString(), one.name())).toList();
    }

    public List<Choice> languages() {
        return PublicPageSettings.languages(said.languages());
    }
}
