package org.haki.surveys;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Organisations;
import org.haki.forms.Answers;
import org.haki.forms.ChoiceLists;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.intake.Account;
import org.haki.intake.FormIntakes;
import org.haki.intake.GiveAdvice;
import org.haki.intake.IntakeDecided;
import org.haki.intake.IntakesErased;
import org.haki.intake.Told;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.PartialDate;
import org.haki.ui.Words;
import org.haki.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Forms that are reports, and forms that are advice: the answers are its words, in the same transaction. The sheet stands and falls
 * with what it became: it goes along into a case, and is destroyed where a report is erased.
 */
@Service
class SurveyIntakes {

    private static final int LONGEST = 50_000;

    private final FormIntakes intakes;
    private final Organisations organisations;
    private final Forms forms;
    private final FormEngine engine;
    private final MediaLists lists;
    private final SurveySheetRepository sheets;
    private final Vault vault;
    private final Words words;
    private final Clock clock;

    SurveyIntakes(FormIntakes intakes, Organisations organisations, Forms forms, FormEngine engine, MediaLists lists, SurveySheetRepository sheets, Vault vault,
            Words words, Clock clock) {
        this.intakes = intakes;
        this.organisations = organisations;
        this.forms = forms;
        this.engine = engine;
        this.lists = lists;
        this.sheets = sheets;
        this.vault = vault;
        this.words = words;
        this.clock = clock;
    }

    /** What these answers become: a report, or a consult; {@code null} where the form is neither, or this actor may hand in none. Inside {@code work.as}. */
    UUID become(Actor actor, Survey survey, ReceivedInstance came, Answers answers) {
        boolean advises = survey.use() == Survey.Use.CONSULT && intakes.mayAdvise(actor, came.office());
        if (!advises && !(survey.use().isIntake() && intakes.mayReport(actor, came.office()))) {
            return null;
        }
        var form = forms.version(came.version().form());
        var language = organisations.of(actor.org()).language();
        var agreed = AgreedAnswers.of(form, answers);
        var told = told(actor, came, language, agreed, text(survey, form, answers, language, lists.of(actor, survey.id(), came.version().number())));
        return (advises ? intakes.advise(actor, told, advice(told, agreed)) : intakes.report(actor, told, came.code() == null ? Code.read(agreed.line(AgreedAnswers.CODE)) : came.code())).id();
    }

    /** Where it stands now. */
    Optional<FormIntakes.Standing> standing(Actor actor, SurveySheet sheet) {
        return sheet.intake() == null ? Optional.empty() : intakes.standing(actor, sheet.intake());
    }

    @EventListener
    void on(IntakeDecided news) {
        if (news.caseId() != null) {
            sheets.joinCase(news.intake());
        }
    }

    @EventListener
    void on(IntakesErased news) {
        for (var sheet : sheets.ofIntakes(news.intakes())) {
            sheets.gone(sheet.id(), clock.instant());
            sheets.delete(sheet.id());
            vault.destroy(sheet.key());
        }
    }

    private String text(Survey survey, FormVersion form, Answers answers, String language, ChoiceLists offered) {
        var text = FilledWords.of(engine.unreckoned(form, answers, offered), language, AgreedAnswers.APART);
        return text.isEmpty() ? survey.title() : text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /** Typed from paper it is a letter; on a page or a phone somebody stood there. */
    private Told told(Actor actor, ReceivedInstance came, String language, AgreedAnswers agreed, String text) {
        var when = agreed.line(AgreedAnswers.WHEN);
        var account = new Account(text, agreed.line(AgreedAnswers.PLACE), when, PartialDate.read(when, "when", new Errors()), agreed.byAnother() ? agreed.line(AgreedAnswers.CLIENT) : "",
                agreed.line(agreed.byAnother() ? AgreedAnswers.REPORTER : AgreedAnswers.CLIENT), "", agreed.line(AgreedAnswers.PHONE), "", List.of(), "", noted(agreed, language));
        return new Told(Id.next(), came.office(), came.source().equals("paper") ? "letter" : "walk_in", language, agreed.byAnother() ? "other" : "me",
                agreed.ageGroup(), agreed.urgency(), agreed.reach(), came.happenedAt(), false, account);
    }

    private String noted(AgreedAnswers agreed, String language) {
        return agreed.odd().stream().map(name -> words.say(language, "SurveyIntakes.odd", name, agreed.line(name))).collect(Collectors.joining("\n"));
    }

    private static GiveAdvice advice(Told told, AgreedAnswers agreed) {
        var advice = agreed.said().getOrDefault(AgreedAnswers.ADVICE, "");
        return new GiveAdvice(agreed.line(AgreedAnswers.TOPIC), advice.isEmpty() ? told.account().words() : advice, agreed.line(AgreedAnswers.SERVICE),
                agreed.line(AgreedAnswers.SEX), told.ageGroup());
    }
}
