package org.haki.people;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;
import org.haki.ui.Choice;
import org.haki.ui.Ui;

/** The answers that forms about people offer, in the words of the reader, and how people are named. */
public final class PersonChoices {

    private PersonChoices() {}

    public static List<Choice> ageGroups(Ui ui) {
        return words(ui, "PersonFields.ageGroup.", Identity.AGE_GROUPS);
    }

    public static List<Choice> sexes(Ui ui) {
        return words(ui, "PersonFields.sex.", Identity.SEXES);
    }

    /** The communities of the list, and what was written of her before the list changed. */
    public static List<Choice> communities(List<String> listed, String hers) {
        var former = hers.isEmpty() || listed.contains(hers) ? Stream.<String>empty() : Stream.of(hers);
        return Stream.concat(former, listed.stream()).map(name -> Choice.of(name, name)).toList();
    }

    public static List<Choice> whose(Ui ui) {
        return words(ui, "SafeContact.whose.", SafeContact.WHOSE);
    }

    public static List<Choice> ways(Ui ui) {
        return words(ui, "SafeContact.way.", SafeContact.WAYS);
    }

    public static List<Choice> hours(Ui ui) {
        return words(ui, "SafeContact.hour.", SafeContact.HOURS);
    }

    /** Those alike, and somebody else. */
    public static List<Choice> alike(Ui ui, List<Likeness> alike) {
        var choices = new ArrayList<Choice>();
        alike.forEach(one -> choices.add(new Choice(
                one.person().id().toString(),
                about(ui, one.person().identity()),
                ui.say(one.likely() ? "Likeness.likely" : "Likeness.lessLikely", because(ui, one)))));
        choices.add(Choice.of("new", ui.say("Likeness.new")));
        return choices;
    }

    /** Her name, or that none is known; covered where names are hidden. */
    public static String name(Ui ui, Identity identity) {
        return identity.name().isBlank() ? ui.say("Person.noName") : ui.name(identity.name());
    }

    /** Her name and her age: "Asha Thapa, 27". */
    public static String about(Ui ui, Identity identity) {
        return ui.say("Person.nameAge", name(ui, identity), age(ui, identity));
    }

    /** 27, about 27, or the age group. */
    public static String age(Ui ui, Identity identity) {
        var years = identity.age(ui.today());
        return years == null
                ? ui.say("AgeGroup.short." + identity.ageGroup())
                : ui.say(identity.ageIsAbout() ? "Person.ageAbout" : "Person.age", years);
    }

    /** A date as well as it is known: 24 November 2026, November 2026, about 2019. */
    public static String date(Ui ui, PartialDate date) {
        var parts = date.day() != null ? "yMMMMd" : date.month() != null ? "yMMMM" : "y";
        var said = DateTimeFormatter.ofLocalizedPattern(parts).localizedBy(Locale.forLanguageTag(ui.lang())).format(date.earliest());
        return date.about() ? ui.say("PartialDate.about", said) : said;
    }

    /** Her parts of the day, in a row. */
    public static String hoursOf(Ui ui, SafeContact safe) {
        return safe.hours().stream().map(hour -> ui.say("SafeContact.hour." + hour)).collect(Collectors.joining(", "));
    }

    /** What she agreed to, in a row. */
    public static String waysOf(Ui ui, SafeContact safe) {
        return safe.ways().stream().map(way -> ui.say("SafeContact.way." + way)).collect(Collectors.joining(", "));
    }

    /** A number as a telephone dials it. */
    public static String dial(String phone) {
        return Text.westernDigits(phone).replaceAll("[^\\d+*#]", "");
    }

    /** What she did not agree to, in a row. */
    public static String never(Ui ui, SafeContact safe) {
        return safe.waysNot().stream().map(way -> ui.say("SafeContact.no." + way)).collect(Collectors.joining(", "));
    }

    private static String because(Ui ui, Likeness one) {
        return one.because().stream().map(reason -> ui.say("Likeness." + reason)).collect(Collectors.joining(", "));
    }

    private static List<Choice> words(Ui ui, String prefix, List<String> keys) {
        return keys.stream().map(key -> Choice.of(key, ui.say(prefix + key))).toList();
    }
}
