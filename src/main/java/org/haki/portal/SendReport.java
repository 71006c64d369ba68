package org.haki.portal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.intake.Account;
import org.haki.intake.Receipt;
import org.haki.intake.Told;
import org.haki.kernel.Errors;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/**
 * A report as somebody writes it at the public page. Only the words, the age and whether we may call need an answer.
 *
 * @param code      a word of her own, or "" for digits
 * @param topic     a field that no person sees: whoever fills it is a machine
 * @param challenge see {@link ProofOfWork}
 */
public record SendReport(
        String op,
        String about,
        String words,
        String where,
        String when,
        String age,
        String safe,
        String reach,
        String number,
        String whose,
        List<String> hour,
        String ifOther,
        String code,
        String language,
        String topic,
        String challenge,
        String nonce) {

    static final int LONGEST_WORDS = 50_000;
    static final int LONGEST_LINE = 500;
    private static final String NOT_SAID = "unknown";
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})?";

    public SendReport {
        op = Objects.requireNonNullElse(op, "");
        about = Objects.requireNonNullElse(about, "");
        words = Objects.requireNonNullElse(words, "");
        where = Objects.requireNonNullElse(where, "");
        when = Objects.requireNonNullElse(when, "");
        age = Objects.requireNonNullElse(age, "");
        safe = Objects.requireNonNullElse(safe, "");
        reach = Objects.requireNonNullElse(reach, "");
        number = Objects.requireNonNullElse(number, "");
        whose = Objects.requireNonNullElse(whose, "");
        hour = hour == null ? List.of() : List.copyOf(hour);
        ifOther = Objects.requireNonNullElse(ifOther, "");
        code = Objects.requireNonNullElse(code, "");
        language = Objects.requireNonNullElse(language, "");
        topic = Objects.requireNonNullElse(topic, "");
        challenge = Objects.requireNonNullElse(challenge, "");
        nonce = Objects.requireNonNullElse(nonce, "");
    }

    /** The same with these words. */
    SendReport withWords(String told) {
        return new SendReport(op, about, told, where, when, age, safe, reach, number, whose, hour, ifOther, code, language, topic, challenge, nonce);
    }

    /** A form that nobody has written in. */
    static SendReport empty() {
        return new SendReport(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    Errors errors() {
        var errors = new Errors()
                .unless(about.isEmpty() || Told.ABOUT.contains(about), "about", "ReportForm.choose")
                .unless(!Text.blank(words), "words", "ReportForm.words.needed")
                .unless(words.length() <= LONGEST_WORDS, "words", "ReportForm.long", LONGEST_WORDS);
        longest(errors, "where", where);
        longest(errors, "when", when);
        errors.unless(Told.AGE_GROUPS.contains(age), "age", "ReportForm.age.needed")
                .unless(safe.isEmpty() || Told.URGENCIES.contains(safe), "safe", "ReportForm.choose")
                .unless(Told.REACH.contains(reach), "reach", "ReportForm.reach.needed");
        longest(errors, "number", number);
        errors.unless(whose.isEmpty() || Told.WHOSE.contains(whose), "whose", "ReportForm.choose")
                .unless(Told.HOURS.containsAll(hour), "hour", "ReportForm.choose");
        longest(errors, "ifOther", ifOther);
        return errors.unless(!hasOwnWord() || !Receipt.easy(Receipt.read(code)), "code", "ReportForm.code.other");
    }

    boolean hasOwnWord() {
        return !Text.blank(code);
    }

    /** Whether a machine filled the field that no person sees. */
    boolean byMachine() {
        return !topic.isEmpty();
    }

    /** The operation of the form; a form without one gets its own rather than a refusal. */
    UUID operation(UUID own) {
        try {
            return UUID.fromString(op);
        } catch (IllegalArgumentException noneOfOurs) {
            return own;
        }
    }

    /** What was written, as a hash: the same operation with other words is another report. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Stream.of(about, words, where, when, age, safe, reach, number, whose, String.join(",", hour), ifOther, code).forEach(text -> {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What is handed in; asked only when there is nothing wrong. Where she did not say that she is safe, it is urgent. */
    Told told(UUID id, UUID office, String desksLanguage, Instant now, boolean quarantined) {
        return new Told(id, office, "web", language.matches(LANGUAGE) ? language : desksLanguage, about.isEmpty() ? NOT_SAID : about, age,
                safe.isEmpty() ? "urgent" : safe, reach, now, quarantined,
                new Account(words, where, when, PartialDate.read(when, "when", new Errors()), "", "", "", number, whose, hour, ifOther, ""));
    }

    private static void longest(Errors errors, String field, String text) {
        errors.unless(text.length() <= LONGEST_LINE, field, "ReportForm.long", LONGEST_LINE);
    }
}
