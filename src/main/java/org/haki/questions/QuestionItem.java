package org.haki.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.ui.Choice;

/**
 * One thing on the page of a section.
 *
 * @param type     of the question, as its workbook has it
 * @param place    where it is in the section; its field is {@code a/place}
 * @param value    what stands in its field, as typed where it could not be read
 * @param shown    its value as one reads it
 * @param several  of a question with several answers those that are chosen
 * @param choices  what may be chosen
 * @param theirs   where two people clash, the other's answer as one reads it; else {@code null}
 * @param find    of a list too long to be shown what was typed to find something in it; else {@code null}
 * @param below    of a group or row what is in it, of a repeat its rows, of a table its questions
 * @param manner   how it is asked
 */
public record QuestionItem(Look look, String type, String place, String row, String label, String hint, boolean needed, String value, String shown,
        List<String> several, List<Choice> choices, String theirs, String find, List<QuestionItem> below, Manner manner) {

    public enum Look {
        GROUP, REPEAT, ROW, TABLE, TEXT, WORDS, NUMBER, DATE, MONTH, YEAR, TIME, MOMENT, ONE, LIST, FIND, MANY, RANK, TICK, NOTE, SHOWN, KEPT, FILE, PLACE, TRACE, LEFT, CLASH, COUNTED, COVERED, LEFT_COVERED
    }

    private static final int FEW = 4;
    private static final int SHORT = 16;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The name and id of its field. */
    public String field() {
        return TypedQuestions.ANSWER + place;
    }

    public String finding() {
        return TypedQuestions.FIND + place;
    }

    public String rows() {
        return TypedQuestions.ROWS + place;
    }

    /** The field of a file that is handed in for it. */
    public String file() {
        return TypedQuestions.FILE + place;
    }

    /** What kinds of files fit; of pictures those that lose what a camera writes beside them. */
    public String accept() {
        return type.equals("file") ? null : isPicture() ? "image/jpeg,image/png" : type + "/*";
    }

    public boolean isPicture() {
        return type.equals("photo") || type.equals("image");
    }

    /** Which camera opens at once; {@code null} for none. */
    public String capture() {
        return manner.is("new-front") ? "user" : manner.is("new") && !type.equals("file") ? "environment" : null;
    }

    /** Whether it is drawn. */
    public boolean isDrawn() {
        return isPicture() && (manner.is("signature") || manner.is("draw"));
    }

    /** The id of what one draws on; it stays while what follows comes anew, and is looked for as a selector, so that it has no other signs. */
    public String drawing() {
        return "drawing-" + place.replaceAll("(?U)\\W+", "-");
    }

    /** The points that stand in it, each on a line. */
    public String lines() {
        return value.replaceAll("\\s*;\\s*", "\n");
    }

    /** The line or area that stands in it; {@code null} for none. */
    public Trace trace() {
        return look == Look.TRACE ? Trace.of(type, value) : null;
    }

    /** To how many metres a place is right, where that is known; else "". */
    public String accuracy() {
        var parts = value.split("[ ,]+");
        return look == Look.PLACE && parts.length == 4 && parts[3].matches("\\d+(\\.\\d+)?") && Double.parseDouble(parts[3]) > 0 ? String.valueOf(Math.round(Double.parseDouble(parts[3]))) : "";
    }

    /** Whether it is a question with something that one reads, also where that is covered. */
    public boolean isToBeRead() {
        return !isSection() && (look == Look.COVERED || !shown.isEmpty() && look != Look.NOTE);
    }

    public String choice() {
        return TypedQuestions.CHOICE + place;
    }

    public boolean isSection() {
        return look == Look.GROUP || look == Look.REPEAT || look == Look.ROW || look == Look.COUNTED || look == Look.TABLE;
    }

    /** Of these those that must be answered, and in what part they stand. */
    public static List<QuestionItem> needed(List<QuestionItem> items) {
        return items.stream()
                .map(item -> item.isSection() ? item.with(needed(item.below)) : item)
                .filter(item -> item.isSection() ? !item.below.isEmpty() : item.needed || item.look == Look.LEFT)
                .toList();
    }

    /** The same with this in it. */
    public QuestionItem with(List<QuestionItem> inside) {
        return new QuestionItem(look, type, place, row, label, hint, needed, value, shown, several, choices, theirs, find, inside, manner);
    }

    /** Whether one of several is chosen, or any of them. */
    public boolean isMany() {
        return type.equals("select_multiple") || type.equals("rank");
    }

    /** How many places an order of its choices has: a mark that a paper cannot be read is none of them. */
    public int places() {
        return (int) choices.stream().filter(choice -> !choice.value().equals("?")).count();
    }

    /** Whether this choice is chosen. */
    public boolean isChosen(String choice) {
        return isMany() ? several.contains(choice) : value.equals(choice);
    }

    /** The month of the day that stands here, "1" to "12"; or "". */
    public String month() {
        var part = part(2);
        return part.isEmpty() ? part : String.valueOf(Integer.parseInt(part));
    }

    /** The year of the day that stands here, or what was typed for it. */
    public String year() {
        return value.matches("\\d{1,2}") ? "" : value.matches("\\d{4}(-.*)?") ? part(1) : value.replaceFirst("^\\d{1,2}\\s+", "");
    }

    /** Of 2026-11-01, or 11 2026, the year or the month. */
    private String part(int number) {
        var day = value.matches("\\d{1,2}(\\s.*)?") ? "-" + value.replaceFirst("\\s.*", "") : value;
        var parts = day.split("-");
        return parts.length >= number && parts[number - 1].matches("\\d{1,4}") ? parts[number - 1] : "";
    }

    /** The same by another name. */
    public QuestionItem called(String name) {
        return new QuestionItem(look, type, place, row, name, hint, needed, value, shown, several, choices, theirs, find, below, manner.unnamed());
    }

    /** The same with one more choice, where it is not among them. */
    public QuestionItem offering(Choice more) {
        if (choices.stream().anyMatch(choice -> choice.value().equals(more.value()))) {
            return this;
        }
        var all = new ArrayList<>(choices);
        all.add(more);
        return new QuestionItem(look, type, place, row, label, hint, needed, value, shown, several, all, theirs, find, below, manner);
    }

    /** The choices, with a last one that takes back what was chosen, where nothing must be. */
    public List<Choice> choices(String none) {
        if (needed || value.isEmpty()) {
            return choices;
        }
        var all = new ArrayList<>(choices);
        all.add(Choice.of("", none));
        return all;
    }

    /** Its own hint, and after it how it is written. */
    public String hint(String how) {
        return hint == null ? how : hint + after(hint, " " + how);
    }

    /** What comes after a hint that may have no full stop of its own. */
    public String after(String said, String how) {
        return (Character.isLetterOrDigit(said.charAt(said.length() - 1)) ? "." : "") + how;
    }

    /** What is said below its words: {@code null} for nothing. */
    public String described(String how) {
        return hint == null ? how : hint;
    }

    /** The id of the field of one of its choices. */
    public String field(Choice choice) {
        return field() + "=" + choice.value();
    }

    /** The same with the year alone of the day that stands in it. */
    public QuestionItem inYears() {
        return day(value) == null ? this
                : new QuestionItem(look, type, place, row, label, hint, needed, value.substring(0, 4), shown, several, choices, theirs, find, below, manner);
    }

    /** Whether the choices stand beside each other. */
    public boolean isShort() {
        return choices.size() <= FEW && choices.stream().allMatch(choice -> choice.text().length() <= SHORT);
    }

    /** The day that it is, or {@code null}. */
    public LocalDate day() {
        return day(shown);
    }

    /** The day that this text is, or {@code null}. */
    public static LocalDate day(String text) {
        return DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
    }

    /** Whether something stands here to be read. */
    public boolean isAnswered() {
        return below.isEmpty() ? !shown.isEmpty() || look == Look.COVERED : below.stream().anyMatch(QuestionItem::isAnswered);
    }
}
