package org.haki.surveys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.audit.Audit;
import org.haki.forms.Answers;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Service;

/** What came of a form: every question counted over all that was filled in and that the reader may see. */
@Service
class SurveyReports {

    static final String REPORT = "form.report";

    private final Work work;
    private final Audit audit;
    private final Forms forms;
    private final FormEngine engine;
    private final Organisations organisations;
    private final SurveyRepository surveys;
    private final SurveyWalk walk;
    private final MediaLists lists;
    private final AskedRepository asked;
    private final Clock clock;

    SurveyReports(Work work, Audit audit, Forms forms, FormEngine engine, Organisations organisations, SurveyRepository surveys, SurveyWalk walk,
            MediaLists lists, AskedRepository asked, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.forms = forms;
        this.engine = engine;
        this.organisations = organisations;
        this.surveys = surveys;
        this.walk = walk;
        this.lists = lists;
        this.asked = asked;
        this.clock = clock;
    }

    /** The report as it was asked for. Small numbers, and any days and office, are only for who may read the sheets themselves. */
    SurveyReportPage report(Actor actor, UUID id, AskReport said) {
        return work.as(actor, REPORT, () -> {
            var survey = surveys.one(id).filter(one -> one.state() != Survey.State.DRAFT).orElseThrow(Problem::notFound);
            var versions = surveys.versions(id);
            boolean reads = actor.may(SurveySubmissions.READ);
            var asked = reads ? said : said.whole();
            Map<UUID, String> offices = organisations.offices(actor).stream().collect(Collectors.toMap(Office::id, Office::name));
            var all = versions.stream().map(one -> engine.unreckoned(forms.version(one.form()), Answers.NONE, lists.of(actor, id, one.number()))).toList();
            var questions = ReportedQuestion.of(all);
            Map<Integer, FormVersion> byNumber = versions.stream().collect(Collectors.toMap(SurveyVersion::number, one -> forms.version(one.form())));
            var across = all.getFirst().version().field(asked.by());
            var tallies = new LinkedHashMap<String, Tally>();
            var sheets = new int[1];
            walk.each(id, (sheet, answers) -> {
                var day = LocalDate.ofInstant(sheet.receivedAt(), actor.zone());
                if (asked.holds(day, sheet.office())) {
                    sheets[0]++;
                    var group = group(asked, across, sheet, day, answers, offices);
                    questions.forEach(question -> count(question, byNumber.get(sheet.number()), answers, group, tallies));
                }
            });
            audit.note("form.report", id, asked.by());
            return new SurveyReportPage(survey, survey.use() == Survey.Use.CLOSING ? this.asked.rate(id) : null, all.getFirst(), questions, asked, tallies, sheets[0], reads, offices, clock.instant());
        });
    }

    private static String group(AskReport asked, Form.Field across, SurveySheet sheet, LocalDate day, Answers answers, Map<UUID, String> offices) {
        return switch (asked.by()) {
            case "" -> "";
            case AskReport.OFFICE -> offices.getOrDefault(sheet.office(), "");
            case AskReport.MONTH -> day.toString().substring(0, 7);
            case AskReport.DAY -> asked.side(day);
            default -> across == null ? "" : answers.value(asked.by());
        };
    }

    /** A sheet counts where its version asks the question, or where it still answers one that is asked no more. */
    private static void count(ReportedQuestion question, FormVersion of, Answers answers, String group, Map<String, Tally> tallies) {
        var field = question.field();
        var tally = tallies.computeIfAbsent(question.question(), _ -> new Tally());
        boolean asks = of.field(question.question()) != null;
        for (var place : question.places(answers)) {
            var value = answers.value(place);
            if (asks || !value.isEmpty()) {
                tally.asked();
            }
            if (value.isEmpty()) {
                continue;
            }
            switch (kind(field)) {
                case CHOICE -> tally.counted(List.of(value.split(" ")), group);
                case ONE_CHOICE -> tally.counted(List.of(value), group);
                case NUMBER -> number(value, group, tally);
                case MONTH -> tally.counted(List.of(value.length() < 7 ? value : value.substring(0, 7)), group);
                case TEXT -> tally.text(value);
                case ANSWERED -> tally.counted(List.of("yes"), group);
            }
        }
    }

    private static void number(String value, String group, Tally tally) {
        try {
            tally.number(Double.parseDouble(value), group);
        } catch (NumberFormatException text) {
            tally.text(value);
        }
    }

    /** Where this question was asked in these answers: once, or in each row around it. */
    static List<String> places(FormVersion form, Form.Field field, Answers answers) {
        var places = List.of("");
        for (var part : form.question(field).split("/")) {
            var next = new ArrayList<String>();
            for (var place : places) {
                var here = place.isEmpty() ? part : place + "/" + part;
                if (form.isRepeat(here)) {
                    answers.rowsOf(here).forEach(row -> next.add(here + "[" + row + "]"));
                } else {
                    next.add(here);
                }
            }
            places = next;
        }
        return places;
    }

    /** How the answers of a question are counted. */
    enum Kind { ONE_CHOICE, CHOICE, NUMBER, MONTH, TEXT, ANSWERED }

    static Kind kind(Form.Field field) {
        return switch (field.type()) {
            case "select_one" -> Kind.ONE_CHOICE;
            case "select_multiple" -> Kind.CHOICE;
            case "integer", "decimal", "range", "calculate" -> Kind.NUMBER;
            case "date", "dateTime", "today", "start", "end" -> Kind.MONTH;
            case "text", "barcode" -> Kind.TEXT;
            default -> Kind.ANSWERED;
        };
    }
}
