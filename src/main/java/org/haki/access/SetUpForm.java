package org.haki.access;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** What set-up asks: the organisation, its first office, its administrator. */
public record SetUpForm(
        String organisation,
        String region,
        String zone,
        String language,
        String office,
        String name,
        String signInName) {

    static SetUpForm blank(String zone) {
        return new SetUpForm("", "", zone, "", "", "", "");
    }

    /** As the one who asks to join wrote it; what is not known yet is empty. */
    static SetUpForm of(AskToJoin asked) {
        var zones = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, asked.region(), null);
        var zone = zones.size() == 1 ? zones.iterator().next() : "";
        return new SetUpForm(asked.organisation(), asked.region(), zone, "", "", asked.name(), "");
    }

    FoundOrganisation founding() {
        return new FoundOrganisation(organisation, FoundOrganisation.slugOf(organisation), region, zone, language, office);
    }

    Errors errors() {
        return new Errors()
                .unless(!Text.blank(organisation) && organisation.length() <= 120, "organisation", "FoundOrganisation.name")
                .unless(FoundOrganisation.isRegion(region), "region", "FoundOrganisation.region")
                .unless(FoundOrganisation.isZone(zone), "zone", "FoundOrganisation.zone")
                .unless(FoundOrganisation.isLanguage(language), "language", "FoundOrganisation.language")
                .unless(!Text.blank(office) && office.length() <= 120, "office", "FoundOrganisation.office")
                .unless(!Text.blank(name) && name.length() <= 120, "name", "PersonForm.name")
                .addAll(SignInName.errors("signInName", signInName));
    }
}
