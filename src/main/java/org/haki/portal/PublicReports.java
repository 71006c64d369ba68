package org.haki.portal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.intake.Intakes;
import org.haki.intake.IntakesErased;
import org.haki.intake.PublicStatus;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Handing in a report at the public page, and coming back for the answer. */
@Service
class PublicReports {

    /**
     * What became of a report that was handed in.
     *
     * @param how    new; again (the very same, sent twice); late (the very same, long ago); taken (her word cannot be used)
     * @param digits the receipt, as people read it; {@code null} where she has a word of her own
     */
    record Handed(String how, String digits) {

        boolean wordTaken() {
            return how.equals("taken");
        }

        boolean late() {
            return how.equals("late");
        }
    }

    private final Work work;
    private final Vault vault;
    private final Organisations organisations;
    private final Intakes intakes;
    private final ReceiptRepository receipts;
    private final Clock clock;

    PublicReports(Work work, Vault vault, Organisations organisations, Intakes intakes, ReceiptRepository receipts, Clock clock) {
        this.work = work;
        this.vault = vault;
        this.organisations = organisations;
        this.intakes = intakes;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Hands in a report. Its id and its digits come from the operation and the words, so that a lost answer or a second
     * click gives the same ones again.
     */
    Handed hand(Actor visitor, Organisation organisation, SendReport said, UUID op, boolean quarantined) {
        var office = organisations.offices(visitor).getFirst().id();
        var one = op + " " + said.hash();
        var id = id(vault.fingerprint(organisation.id(), "receipt.intake", one));
        var digits = said.hasOwnWord() ? null : Receipt.digits(vault.fingerprint(organisation.id(), "receipt.digits", one));
        var read = said.hasOwnWord() ? Receipt.read(said.code()) : digits;
        return work.as(visitor, "public.report", () -> {
            var how = receipts.keep(hash(organisation.id(), read), id);
            if (how.equals("new")) {
                intakes.receive(visitor, said.told(id, office, organisation.language(), clock.instant(), quarantined));
            }
            return new Handed(how, digits == null ? null : Receipt.shown(digits));
        });
    }

    /** What she may read, by what she typed; empty where we do not know it. Our digits are known at every desk's page. */
    Optional<PublicStatus> status(Actor visitor, Organisation organisation, String typed) {
        var read = Receipt.read(typed);
        var orgs = Receipt.isDigits(read) ? organisations.all().stream().map(Organisation::id).toList() : List.of(organisation.id());
        var hashes = orgs.stream().map(org -> hash(org, read)).toList();
        return work.as(visitor, "public.status", () -> receipts.find(orgs, hashes))
                .map(found -> intakes.status(organisations.system(found.org()), found.intake()));
    }

    @EventListener
    void on(IntakesErased news) {
        receipts.forget(news.intakes());
    }

    private byte[] hash(UUID org, String read) {
        return vault.fingerprint(org, "receipt", read);
    }

    /** A UUID of version 8 (RFC 9562), made from a fingerprint. */
    private static UUID id(byte[] fingerprint) {
        var bytes = ByteBuffer.wrap(fingerprint);
        return new UUID(bytes.getLong() & ~0xF000L | 0x8000L, bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }
}
