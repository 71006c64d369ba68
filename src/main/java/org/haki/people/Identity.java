package org.haki.people;

import java.util.List;
import org.haki.kernel.PartialDate;

/**
 * Who somebody is; sealed as a whole under that person's own key.
 *
 * @param name       the name to use; may be "" where it is not known or not to be written
 * @param otherNames other names and spellings
 * @param phones     numbers, in international form where they can be read as such
 * @param birth      as well as it is known, or {@code null}
 * @param sex        one of {@link #SEXES}
 * @param ageGroup   one of {@link #AGE_GROUPS}, at the time of writing
 * @param address    where she lives, in words
 * @param safe       the safe way to reach her
 * @param note       anything that helps to tell her from others
 */
public record Identity(
        String name,
        List<String> otherNames,
        List<String> phones,
        PartialDate birth,
        String sex,
        String ageGroup,
        String address,
        SafeContact safe,
        String note) {

    public static final List<String> SEXES = List.of("female", "male", "other", "undisclosed");
    public static final List<String> AGE_GROUPS = List.of("child", "adult", "unknown");

    public Identity {
        otherNames = List.copyOf(otherNames);
        phones = List.copyOf(phones);
    }

    /** Someone of whom only this much is known. */
    public static Identity of(String name, String ageGroup) {
        return new Identity(name, List.of(), List.of(), null, "undisclosed", ageGroup, "", SafeContact.UNKNOWN, "");
    }
}
