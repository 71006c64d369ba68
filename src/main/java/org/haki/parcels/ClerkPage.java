package org.haki.parcels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haki.access.Colleague;
import org.haki.forms.Filled;
import org.haki.forms.Texts;
import org.haki.forms.Wrong;
import org.haki.kernel.Errors;
import org.haki.questions.AskingPage;
import org.haki.questions.QuestionItem;
import org.haki.questions.QuestionItems;
import org.haki.questions.TypedQuestions;
import org.haki.surveys.TypedPaper;
import org.haki.ui.Choice;
import org.haki.ui.Ui;

/**
 * One sheet as it is typed in: its questions in the order and with the numbers of the paper, all on one page.
 *
 * @param said    what stands in the head of the page
 * @param head    what is wrong there
 * @param writers who may have written it
 * @param left    how many sheets of the parcel wait, this one among them
 * @param all     how many the parcel has
 * @param scanned whether there is a picture of the sheet
 */
public record ClerkPage(Parcel parcel, ParcelSheet sheet, TypedPaper paper, ClerkSaid said, Errors head, List<Colleague> writers, long left, int all,
        boolean scanned)
        implements AskingPage {

    /** What is typed where the paper cannot be read. */
    private static final Choice UNREADABLE = Choice.of("?", "?");

    /** A field that is not shown, and what stands in it. */
    public record Hidden(String name, String value) {}

    @Override
    public Filled filled() {
        return paper.filled();
    }

    @Override
    public Map<String, String> typed() {
        return paper.typed();
    }

    @Override
    public List<Wrong> wrongs() {
        return paper.wrongs();
    }

    @Override
    public String path() {
        return sheet.path();
    }

    @Override
    public String language(Ui ui) {
        return said.speak().isEmpty() ? ui.lang() : Texts.code(said.speak());
    }

    /** The same as HTML says it; {@code null} where the workbook names it otherwise. */
    public String lang(Ui ui) {
        return language(ui).matches("[a-z]{2,3}(-\\w+)?") ? language(ui) : null;
    }

    /** The languages that the form asks in, where there are several, by their names in the workbook. */
    public List<String> languages() {
        var named = filled().version().form().languages().stream().filter(one -> !one.equals("default")).toList();
        return named.size() > 1 ? named : List.of();
    }

    public boolean speaks(String language, Ui ui) {
        return Texts.code(language).equalsIgnoreCase(language(ui).replaceFirst("[-_].*", ""));
    }

    /** With the number of the paper before it, and the mark among what can be chosen. */
    @Override
    public QuestionItem shown(QuestionItem item) {
        int number = paper.form().number(item.place());
        var numbered = number == 0 ? item : item.called(number + ". " + item.label());
        return switch (item.look()) {
            case ONE, LIST, MANY, RANK -> numbered.offering(UNREADABLE);
            default -> numbered;
        };
    }

    /** Everything that was answered and is not asked now: it goes along, and comes back when it is asked again. */
    public List<Hidden> hidden(String language) {
        var shown = new HashSet<String>();
        places(QuestionItems.of(this, language), shown);
        var values = new LinkedHashMap<>(paper.kept());
        values.putAll(filled().answers().values());
        values.putAll(paper.typed());
        var hidden = new ArrayList<Hidden>();
        values.forEach((place, value) -> {
            if (!shown.contains(place)) {
                hidden.add(new Hidden(TypedQuestions.ANSWER + place, value));
            }
        });
        filled().answers().rows().forEach((repeat, rows) -> {
            if (!shown.contains(repeat)) {
                rows.forEach(row -> hidden.add(new Hidden(TypedQuestions.ROWS + repeat, row)));
            }
        });
        return hidden;
    }

    private static void places(List<QuestionItem> items, HashSet<String> places) {
        items.forEach(item -> {
            places.add(item.place());
            places(item.below(), places);
        });
    }

    /** The same with this as what is wrong. */
    ClerkPage wrong(Errors errors) {
        return new ClerkPage(parcel, sheet, paper, said, errors, writers, left, all, scanned);
    }

    @Override
    public Errors summary(Ui ui) {
        return new Errors().addAll(head).addAll(AskingPage.super.summary(ui));
    }

    public List<Choice> writerChoices() {
        return writers.stream().map(one -> Choice.of(one.id().toString(), one.name())).toList();
    }
}
