package org.haki.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Taking down what somebody says on the telephone, at the desk, or in a letter. */
@Service
class TakeReports {

    /**
     * A report that was taken in.
     *
     * @param path where to go on: the report, or Today for those who do not see the queue
     * @param slug names the page at which the caller looks with her receipt
     */
    record Taken(String path, Receipts.Kept receipt, String slug) {}

    private final Work work;
    private final Organisations organisations;
    private final Intakes intakes;
    private final Receipts receipts;
    private final Clock clock;

    TakeReports(Work work, Organisations organisations, Intakes intakes, Receipts receipts, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.intakes = intakes;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** The offices for which this person may take reports; whoever may for none has no such form. */
    List<Office> offices(Actor actor) {
        var mine = organisations.offices(actor).stream().filter(office -> actor.may("intake.take", office.id())).toList();
        if (mine.isEmpty()) {
            throw Problem.notYours();
        }
        return mine;
    }

    Errors errors(Actor actor, TakeReport said) {
        return said.errors(offices(actor).stream().map(office -> office.id().toString()).toList(),
                LocalDate.ofInstant(clock.instant(), actor.zone()));
    }

    /** Takes it in, once however often it is sent; answers what the colleague tells the caller. */
    Taken take(Actor actor, TakeReport said, Op op) {
        var organisation = organisations.of(actor.org());
        return work.as(actor, "intake.take", () -> {
            var receipt = receipts.keep(actor, op.id() + " " + HexFormat.of().formatHex(op.hash()), said.code());
            if (receipt.wordTaken()) {
                return new Taken(null, receipt, organisation.slug());
            }
            var code = work.once(actor, "intake.take", op, () -> intakes.receive(
                    actor, said.told(receipt.intake(), organisation.language(), actor.zone(), clock.instant())).code());
            return new Taken(actor.may("intake.see") ? "/intake/" + code : "/today", receipt, organisation.slug());
        });
    }
}
