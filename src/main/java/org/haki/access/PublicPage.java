package org.haki.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What an organisation's public page shows and promises; settings of the organisation, never fixed words.
 *
 * @param numbers        whom to call in danger, the most important first
 * @param answerHours    within how many hours a report gets its first answer
 * @param emergencyHours within how many hours one about somebody in danger does
 * @param keepDays       how many days a report that nobody could answer is kept
 * @param readers        how many people read reports
 * @param languages      the languages the desk speaks, as BCP 47 tags
 * @param leaveTo        the neutral page to which the way out leads, https://…; "" for our own empty one
 * @param look           its colour, title, name and own words
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PublicPage(
        List<EmergencyNumber> numbers,
        int answerHours,
        int emergencyHours,
        int keepDays,
        int readers,
        List<String> languages,
        String leaveTo,
        PublicLook look) {

    /** A telephone number to call in danger, and whose it is. */
    public record EmergencyNumber(String label, String number) {}

    /** What holds until the organisation says otherwise. */
    public static final PublicPage UNSET = new PublicPage(List.of(), 72, 24, 42, 2, List.of("en"), "", PublicLook.PLAIN);

    public PublicPage {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        languages = languages == null ? List.of() : List.copyOf(languages);
        leaveTo = leaveTo == null ? "" : leaveTo;
        look = look == null ? PublicLook.PLAIN : look;
    }
}
