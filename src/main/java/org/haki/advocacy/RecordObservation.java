package org.haki.advocacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.haki.kernel.Errors;
import org.haki.kernel.Money;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/**
 * What an institution was seen to do, as typed.
 *
 * @param practices   chosen chips
 * @param institution its id in the list
 * @param named       its name, where the list is too long to be chosen from
 * @param text        what happened; may stay empty
 * @param kept        {@code yes} where a word that looks like a name was looked at, and is none
 */
public record RecordObservation(
        List<String> practices, String institution, String named, String amount, String currency, String day, String text, String kept) {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 120;

    /** What was typed, read; asked only when there is nothing wrong. */
    record Read(List<String> practices, UUID institution, LocalDate day, Money amount, String text, boolean flagged) {}

    public RecordObservation {
        practices = practices == null ? List.of() : practices.stream().distinct().toList();
        institution = Objects.requireNonNullElse(institution, "");
        named = Objects.requireNonNullElse(Text.clean(named), "");
        amount = Objects.requireNonNullElse(amount, "");
        currency = Objects.requireNonNullElse(currency, "");
        day = Objects.requireNonNullElse(day, "");
        text = Objects.requireNonNullElse(Text.clean(text), "");
        kept = Objects.requireNonNullElse(kept, "");
    }

    /** An empty sheet about this institution, or about none yet. */
    static RecordObservation empty(UUID institution, LocalDate today) {
        return new RecordObservation(List.of(), institution == null ? "" : institution.toString(), "", "", "", today.toString(), "", "");
    }

    /** What was tapped in a line of a round of visits. */
    public static RecordObservation inRound(List<String> practices, UUID institution, String amount, String currency, String day) {
        return new RecordObservation(practices, institution.toString(), "", amount, currency, day, "", "");
    }

    static RecordObservation of(PracticeObservation one, String text) {
        return new RecordObservation(one.practices(), one.institution().toString(), "", one.amount() == null ? "" : one.amount().typed(),
                one.amount() == null ? "" : one.amount().currency(), one.seenOn().toString(), text, one.flagged() ? "yes" : "");
    }

    Errors errors(LocalDate today) {
        var errors = new Errors();
        errors.unless(!practices.isEmpty() && Practice.keys().containsAll(practices), "practices", "RecordObservation.practices");
        Money.read(amount, currency, "amount", errors);
        var seen = PartialDate.read(day, "day", errors);
        errors.unless(seen == null || seen.day() != null && !seen.about(), "day", "RecordObservation.day")
                .unless(seen == null || !seen.earliest().isAfter(today), "day", "RecordObservation.day.ahead")
                .unless(text.length() <= LONGEST_TEXT, "text", "RecordObservation.long", LONGEST_TEXT)
                .unless(named.length() <= LONGEST_NAME, "named", "RecordObservation.long", LONGEST_NAME);
        return errors;
    }

    Read read(UUID at, LocalDate today, boolean flagged) {
        var seen = PartialDate.read(day, "day", new Errors());
        return new Read(practices, at, seen == null ? today : seen.earliest(), Money.read(amount, currency, "amount", new Errors()), text, flagged);
    }

    boolean isKept() {
        return kept.equals("yes");
    }
}
