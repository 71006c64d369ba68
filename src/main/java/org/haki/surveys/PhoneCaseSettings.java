package org.haki.surveys;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.forms.FormVersion;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Which forms bring a list of cases to phones, how much it shows, and whether cases that are kept to a team may stand in it. */
@Service
class PhoneCaseSettings {

    /** None of its own. */
    static final String NONE = "none";
    static final List<String> OFFERED = List.of(NONE, PhoneCases.CODES, PhoneCases.PEOPLE);
    static final String SEE = "phone.see";
    static final String RESTRICTED = "phone.restricted";

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final SurveyRepository surveys;
    private final PhoneCaseRepository phones;
    private final Clock clock;

    PhoneCaseSettings(Work work, Audit audit, Staff staff, SurveyRepository surveys, PhoneCaseRepository phones, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.surveys = surveys;
        this.phones = phones;
        this.clock = clock;
    }

    /** How much the list of this form shows; "" where the form asks for none, or follows up on no case. */
    String chosen(Actor actor, Survey survey, FormVersion form) {
        boolean asks = survey.use() == Survey.Use.FOLLOWUP && form != null && NamedFile.of(form).contains(PhoneCases.FILE);
        return asks ? work.as(actor, Surveys.WRITE, () -> phones.shows(survey.id()).orElse(NONE)) : "";
    }

    void choose(Actor actor, UUID id, String shows, Op op) {
        work.once(actor, Surveys.WRITE, op, () -> {
            var survey = surveys.one(id).orElseThrow(Problem::notFound);
            if (!OFFERED.contains(shows)) {
                throw Problem.notFound();
            }
            if (survey.version() != op.base()) {
                throw Problem.stale();
            }
            if (shows.equals(NONE)) {
                phones.end(id);
            } else {
                phones.keep(id, shows, actor.person(), clock.instant());
            }
            audit.note("form.case_list", id, shows);
            return "";
        });
    }

    /** What stands on phones, for whoever watches over that. */
    PhoneCasesPage page(Actor actor) {
        return work.as(actor, SEE, () -> {
            var bringing = new HashSet<>(phones.bringing());
            var rule = phones.rule();
            var forms = surveys.all().stream().filter(survey -> survey.use() == Survey.Use.FOLLOWUP && bringing.contains(survey.id()))
                    .map(survey -> new PhoneCasesPage.Bringing(survey, phones.shows(survey.id()).orElse(NONE))).toList();
            return new PhoneCasesPage(forms, rule.restricted(), rule.since(), rule.by() == null ? "" : staff.name(actor, rule.by()), rule.version(),
                    actor.may(RESTRICTED), actor.may(Surveys.WRITE));
        });
    }

    /** Lets cases of restricted types, and those that are kept to a team, stand in the lists too, or no longer. */
    void restricted(Actor actor, boolean may, Op op) {
        work.once(actor, RESTRICTED, op, () -> {
            if (phones.rule(may, op.base(), actor.person(), clock.instant()) == 0) {
                throw Problem.stale();
            }
            audit.note(may ? "phone.restricted_on" : "phone.restricted_off", actor.org(), "");
            return "";
        });
    }
}
