package org.haki.referrals;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.haki.access.Organisations;
import org.haki.access.Token;
import org.haki.audit.Audit;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.messages.OneLink;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/**
 * A page for somebody without an account: a link and a code, shown once to whoever makes it, to be passed on by two
 * different ways. We keep only what recognises them.
 */
@Service
public class GuestPasses {

    /** So long an unopened page waits. */
    static final Duration WAITS = Duration.ofDays(14);
    private static final int CODES = 100_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What is shown once.
     *
     * @param link   the whole address
     * @param code   eight digits, in two groups
     * @param mailed whether the link went by mail; {@code null} where that was not asked for
     */
    public record Handed(String link, String code, Boolean mailed) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final ReferralRepository referrals;
    private final GuestPassRepository passes;
    private final OneLink mail;
    private final Clock clock;

    GuestPasses(
            Work work,
            Audit audit,
            Vault vault,
            Organisations organisations,
            CaseFiles cases,
            ReferralRepository referrals,
            GuestPassRepository passes,
            OneLink mail,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.organisations = organisations;
        this.cases = cases;
        this.referrals = referrals;
        this.passes = passes;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Makes a page for the receiver of this referral, instead of any before it; the link goes to {@code email}, or to
     * whoever asked where that is "". Empty where this form was sent before: the secrets were shown then.
     */
    Optional<Handed> make(Actor actor, String code, UUID referral, String email, Op op) {
        var token = new AtomicReference<Token>();
        var digits = digits();
        work.once(actor, "referral.send", op, () -> {
            var file = cases.openFor(actor, code, "referral.send");
            referrals.find(referral).filter(row -> row.caseId().equals(file.id()) && row.toOrg() == null).orElseThrow(Problem::notFound);
            var fresh = Token.next();
            var now = clock.instant();
            if (!passes.make(Id.next(), referral, fresh.hash(), codeHash(vault, actor.org(), fresh.text(), digits), now, now.plus(WAITS))) {
                throw Problem.notNow();
            }
            audit.note("pass.made", referral, email.isBlank() ? "by hand" : "by mail");
            audit.shows(file.id());
            token.set(fresh);
            return file.path() + "/outside/" + referral;
        });
        return Optional.ofNullable(token.get()).map(fresh -> {
            var path = "/guest/" + fresh.text();
            var language = organisations.of(actor.org()).language();
            Boolean mailed = email.isBlank() ? null : mail.tell(email, language, "referral_link", path);
            return new Handed(mail.address(path), digits.substring(0, 4) + " " + digits.substring(4), mailed);
        });
    }

    /** Takes the page back; where it is open it closes at the next request. */
    String end(Actor actor, String code, UUID referral, Op op) {
        return work.once(actor, "referral.send", op, () -> {
            var file = cases.openFor(actor, code, "referral.send");
            referrals.find(referral).filter(row -> row.caseId().equals(file.id())).orElseThrow(Problem::notFound);
            if (!passes.end(referral, clock.instant())) {
                throw Problem.notNow();
            }
            audit.note("pass.ended", referral, "");
            audit.shows(file.id());
            return file.path() + "/outside/" + referral;
        });
    }

    boolean mayMail() {
        return mail.possible();
    }

    /** The code is judged by the organisation's own key: who holds a copy of the database cannot go through all of them. */
    static byte[] codeHash(Vault vault, UUID owner, String token, String digits) {
        return vault.fingerprint(owner, "guest-pass", HexFormat.of().formatHex(Token.hash(token)) + " " + digits);
    }

    private static String digits() {
        return "%08d".formatted(RANDOM.nextInt(CODES));
    }
}
