package org.haki.access;

import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** What an organisation is called and where it is. */
public record OrganisationForm(String organisation, String region, String zone, String language) {

    static OrganisationForm of(Organisation organisation) {
        return new OrganisationForm(
                organisation.name(), organisation.region(), organisation.zone().getId(), organisation.language());
    }

    Errors errors() {
        return new Errors()
                .unless(!Text.blank(organisation) && organisation.length() <= 120, "organisation", "FoundOrganisation.name")
                .unless(FoundOrganisation.isRegion(region), "region", "FoundOrganisation.region")
                .unless(FoundOrganisation.isZone(zone), "zone", "FoundOrganisation.zone")
                .unless(FoundOrganisation.isLanguage(language), "language", "FoundOrganisation.language");
    }
}
