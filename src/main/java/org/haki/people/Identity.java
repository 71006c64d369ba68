package org.haki.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.haki.kernel.PartialDate;

/**
 * Who somebody is; sealed as a whole under that person's own key.
 *
 * @param name       the name to use; may be "" where it is not known or not to be written
 * @param otherNames other names and spellings
 * @param phones     telephone numbers, as they were given
 * @param birth      as well as it is known, or {@code null}
 * @param sex        one of {@link #SEXES}
 * @param ageGroup   one of {@link #AGE_GROUPS}, at the time of writing
 * @param address    where she lives, in words
 * @param community  the ethnic or community group she says she is of, in the words of the organisation's list; "" where she was not asked
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
        String community,
        SafeContact safe,
        String note) {

    public static final List<String> SEXES = List.of("female", "male", "other", "undisclosed");
    public static final List<String> AGE_GROUPS = List.of("child", "adult", "unknown");

    /** From which year on somebody is of age. */
    public static final int OF_AGE = 18;

    public Identity {
        name = Objects.requireNonNullElse(name, "");
        otherNames = otherNames == null ? List.of() : List.copyOf(otherNames);
        phones = phones == null ? List.of() : List.copyOf(phones);
        sex = Objects.requireNonNullElse(sex, "undisclosed");
        ageGroup = Objects.requireNonNullElse(ageGroup, "unknown");
        address = Objects.requireNonNullElse(address, "");
        community = Objects.requireNonNullElse(community, "");
        safe = Objects.requireNonNullElse(safe, SafeContact.UNKNOWN);
        note = Objects.requireNonNullElse(note, "");
    }

    /** Someone who was not asked which community she is of. */
    public Identity(String name, List<String> otherNames, List<String> phones, PartialDate birth, String sex, String ageGroup, String address,
            SafeContact safe, String note) {
        this(name, otherNames, phones, birth, sex, ageGroup, address, "", safe, note);
    }

    /** Someone of whom only this much is known. */
    public static Identity of(String name, String ageGroup) {
        return new Identity(name, List.of(), List.of(), null, "undisclosed", ageGroup, "", SafeContact.UNKNOWN, "");
    }

    /** As another organisation gets to know her: of which community she said she is stays where she said it. */
    public Identity elsewhere() {
        return new Identity(name, otherNames, phones, birth, sex, ageGroup, address, safe, note);
    }

    /** The age in whole years on this day, or {@code null} where nothing is known; at least true to the year. */
    public Integer age(LocalDate today) {
        return birth == null ? null : (int) ChronoUnit.YEARS.between(birth.earliest(), today);
    }

    /** Whether the age is only near the truth: the day or the month of birth is missing, or all of it is an estimate. */
    public boolean ageIsAbout() {
        return birth != null && (birth.about() || birth.day() == null);
    }
}
