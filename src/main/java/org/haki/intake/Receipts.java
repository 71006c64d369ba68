package org.haki.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The receipts of reports: the way back for whoever told us, kept as a keyed hash and recognised, never read. */
@Service
public class Receipts {

    /**
     * The receipt of a report.
     *
     * @param how    new; again (the very same report, sent twice); late (the very same, long ago); taken (her word cannot be used)
     * @param intake the report that it leads to
     * @param digits as people read them; {@code null} where she has a word of her own, or was shown them long ago
     */
    public record Kept(String how, UUID intake, String digits) {

        public boolean isNew() {
            return how.equals("new");
        }

        public boolean isLate() {
            return how.equals("late");
        }

        public boolean wordTaken() {
            return how.equals("taken");
        }
    }

    /** A receipt that was recognised. */
    public record Found(UUID org, UUID intake) {}

    private final Work work;
    private final Vault vault;
    private final ReceiptRepository receipts;

    Receipts(Work work, Vault vault, ReceiptRepository receipts) {
        this.work = work;
        this.vault = vault;
        this.receipts = receipts;
    }

    /**
     * Keeps the receipt of a report inside the deed that takes it in. The report's id and its digits come from what
     * tells it from any other, its operation and its words, so that a lost answer or a second click gives the same ones.
     */
    public Kept keep(Actor actor, String one, String ownWord) {
        return work.as(actor, Intakes.verbOf(actor), () -> {
            var intake = Id.of(vault.fingerprint(actor.org(), "receipt.intake", one));
            var digits = Text.blank(ownWord) ? Receipt.digits(vault.fingerprint(actor.org(), "receipt.digits", one)) : null;
            var how = receipts.keep(hash(actor.org(), digits == null ? Receipt.read(ownWord) : digits), intake);
            return new Kept(how, intake, digits == null || how.equals("late") ? null : Receipt.shown(digits));
        });
    }

    /** What somebody at a public page typed, recognised at one of these organisations. */
    public Optional<Found> find(Actor visitor, Collection<UUID> orgs, String read) {
        var hashes = orgs.stream().map(org -> hash(org, read)).toList();
        return work.as(visitor, "public.status", () -> receipts.find(List.copyOf(orgs), hashes));
    }

    @EventListener
    void on(IntakesErased news) {
        receipts.forget(news.intakes());
    }

    private byte[] hash(UUID org, String read) {
        return vault.fingerprint(org, "receipt", read);
    }
}
