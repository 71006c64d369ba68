package org.haki.sheets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haki.cases.CaseHead;
import org.haki.cases.Labels;
import org.haki.cases.SheetConsents;
import org.haki.forms.Filled;
import org.haki.forms.Marks;
import org.haki.forms.Wrong;
import org.haki.questions.AskingPage;
import org.haki.questions.QuestionItem;
import org.haki.ui.Ui;

/**
 * A section of a case's sheet.
 *
 * @param head     the case; {@code null} before it is open
 * @param section  its key
 * @param label    what it is called
 * @param base     the version whose answers stand here; 0 where nobody saved it
 * @param by       who saved it last, or ""
 * @param at       when, or {@code null}
 * @param mayWrite whether the reader may change it now
 * @param filled   the section as it stands, with what was typed
 * @param typed    at each place that could not be read, or is kept in another way, what was typed
 * @param wrongs   what needs another look
 * @param notice   the key of a sentence on top, or ""
 * @param others   what somebody else wrote meanwhile, or {@code null}
 * @param lost     answers that have no place in the form any more
 * @param decisions at each place that asks for a decision of the client what it is for, and what the case knows of it
 * @param covered  places of sensitive answers that nobody opened on this page
 */
public record SheetPage(CaseHead head, String section, Labels label, int base, String by, Instant at, boolean mayWrite, Filled filled,
        Map<String, String> typed, List<Wrong> wrongs, String notice, Others others, List<String> lost, Map<String, Decision> decisions,
        Set<String> covered) implements AskingPage {

    /** A decision of the client; {@code known} is what the case knows of it, {@code null} where nothing. */
    public record Decision(String purpose, SheetConsents.Known known) {}

    /** Somebody else saved meanwhile: what clashes, and rows that one of the two took away. */
    public record Others(String name, Map<String, String> clashes, List<String> removed, List<String> kept) {

        static final Others NONE = new Others("", Map.of(), List.of(), List.of());
    }

    /** The same with what was typed and what is to be said about it. */
    SheetPage telling(Map<String, String> asTyped, List<Wrong> wrong, String sentence, Others somebody, List<String> gone) {
        return new SheetPage(head, section, label, base, by, at, mayWrite, filled, asTyped, wrong, sentence, somebody, gone, decisions, covered);
    }

    SheetPage onlyRead() {
        return new SheetPage(head, section, label, base, by, at, false, filled, typed, wrongs, notice, others, lost, decisions, covered);
    }

    /** The same with these places covered. */
    SheetPage covering(Set<String> places) {
        return new SheetPage(head, section, label, base, by, at, mayWrite, filled, typed, wrongs, notice, others, lost, decisions, places);
    }

    /** Whether anything that is asked here is. */
    public boolean hasSensitive() {
        return filled.version().form().fields().stream().anyMatch(Marks::isSensitive);
    }

    @Override
    public boolean asksWhere() {
        return mayWrite && AskingPage.super.asksWhere();
    }

    @Override
    public Map<String, String> clashes() {
        return others.clashes();
    }

    @Override
    public String other() {
        return others.name();
    }

    @Override
    public String path() {
        return head == null ? "/cases/new" : head.file().path() + "/sheet/" + section;
    }

    public boolean isSaved() {
        return base > 0;
    }

    /** A question's own hint, and where it asks for a decision the words that are read out to her. */
    @Override
    public String hint(Ui ui, QuestionItem item) {
        var decision = decisions.get(item.place());
        return decision == null ? item.hint() : item.hint(ui.say("SheetPage.readOut", ui.say("ConsentText." + decision.purpose())));
    }

    /** What the case knows of the decision that is asked for here, and could be suggested: nobody saved the section yet. */
    public SheetConsents.Known suggested(String place) {
        var known = known(place);
        return isSaved() || known == null || !known.isAsked() ? null : known;
    }

    /** What the case knows of the decision that is asked for here, where that is not what was answered: it was taken back, or said anew. */
    public SheetConsents.Known otherwise(String place, String answer) {
        var known = known(place);
        return !isSaved() || known == null || answer.isEmpty() || known.decision().equals(answer)
                || answer.equals("refused") && known.decision().equals("withdrawn") ? null : known;
    }

    private SheetConsents.Known known(String place) {
        return decisions.containsKey(place) ? decisions.get(place).known() : null;
    }

    /** What stands on the page, in this language; before the case is open no more than what must be answered. */
    @Override
    public List<QuestionItem> items(String language) {
        var items = AskingPage.super.items(language);
        return head == null ? QuestionItem.needed(items) : items;
    }
}
