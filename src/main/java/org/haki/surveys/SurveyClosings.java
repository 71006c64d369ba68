package org.haki.surveys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haki.access.Token;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseStatus;
import org.haki.cases.Consents;
import org.haki.cases.Teams;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.springframework.stereotype.Service;

/**
 * Asking a client how it was, after her case was closed: by somebody who did not work on it, where she agreed to be asked and can be
 * reached safely, and once. That she was asked stands with the case; what she answered stands by itself, and nothing leads from one to the other.
 */
@Service
class SurveyClosings {

    private static final String FILL = SurveySubmissions.FILL;
    private static final List<String> WORKING = List.of("owner", "member");

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final Teams teams;
    private final Consents consents;
    private final Persons persons;
    private final SurveyRepository surveys;
    private final AskedRepository asked;
    private final Clock clock;

    SurveyClosings(Work work, Audit audit, CaseFiles cases, Teams teams, Consents consents, Persons persons, SurveyRepository surveys,
            AskedRepository asked, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.teams = teams;
        this.consents = consents;
        this.persons = persons;
        this.surveys = surveys;
        this.asked = asked;
        this.clock = clock;
    }

    /** The form by which this actor can ask after this case now. */
    Optional<Survey> offered(Actor actor, CaseFile file) {
        return file.status() != CaseStatus.CLOSED || file.client() == null || !actor.may(FILL, file.office()) || !actor.may("person.see", file.office())
                ? Optional.empty()
                : surveys.all().stream().filter(survey -> survey.use() == Survey.Use.CLOSING && survey.state() == Survey.State.OPEN).findFirst()
                        .filter(_ -> mayBeAsked(actor, file));
    }

    private boolean mayBeAsked(Actor actor, CaseFile file) {
        boolean worked = actor.is(file.owner())
                || teams.of(actor, file).stream().anyMatch(member -> actor.is(member.person()) && WORKING.contains(member.role()));
        boolean agreed = consents.of(actor, file).stream()
                .anyMatch(one -> one.decision().purpose().equals("followup") && one.decision().decision().equals("given"));
        return !worked && agreed && !asked.isAnswered(file.id()) && isReached(actor, file);
    }

    private boolean isReached(Actor actor, CaseFile file) {
        var safe = persons.open(actor, file.client()).safe();
        return !safe.never() && !safe.ways().isEmpty();
    }

    /** Begins to ask; answers where. */
    String ask(Actor actor, String code, Op op) {
        return work.once(actor, FILL, op, () -> {
            var file = cases.openFor(actor, code, FILL);
            var survey = offered(actor, file).orElseThrow(Problem::notNow);
            var token = Token.next();
            asking(actor, file, survey, token.hash());
            return survey.fillPath() + "/new?asked=" + token.text();
        });
    }

    /** She is asked from now on by this token, and by none that she was given before; inside {@code work.once}. */
    void asking(Actor actor, CaseFile file, Survey survey, byte[] token) {
        if (asked.ask(file.id(), survey.id(), LocalDate.ofInstant(clock.instant(), actor.zone()), token) == 0) {
            throw Problem.notNow();
        }
        audit.note("form.asked", file.id(), "");
    }

    /** Whoever was asked with this token answered; inside {@code work.once}. */
    void answered(String token) {
        if (asked.answer(Token.hash(token)) == 0) {
            throw Problem.notNow();
        }
    }
}
