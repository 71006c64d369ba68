package org.haki.intake;

import java.time.Clock;
import java.time.LocalDate;
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

    private final Work work;
    private final Organisations organisations;
    private final Intakes intakes;
    private final Clock clock;

    TakeReports(Work work, Organisations organisations, Intakes intakes, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.intakes = intakes;
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

    /** Takes it in; answers the address of the report, or of Today for those who do not see the queue. */
    String take(Actor actor, TakeReport said, Op op) {
        var language = organisations.of(actor.org()).language();
        return work.once(actor, "intake.take", op, () -> {
            var received = intakes.receive(actor, said.told(language, actor.zone(), clock.instant()));
            return actor.may("intake.see") ? "/intake/" + received.code() : "/today";
        });
    }
}
