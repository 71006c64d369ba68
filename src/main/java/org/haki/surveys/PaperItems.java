package org.haki.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.haki.forms.Answers;
import org.haki.forms.Asked;
import org.haki.forms.Filled;
import org.haki.forms.Texts;
import org.haki.surveys.PaperItem.Space;
import org.haki.xlsform.Form;

/** Lays a form out for paper: every question with the room that its answer needs, numbered, each with what it depends on. */
final class PaperItems {

    private static final int BLANK_ROWS = 3;
    private static final int MOST_CHOICES = 40;

    private final Filled filled;
    private final Texts texts;
    private final PaperConditions conditions;
    private final boolean blank;
    private final Map<String, Integer> numbers;

    private PaperItems(Filled filled, String language, boolean blank) {
        this.filled = filled;
        this.texts = filled.texts(language);
        this.conditions = new PaperConditions(filled, language);
        this.blank = blank;
        this.numbers = PaperNumbers.of(filled.version());
    }

    /** A blank form has the same rows in every repeat; a filled one those that were filled in, and no question that was not answered on a condition. */
    static List<PaperItem> of(Filled filled, String language, boolean blank) {
        return new PaperItems(filled, language, blank).items(filled.asked());
    }

    /** Answers with as many blank rows in each repeat as a paper has. */
    static Answers blankRows(Form form) {
        var rows = Answers.NONE;
        for (var field : form.fields()) {
            if (field.kind() == Form.Kind.REPEAT && field.repeat() == null) {
                var place = field.path().substring(form.root().length() + 2);
                for (int row : IntStream.rangeClosed(1, BLANK_ROWS).toArray()) {
                    rows = rows.withRow(place, String.valueOf(row));
                }
            }
        }
        return rows;
    }

    private List<PaperItem> items(List<Asked> asked) {
        var items = new ArrayList<PaperItem>();
        for (var one : asked) {
            if (!one.isQuestion()) {
                section(one, items);
            } else if (one.field().shown() && !one.field().isTableHead() && !one.field().bind().containsKey("calculate") && (blank || !one.value().isEmpty() || !isConditional(one.field()))) {
                items.add(question(one));
            }
        }
        return items;
    }

    private static boolean isConditional(Form.Field field) {
        return !field.bind().getOrDefault("relevant", "").isEmpty();
    }

    private void section(Asked one, List<PaperItem> items) {
        boolean row = one.row() != null;
        var below = new ArrayList<PaperItem>();
        if (one.field().kind() == Form.Kind.REPEAT && !row) {
            for (var each : one.below()) {
                below.add(new PaperItem(Space.ROW, "", "", "", "", List.of(), List.of(), "", items(each.below())));
            }
        } else {
            below.addAll(items(one.below()));
        }
        if (!below.isEmpty()) {
            items.add(new PaperItem(one.field().kind() == Form.Kind.REPEAT ? Space.REPEAT : Space.GROUP, "", texts.label(one), texts.hint(one),
                    conditions.say(one.field()), List.of(), List.of(), "", below));
        }
    }

    private PaperItem question(Asked one) {
        var field = one.field();
        var label = blank ? texts.label(field) : texts.label(one);
        boolean few = one.options().size() <= MOST_CHOICES;
        var choices = few ? one.options().stream().map(texts::label).toList() : List.<String>of();
        var chosen = one.options().stream().filter(option -> List.of(one.value().split(" ")).contains(option.name())).map(texts::label).toList();
        var number = numbers.get(Answers.question(one.place()));
        return new PaperItem(space(field, few), number == null ? "" : String.valueOf(number), label.isEmpty() ? field.name() : label, texts.hint(one),
                conditions.say(field), choices, chosen, texts.read(field, one.value()), List.of());
    }

    private static Space space(Form.Field field, boolean few) {
        return switch (field.type()) {
            case "note" -> Space.NOTE;
            case "select_one" -> few ? Space.ONE : Space.LINE;
            case "select_multiple" -> few ? Space.MANY : Space.LINES;
            case "rank" -> Space.ORDER;
            case "acknowledge", "trigger" -> Space.TICK;
            case "integer", "decimal", "range" -> Space.BOXES;
            case "date" -> Space.DAY;
            case "time" -> Space.TIME;
            case "dateTime" -> Space.MOMENT;
            case "geopoint" -> Space.PLACE;
            case "image", "photo", "audio", "video", "file", "geotrace", "geoshape" -> Space.ELSEWHERE;
            default -> field.control().getOrDefault("appearance", "").contains("multiline") ? Space.LINES : Space.LINE;
        };
    }
}
