package org.haki.access;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haki.ui.Choice;

/** The countries and time zones there are, in the words of a language. */
public record Places(List<Choice> countries, List<Choice> zones) {

    private static final Pattern AREA =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    /** In the words of this language. */
    public static Places in(String language) {
        var words = ULocale.forLanguageTag(language);
        var order = Collator.getInstance(words);
        var countries = Stream.of(Locale.getISOCountries())
                .map(country -> Choice.of(country, ULocale.getDisplayCountry("und_" + country, words)))
                .sorted(Comparator.comparing(Choice::text, order::compare))
                .toList();
        var zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> AREA.matcher(zone).matches())
                .sorted()
                .map(zone -> Choice.of(zone, zone.replace('_', ' ')))
                .toList();
        return new Places(countries, zones);
    }
}
