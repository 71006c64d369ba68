package org.haki.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haki.kernel.Actor;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person has beside the password: an authenticator app, or a printed card of ten codes. Each code holds once. */
@Service
class SecondFactors {

    private static final String PURPOSE_TOTP = "totp";
    private static final String PURPOSE_CARD = "card";
    private static final String CARD_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CARD_CODES = 10;
    private static final int CARD_CODE_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LoginRepository logins;
    private final Vault vault;
    private final Work work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SecondFactors(LoginRepository logins, Vault vault, Work work, TransactionTemplate transaction, Clock clock) {
        this.logins = logins;
        this.vault = vault;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was typed, as codes are compared: no spaces or hyphens, Western digits, no I, L or O. */
    static String folded(String typed) {
        return typed == null || typed.length() > 60
                ? ""
                : Text.westernDigits(typed)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\-\\u2010-\\u2015.]", "")
                        .replace('I', '1')
                        .replace('L', '1')
                        .replace('O', '0');
    }

    /** Whether it has the shape of a code of the app; otherwise it is meant as one of the card. */
    static boolean likeTotp(String folded) {
        return folded.matches("[0-9]{6}");
    }

    /** Whether the code is right and was not used before; it is used now. */
    boolean use(Login login, String folded) {
        return likeTotp(folded) ? useTotp(login, folded) : useCard(login, folded);
    }

    /** Makes the app with this seed the person's second factor, if this is its code; a printed card stays. */
    boolean keepTotp(Actor actor, byte[] seed, String folded) {
        if (Totp.stepOf(seed, folded, clock.instant()).isEmpty()) {
            return false;
        }
        var sealed = vault.sealForOrganisation(actor.org(), actor.person(), PURPOSE_TOTP, seed);
        work.as(actor, "me.change", () -> logins.keepTotp(sealed.bytes()));
        return true;
    }

    /** A new printed card instead of the one before: its codes, shown once. */
    List<String> newCard(Actor actor) {
        var codes = Stream.generate(SecondFactors::cardCode).distinct().limit(CARD_CODES).toList();
        var hashes = codes.stream().map(code -> cardHash(actor.org(), actor.person(), code)).toArray(byte[][]::new);
        work.as(actor, "me.change", () -> logins.keepCard(hashes));
        return codes.stream().map(SecondFactors::shown).toList();
    }

    private boolean useTotp(Login login, String code) {
        if (login.totpSealed() == null) {
            return false;
        }
        var seed = vault.openForOrganisation(login.org(), login.id(), PURPOSE_TOTP, Sealed.of(login.totpSealed()));
        var step = Totp.stepOf(seed, code, clock.instant());
        return step.isPresent() && transaction.execute(_ -> logins.useTotpStep(login.id(), step.getAsLong()));
    }

    boolean useCard(Login login, String code) {
        var hash = cardHash(login.org(), login.id(), code);
        return transaction.execute(_ -> logins.useCardCode(login.id(), hash, clock.instant()));
    }

    private byte[] cardHash(UUID org, UUID login, String code) {
        return vault.fingerprint(org, PURPOSE_CARD, login + ":" + code);
    }

    private static String cardCode() {
        return IntStream.range(0, CARD_CODE_LENGTH)
                .mapToObj(_ -> String.valueOf(CARD_LETTERS.charAt(RANDOM.nextInt(CARD_LETTERS.length()))))
                .reduce("", String::concat);
    }

    private static String shown(String code) {
        return code.substring(0, 4) + "-" + code.substring(4);
    }
}
