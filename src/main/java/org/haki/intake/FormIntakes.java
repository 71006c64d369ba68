package org.haki.intake;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haki.cases.CaseTypes;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.springframework.stereotype.Service;

/** What comes in by an organisation's own form: a report as every other, or advice that was given; and where that stands. */
@Service
public class FormIntakes {

    private static final String TAKE = "intake.take";

    /**
     * Where something that came in by a form stands, as far as whoever asks may know.
     *
     * @param path     where it is read; {@code null} for whoever does not read reports
     * @param accepted where it becomes a case; {@code null} for whoever may not decide that, or no longer
     */
    public record Standing(String code, String state, String path, String accepted) {

        /** Whether nobody decided on it yet. */
        public boolean waits() {
            return state.equals("received") || state.equals("call_back");
        }
    }

    private final Work work;
    private final Intakes reports;
    private final Decisions decisions;
    private final IntakeRepository intakes;
    private final CaseTypes types;
    private final Clock clock;

    FormIntakes(Work work, Intakes reports, Decisions decisions, IntakeRepository intakes, CaseTypes types, Clock clock) {
        this.work = work;
        this.reports = reports;
        this.decisions = decisions;
        this.intakes = intakes;
        this.types = types;
        this.clock = clock;
    }

    /** Whether this actor may hand in a report in this office. */
    public boolean mayReport(Actor actor, UUID office) {
        return actor.may(TAKE, office);
    }

    /** Whether this actor may write down advice in this office: it is somebody who gave it. */
    public boolean mayAdvise(Actor actor, UUID office) {
        return actor.person() != null && actor.may(WalkIns.VERB, office);
    }

    /** Takes in a report; its caller sees to it that it comes once. {@code printed} is the number on its paper, or {@code null}. */
    public Received report(Actor actor, Told told, String printed) {
        return reports.receive(actor, told, printed);
    }

    /** Writes down advice that was given, as a line of the register of walk-ins; what is no choice there is left open. */
    public Received advise(Actor actor, Told told, GiveAdvice said) {
        return work.as(actor, WalkIns.VERB, () -> {
            var code = reports.walkIn(actor, told);
            var intake = intakes.byCode(code).orElseThrow(Problem::notFound);
            decisions.advise(actor, intake, intake.version(), known(said, types.standard().services().keySet()), clock.instant());
            return new Received(told.id(), code);
        });
    }

    /** Where it stands; nothing for whoever sees nothing of it. */
    public Optional<Standing> standing(Actor actor, UUID intake) {
        return work.as(actor, TAKE, () -> intakes.byIds(Set.of(intake)).stream().findFirst().map(found -> new Standing(found.code(), found.state(),
                actor.may("intake.see", found.office()) ? found.path() : null, accepted(actor, found))));
    }

    private String accepted(Actor actor, Intake intake) {
        if (!intake.waits()) {
            return null;
        }
        return actor.may(Acceptances.DECIDE, intake.office()) ? intake.path() + "/acceptance"
                : decisions.mayDecide(actor, intake) ? WalkIns.PATH + "/" + intake.code() + "/acceptance" : null;
    }

    private static GiveAdvice known(GiveAdvice said, Set<String> services) {
        var service = services.contains(said.service()) ? said.service() : services.contains("advice") ? "advice" : services.iterator().next();
        return new GiveAdvice(GiveAdvice.TOPICS.contains(said.topic()) ? said.topic() : "other", said.advice(), service,
                Identity.SEXES.contains(said.sex()) ? said.sex() : "undisclosed", said.ageGroup());
    }
}
