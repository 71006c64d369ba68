package org.haki.surveys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Office;
import org.haki.forms.Filled;
import org.haki.forms.Texts;
import org.haki.forms.Wrong;
import org.haki.kernel.Errors;
import org.haki.questions.AskingPage;
import org.haki.questions.QuestionItem;
import org.haki.questions.QuestionItems;
import org.haki.questions.ShownFiles;
import org.haki.questions.TypedQuestions;
import org.haki.ui.Choice;
import org.haki.ui.Ui;

/**
 * A form to be filled in, anew or again.
 *
 * @param sheet   what is edited; {@code null} for a new one
 * @param filled  as it stands, with what was typed
 * @param kept    answers to what is not asked now, which come back when it is asked again
 * @param uploads at each place of a file that waits, its id
 * @param speak   the language in which it asks, as the workbook names it; "" for that of the page
 * @param step    with what the part begins that is shown; "" for the first
 * @param notice  the key of a sentence on top, or ""
 * @param offices whose it can be, where that is to be said
 * @param begun   what was begun before; {@code null} for nothing
 * @param paper   the code of the paper that it is typed from, as typed; "" for none
 * @param wrongPaper the key of what is wrong with that code, or ""
 * @param asked   the token with which somebody is asked after her case, or ""
 * @param files   what it brings along, to be seen and heard
 * @param tried   whether it is only tried by whoever keeps the form: nothing of it is handed in
 */
public record FillPage(Survey form, SurveySheet sheet, Filled filled, Map<String, String> typed, List<Wrong> wrongs, Map<String, String> kept,
        Map<String, String> uploads, String speak, String step, String notice, List<Office> offices, UUID office, UUID begun, String paper, String wrongPaper,
        boolean tried, String asked, ShownFiles files) implements AskingPage {

    /** A field that is not shown, and what stands in it. */
    public record Hidden(String name, String value) {}

    @Override
    public String path() {
        return tried ? form.path() + "/preview" : sheet == null ? form.fillPath() + "/sheets" : sheet.path();
    }

    /** Where its reader came from. */
    public String back() {
        return tried ? form.path() : sheet == null ? form.fillPath() : sheet.path();
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public String language(Ui ui) {
        return speak.isEmpty() ? ui.lang() : Texts.code(speak);
    }

    /** The same as HTML says it; {@code null} where the workbook names it otherwise. */
    public String lang(Ui ui) {
        return language(ui).matches("[a-z]{2,3}(-\\w+)?") ? language(ui) : null;
    }

    /** The languages that the form asks in, where there are several, by their names in the workbook. */
    public List<String> languages() {
        var named = filled.version().form().languages().stream().filter(one -> !one.equals("default")).toList();
        return named.size() > 1 ? named : List.of();
    }

    /** Whether it asks in this language now. */
    public boolean speaks(String language, Ui ui) {
        return Texts.code(language).equalsIgnoreCase(language(ui).replaceFirst("[-_].*", ""));
    }

    public int base() {
        return sheet == null ? 0 : sheet.edit();
    }

    /** What stands on this part of it. */
    @Override
    public List<QuestionItem> items(String language) {
        return items(steps(language));
    }

    /** The same where the parts are known. */
    public List<QuestionItem> items(List<FillStep> steps) {
        return steps.isEmpty() ? List.of() : steps.get(number(steps)).items();
    }

    /** Its parts; laying them out is the dear part of a page, and done once for it. */
    public List<FillStep> steps(String language) {
        return FillStep.of(filled.version(), QuestionItems.of(this, language));
    }

    /** Which part is shown, from 0. */
    public int number(List<FillStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).begins().equals(step)) {
                return i;
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).places().contains(step)) {
                return i;
            }
        }
        return 0;
    }

    /** With what the part begins that is shown, or "". */
    public String begins(List<FillStep> steps) {
        return steps.isEmpty() ? "" : steps.get(number(steps)).begins();
    }

    /** Everything that was answered and is not on this page: it goes along, so that nothing is kept elsewhere before it is handed in. */
    public List<Hidden> hidden(List<FillStep> steps) {
        var shown = new HashSet<String>();
        if (!steps.isEmpty()) {
            shown.addAll(steps.get(number(steps)).places());
        }
        var values = new LinkedHashMap<>(kept);
        values.putAll(filled.answers().values());
        values.putAll(typed);
        var hidden = new ArrayList<Hidden>();
        values.forEach((place, value) -> {
            if (!shown.contains(place)) {
                hidden.add(new Hidden(TypedQuestions.ANSWER + place, value));
            }
        });
        filled.answers().rows().forEach((repeat, rows) -> {
            if (!shown.contains(repeat)) {
                rows.forEach(row -> hidden.add(new Hidden(TypedQuestions.ROWS + repeat, row)));
            }
        });
        uploads.forEach((place, id) -> hidden.add(new Hidden(TypedQuestions.UPLOAD + place, id)));
        return hidden;
    }

    /** Whether it asks for files: then its form sends them. */
    public boolean asksForFiles() {
        return filled.version().form().fields().stream().anyMatch(field -> field.bind().getOrDefault("type", "").equals("binary"));
    }

    public List<Choice> officeChoices() {
        return offices.stream().map(one -> Choice.of(one.id().toString(), one.name())).toList();
    }

    /** The same with this as what needs another look. */
    FillPage wrong(List<Wrong> wrong) {
        return at(step, wrong);
    }

    FillPage at(String begins, List<Wrong> wrong) {
        return new FillPage(form, sheet, filled, typed, wrong, kept, uploads, speak, begins, notice, offices, office, begun, paper, wrongPaper, tried, asked, files);
    }

    /** The same with what is wrong about the paper's number, on the first part. */
    FillPage paperIs(String wrong) {
        return new FillPage(form, sheet, filled, typed, wrongs, kept, uploads, speak, "", notice, offices, office, begun, paper, wrong, tried, asked, files);
    }

    @Override
    public Errors summary(Ui ui) {
        var summary = wrongPaper.isEmpty() ? new Errors() : new Errors().add("paper", "FillPage.paper." + wrongPaper);
        return summary.addAll(AskingPage.super.summary(ui));
    }

    /** What is wrong with the number of the paper. */
    public Errors paperErrors() {
        return wrongPaper.isEmpty() ? new Errors() : new Errors().add("paper", "FillPage.paper." + wrongPaper);
    }

    FillPage telling(String sentence) {
        return new FillPage(form, sheet, filled, typed, wrongs, kept, uploads, speak, step, sentence, offices, office, begun, paper, wrongPaper, tried, asked, files);
    }
}
