package org.haki.surveys;

import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;

/** What whoever keeps forms does with them, for tests of other modules. */
public record SurveyKeeping(ApplicationContext haki) {

    /** Takes, no longer offers, closes or withdraws a form. */
    public void turn(Actor keeper, UUID id, Survey.State to) {
        var surveys = haki.getBean(Surveys.class);
        surveys.turn(keeper, id, to, new Op(UUID.randomUUID(), surveys.one(keeper, id).version(), new byte[0]));
    }

    /** Destroys the filled-in form to which this instance belongs. */
    public void destroy(Actor supervisor, UUID survey, String instance) {
        var sheets = haki.getBean(SurveySheetRepository.class);
        var code = haki.getBean(Work.class).as(supervisor, "form.read",
                () -> sheets.byId(sheets.instance(survey, instance).orElseThrow().sheet()).orElseThrow().sheet().code());
        haki.getBean(SurveySubmissions.class).destroy(supervisor, survey, code, Op.own());
    }

    /** Puts a file beside a version. */
    public void media(Actor keeper, UUID survey, int number, SurveyMedia file) {
        haki.getBean(Work.class).as(keeper, "form.write", () -> haki.getBean(SurveyRepository.class).insertMedia(survey, number, file));
    }

    /** The content of a file of the filled-in form to which this instance belongs. */
    public byte[] file(Actor reader, UUID survey, String instance, String name) {
        var sheets = haki.getBean(SurveySheetRepository.class);
        var code = haki.getBean(Work.class).as(reader, "form.read",
                () -> sheets.byId(sheets.instance(survey, instance).orElseThrow().sheet()).orElseThrow().sheet().code());
        return haki.getBean(SurveySubmissions.class).file(reader, survey, code, name).content();
    }
}
