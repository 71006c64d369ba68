package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** What the client decided about showing her case to somebody outside: one recipient a decision, with an end. */
@Service
public class SharingConsents {

    /** A decision as it was written down; {@code until} is the end of a yes. */
    public record Recorded(UUID id, ConsentToShare said, Instant at, Instant until, UUID by) {

        /** Whether it is a yes that has not ended. */
        public boolean isLive(Instant now) {
            return said.decision().equals("given") && until.isAfter(now);
        }
    }

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Majority majority;
    private final SharingConsentRepository consents;
    private final EventRepository history;
    private final Clock clock;

    SharingConsents(
            Work work,
            Audit audit,
            Vault vault,
            Majority majority,
            SharingConsentRepository consents,
            EventRepository history,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.majority = majority;
        this.consents = consents;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Writes a decision down; a refusal or a withdrawal ends at once what an earlier yes had opened. A child decides with
     * a caregiver and her own assent, or a supervisor decides in her best interest (R6).
     */
    public UUID record(Actor actor, CaseFile file, ConsentToShare said) {
        return work.as(actor, "consent.share", () -> {
            refuseUnless(hindrances(actor, file, said).isEmpty());
            var id = Id.next();
            var witness = said.witness().isBlank() ? null : vault.seal(file.key(), id, ConsentProofs.WITNESS, said.witness());
            consents.add(id, file.id(), said, witness, actor);
            if (actor.kind() != Actor.Kind.GUEST) {
                history.add(actor, file.id(), "sharing_consent", said.toOrg(), said.decision());
            }
            audit.note("case.sharing_consent", id, said.purpose() + " " + said.decision());
            return id;
        });
    }

    /** Every decision about sharing this case, the oldest first. */
    public List<Recorded> of(Actor actor, CaseFile file) {
        return work.as(actor, "consent.share", () -> consents.of(file.id()).stream()
                .map(row -> row.opened(vault.read(file.key(), row.id(), ConsentProofs.WITNESS, row.witness())))
                .toList());
    }

    /** Why such a decision cannot stand for this client, beside its fields; a page asks before it is sent. */
    public Errors hindrances(Actor actor, CaseFile file, ConsentToShare said) {
        return majority.errors(actor, file, said.decision(), said.byWhom(), said.assent());
    }

    /** Her age group, as far as whoever asks may see it. */
    public String ageOf(Actor actor, CaseFile file) {
        return majority.ageOf(actor, file);
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notNow();
        }
    }
}
