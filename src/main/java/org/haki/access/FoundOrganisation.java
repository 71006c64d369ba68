package org.haki.access;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** An organisation that is to work with this Haki, and its first office. */
public record FoundOrganisation(String name, String slug, String region, String zone, String language, String office) {

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    Errors errors() {
        return new Errors()
                .unless(!Text.blank(name) && name.length() <= 120, "name", "FoundOrganisation.name")
                .unless(slug != null && slug.matches("[a-z0-9][a-z0-9-]{1,39}"), "slug", "FoundOrganisation.slug")
                .unless(REGIONS.contains(region), "region", "FoundOrganisation.region")
                .unless(isZone(zone), "zone", "FoundOrganisation.zone")
                .unless(language != null && language.matches("[a-z]{2,3}"), "language", "FoundOrganisation.language")
                .unless(!Text.blank(office) && office.length() <= 120, "office", "FoundOrganisation.office");
    }

    static boolean isZone(String zone) {
        try {
            return zone != null && ZoneId.of(zone).getId().contains("/");
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
