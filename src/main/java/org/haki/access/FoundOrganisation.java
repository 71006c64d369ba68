package org.haki.access;

import com.ibm.icu.text.Transliterator;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** An organisation that is to work with this Haki, and its first office. */
public record FoundOrganisation(String name, String slug, String region, String zone, String language, String office) {

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower");

    FoundOrganisation withSlug(String other) {
        return new FoundOrganisation(name, other, region, zone, language, office);
    }

    /** The name as a part of an address: Latin letters, digits and hyphens. */
    static String slugOf(String name) {
        var slug = LATIN.transliterate(name == null ? "" : name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var short40 = slug.length() > 40 ? slug.substring(0, 40).replaceAll("-$", "") : slug;
        return short40.length() < 2 ? "office-" + short40 : short40;
    }

    static boolean isRegion(String region) {
        return region != null && REGIONS.contains(region);
    }

    static boolean isLanguage(String language) {
        return language != null && language.matches("[a-z]{2,3}");
    }

    static boolean isZone(String zone) {
        try {
            return zone != null && ZoneId.of(zone).getId().contains("/");
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
