package org.haki.cases;

import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** What came of checking a closing with the client, as typed. */
public record VerifyClosing(String result, String spokenWith, String attempts, String note) {

    public static final List<String> RESULTS = List.of("confirmed", "partly", "disputed", "unreachable", "declined");
    public static final List<String> SPOKEN_WITH = List.of("document", "client", "reporter", "caregiver");
    private static final int MOST_ATTEMPTS = 99;

    /** A form nobody has typed in. */
    public static final VerifyClosing EMPTY = new VerifyClosing("", "", "", "");

    /** With whom, or by what, a closing is checked: a document counts where there is one to see ({@link ClosingRules#byEvidence}). */
    public static List<String> spokenWith(boolean evidence) {
        return SPOKEN_WITH.stream().filter(with -> evidence || !with.equals("document")).toList();
    }

    public VerifyClosing {
        result = Objects.requireNonNullElse(result, "");
        spokenWith = Objects.requireNonNullElse(spokenWith, "");
        attempts = Objects.requireNonNullElse(attempts, "");
        note = Objects.requireNonNullElse(note, "");
    }

    /** What needs another look. */
    public Errors errors(boolean evidence) {
        var errors = new Errors().unless(RESULTS.contains(result), "result", "VerifyClosing.choose");
        if (unreachable()) {
            errors.unless(tries() >= 1, "attempts", "VerifyClosing.attempts");
        } else {
            errors.unless(spokenWith(evidence).contains(spokenWith), "spokenWith", evidence ? "VerifyClosing.how" : "VerifyClosing.spokenWith");
        }
        return errors.unless(note.length() <= WriteNote.LONGEST, "note", "WriteNote.long", WriteNote.LONGEST);
    }

    boolean unreachable() {
        return result.equals("unreachable");
    }

    boolean disputed() {
        return result.equals("disputed");
    }

    /** How often somebody tried; 0 where it cannot be read as a number. */
    int tries() {
        var digits = Text.westernDigits(attempts).strip();
        return digits.matches("\\d{1,2}") ? Math.min(Integer.parseInt(digits), MOST_ATTEMPTS) : 0;
    }
}
