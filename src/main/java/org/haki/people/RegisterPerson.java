package org.haki.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/**
 * Who somebody is, as typed. {@code person} is the answer to the warning before a duplicate is made: the id of the one who
 * is meant, "new" for somebody else, "" where nobody has asked yet.
 */
public record RegisterPerson(
        String name,
        String otherNames,
        String phones,
        String birth,
        String sex,
        String ageGroup,
        String address,
        String community,
        String whose,
        List<String> ways,
        List<String> hours,
        String ifOther,
        String codeWord,
        String safeNote,
        String note,
        String office,
        String person) {

    private static final int SHORT = 200;
    private static final int LONG = 4_000;
    private static final int MANY = 10;
    private static final int FEWEST_DIGITS = 3;

    /** A form nobody has typed in. */
    public static final RegisterPerson EMPTY =
            new RegisterPerson("", "", "", "", "", "", "", "", "", List.of(), List.of(), "", "", "", "", "", "");

    public RegisterPerson {
        name = Objects.requireNonNullElse(name, "");
        otherNames = Objects.requireNonNullElse(otherNames, "");
        phones = Objects.requireNonNullElse(phones, "");
        birth = Objects.requireNonNullElse(birth, "");
        sex = Objects.requireNonNullElse(sex, "");
        ageGroup = Objects.requireNonNullElse(ageGroup, "");
        address = Objects.requireNonNullElse(address, "");
        community = Objects.requireNonNullElse(community, "");
        whose = Objects.requireNonNullElse(whose, "");
        ways = ways == null ? List.of() : List.copyOf(ways);
        hours = hours == null ? List.of() : List.copyOf(hours);
        ifOther = Objects.requireNonNullElse(ifOther, "");
        codeWord = Objects.requireNonNullElse(codeWord, "");
        safeNote = Objects.requireNonNullElse(safeNote, "");
        note = Objects.requireNonNullElse(note, "");
        office = Objects.requireNonNullElse(office, "");
        person = Objects.requireNonNullElse(person, "");
    }

    /** The form as it would have been typed for this identity. */
    public static RegisterPerson of(Identity known) {
        var safe = known.safe();
        return new RegisterPerson(
                known.name(),
                String.join("\n", known.otherNames()),
                String.join("\n", known.phones()),
                known.birth() == null ? "" : known.birth().toString(),
                known.sex(),
                known.ageGroup(),
                known.address(),
                known.community(),
                safe.whose(),
                safe.ways(),
                safe.hours(),
                safe.ifOther(),
                safe.codeWord(),
                safe.note(),
                known.note(),
                "",
                "");
    }

    /** The form for somebody else of the same household: where they live, and how to reach them. */
    public static RegisterPerson ofHousehold(Identity known) {
        var all = of(known);
        return new RegisterPerson("", "", all.phones, "", "", "", all.address, "", all.whose, all.ways, all.hours, all.ifOther, all.codeWord, all.safeNote, "", "", "");
    }

    /** The same, after it was said that this is nobody of those alike. */
    public RegisterPerson asNew() {
        return new RegisterPerson(name, otherNames, phones, birth, sex, ageGroup, address, community, whose, ways, hours, ifOther, codeWord, safeNote, note, office, "new");
    }

    /** What needs another look. */
    public Errors errors(LocalDate today) {
        var errors = new Errors();
        errors.unless(!nobody(), "name", "RegisterPerson.nobody");
        longest(errors, "name", name, SHORT);
        errors.unless(lines(otherNames).size() <= MANY, "otherNames", "RegisterPerson.many", MANY);
        longest(errors, "otherNames", otherNames, LONG);
        checkAge(errors, today);
        errors.unless(sex.isEmpty() || Identity.SEXES.contains(sex), "sex", "RegisterPerson.choose");
        errors.unless(lines(phones).size() <= MANY, "phones", "RegisterPerson.many", MANY);
        errors.unless(lines(phones).stream().allMatch(RegisterPerson::isNumber), "phones", "RegisterPerson.phones");
        longest(errors, "address", address, LONG);
        longest(errors, "community", community, SHORT);
        errors.unless(whose.isEmpty() || SafeContact.WHOSE.contains(whose), "whose", "RegisterPerson.choose");
        errors.unless(SafeContact.WAYS.containsAll(ways), "ways", "RegisterPerson.choose");
        errors.unless(!ways.contains("none") || ways.size() == 1, "ways", "RegisterPerson.none");
        errors.unless(SafeContact.HOURS.containsAll(hours), "hours", "RegisterPerson.choose");
        longest(errors, "ifOther", ifOther, SHORT);
        longest(errors, "codeWord", codeWord, SHORT);
        longest(errors, "safeNote", safeNote, LONG);
        longest(errors, "note", note, LONG);
        return errors;
    }

    /** The identity that was typed; asked only when there is nothing wrong. */
    public Identity identity(LocalDate today) {
        var born = PartialDate.read(birth, "birth", new Errors());
        return new Identity(
                name,
                lines(otherNames),
                lines(phones),
                born,
                sex.isEmpty() ? "undisclosed" : sex,
                ageGroup.isEmpty() ? ageGroupOf(born, today) : ageGroup,
                address,
                community,
                new SafeContact(whose, ways, hours, ifOther, codeWord, safeNote),
                note);
    }

    /** Whether it was said that this is somebody else than those alike. */
    public boolean isNew() {
        return person.equals("new");
    }

    /** The one in the register who is meant, or {@code null}. */
    public UUID known() {
        return person.isEmpty() || isNew() ? null : Id.of(person);
    }

    private void checkAge(Errors errors, LocalDate today) {
        int before = errors.all().size();
        var born = PartialDate.read(birth, "birth", errors);
        if (born != null) {
            errors.unless(!born.isAfter(today), "birth", "RegisterPerson.birth.future");
        }
        if (errors.all().size() > before) {
            return;
        }
        if (ageGroup.isEmpty()) {
            errors.unless(born != null, "ageGroup", "RegisterPerson.ageGroup");
        } else if (!Identity.AGE_GROUPS.contains(ageGroup)) {
            errors.add("ageGroup", "RegisterPerson.choose");
        } else if (born != null) {
            boolean surelyAdult = born.latest().plusYears(Identity.OF_AGE).isBefore(today);
            boolean surelyChild = born.earliest().plusYears(Identity.OF_AGE).isAfter(today);
            errors.unless(!(surelyAdult && ageGroup.equals("child") && !born.about()), "ageGroup", "RegisterPerson.ageGroup.birth");
            errors.unless(!(surelyChild && ageGroup.equals("adult") && !born.about()), "ageGroup", "RegisterPerson.ageGroup.birth");
        }
    }

    private static String ageGroupOf(PartialDate born, LocalDate today) {
        return born.latest().plusYears(Identity.OF_AGE).isAfter(today) ? "child" : "adult";
    }

    private boolean nobody() {
        return Stream.of(name, otherNames, phones, note).allMatch(String::isBlank);
    }

    private static void longest(Errors errors, String field, String text, int most) {
        errors.unless(text.length() <= most, field, "RegisterPerson.long", most);
    }

    private static boolean isNumber(String typed) {
        var western = Text.westernDigits(typed);
        return western.length() <= 40
                && western.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                && western.matches("[\\d\\s+()./\\-\\u2010-\\u2015#*]+");
    }

    private static List<String> lines(String typed) {
        return typed.lines().flatMap(line -> Stream.of(line.split("[,;،]"))).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }
}
