package org.haki.intake;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Text;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens what people told us; makes the prints by which the same number and the same words are recognised. */
@Component
class AccountSeal {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final String ACCOUNT = "account";
    private static final String ANSWER = "answer";
    private static final String NOTE = "note";
    private static final Account DAMAGED = new Account(Text.DAMAGED, "", "", null, "", "", "", "", "", List.of(), "", "");
    private static final int COMPARED_DIGITS = 9;
    private static final int SHORTEST_NUMBER = 5;
    private static final int SHORTEST_WORDS = 8;

    private final Vault vault;

    AccountSeal(Vault vault) {
        this.vault = vault;
    }

    Sealed seal(UUID key, UUID intake, Account account) {
        return vault.seal(key, intake, ACCOUNT, JSON.writeValueAsString(account));
    }

    /** What was told, or {@code null} where it was erased. */
    Account open(Intake intake) {
        return intake.hasWords()
                ? vault.read(intake.key(), intake.id(), ACCOUNT, intake.sealed(), text -> JSON.readValue(text, Account.class), DAMAGED)
                : null;
    }

    /** What was told in each of these, with one query for their keys; those that were erased are absent. */
    Map<UUID, Account> openAll(Collection<Intake> intakes) {
        var kept = intakes.stream().filter(Intake::hasWords).toList();
        vault.fetch(kept.stream().map(Intake::key).toList());
        var accounts = new HashMap<UUID, Account>();
        kept.stream().filter(intake -> vault.has(intake.key())).forEach(intake -> accounts.put(intake.id(), open(intake)));
        return accounts;
    }

    Sealed sealAnswer(UUID key, UUID intake, String answer) {
        return vault.seal(key, intake, ANSWER, answer);
    }

    String answer(Intake intake) {
        return vault.read(intake.key(), intake.id(), ANSWER, intake.answer());
    }

    Sealed sealNote(UUID key, UUID attempt, String note) {
        return Text.blank(note) ? null : vault.seal(key, attempt, NOTE, note);
    }

    String note(UUID key, Attempt attempt) {
        return vault.read(key, attempt.id(), NOTE, attempt.note());
    }

    Sealed sealAdvice(UUID key, UUID consult, String advice) {
        return vault.seal(key, consult, NOTE, advice);
    }

    String advice(UUID key, UUID consult, Sealed advice) {
        return vault.read(key, consult, NOTE, advice);
    }

    /** A keyed print of the end of a telephone number, or {@code null} where there is none. */
    Long numberPrint(UUID org, String number) {
        var digits = Text.blank(number) ? "" : Text.westernDigits(number).replaceAll("\\D", "");
        return digits.length() < SHORTEST_NUMBER
                ? null
                : print(org, "intake.number", digits.substring(Math.max(0, digits.length() - COMPARED_DIGITS)));
    }

    /** A keyed print of the words without spaces, case and signs, or {@code null} where they are too few to tell. */
    Long wordsPrint(UUID org, String words) {
        var letters = words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
        return letters.length() < SHORTEST_WORDS ? null : print(org, "intake.words", letters);
    }

    private Long print(UUID org, String purpose, String text) {
        return ByteBuffer.wrap(vault.fingerprint(org, purpose, text)).getLong();
    }
}
