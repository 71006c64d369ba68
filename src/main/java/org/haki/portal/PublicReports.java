package org.haki.portal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.intake.Intakes;
import org.haki.intake.PublicStatus;
import org.haki.intake.Receipt;
import org.haki.intake.Receipts;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Handing in a report at the public page, and coming back for the answer. */
@Service
class PublicReports {

    private final Work work;
    private final Organisations organisations;
    private final Intakes intakes;
    private final Receipts receipts;
    private final Clock clock;

    PublicReports(Work work, Organisations organisations, Intakes intakes, Receipts receipts, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.intakes = intakes;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Hands in a report, once however often it is sent; answers its receipt. */
    Receipts.Kept hand(Actor visitor, Organisation organisation, SendReport said, UUID op, boolean quarantined) {
        var office = organisations.offices(visitor).getFirst().id();
        return work.as(visitor, "public.report", () -> {
            var receipt = receipts.keep(visitor, op + " " + said.hash(), said.code());
            if (receipt.isNew()) {
                intakes.receive(visitor, said.told(receipt.intake(), office, organisation.language(), clock.instant(), quarantined));
            }
            return receipt;
        });
    }

    /** What she may read, by what she typed; empty where we do not know it. Our digits are known at every desk's page. */
    Optional<PublicStatus> status(Actor visitor, Organisation organisation, String typed) {
        var read = Receipt.read(typed);
        var orgs = Receipt.isDigits(read) ? organisations.all().stream().map(Organisation::id).toList() : List.of(organisation.id());
        return receipts.find(visitor, orgs, read)
                .map(found -> intakes.status(organisations.system(found.org()), found.intake()));
    }
}
