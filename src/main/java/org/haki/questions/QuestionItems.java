package org.haki.questions;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.haki.forms.Asked;
import org.haki.forms.Scale;
import org.haki.forms.Texts;
import org.haki.questions.QuestionItem.Look;
import org.haki.ui.Choice;
import org.haki.xlsform.Form;

/** Lays a section out for its page: which look each question has, and what stands in it. */
public final class QuestionItems {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int FEW = 7;
    private static final int FEW_NUMBERS = 11;
    private static final int MOST_NUMBERS = 101;

    private final AskingPage page;
    private final Texts texts;
    private final String language;

    private QuestionItems(AskingPage page, String language) {
        this.page = page;
        this.language = language;
        this.texts = page.filled().texts(language);
    }

    /** What stands on the page, in this language. */
    public static List<QuestionItem> of(AskingPage page, String language) {
        return new QuestionItems(page, language).items(page.filled().asked());
    }

    private List<QuestionItem> items(List<Asked> asked) {
        var items = new ArrayList<QuestionItem>();
        for (var one : asked) {
            if (!one.isQuestion()) {
                section(one, items);
            } else if (page.filled().left().contains(one.place())) {
                items.add(isCovered(one) ? covered(one, Look.LEFT_COVERED) : question(one, Look.LEFT));
            } else if (one.relevant() && one.field().shown() && isCovered(one)) {
                items.add(covered(one, Look.COVERED));
            } else if (one.relevant() && one.field().shown()) {
                var look = page.clashes().containsKey(one.place()) ? Look.CLASH : look(one);
                if (!isEmpty(one, look)) {
                    items.add(question(one, look));
                }
            }
        }
        return QuestionTables.of(items);
    }

    /** What nobody opened stays away from the page, also from its hidden fields. */
    private boolean isCovered(Asked one) {
        return !one.value().isEmpty() && page.covered().contains(one.place());
    }

    private QuestionItem covered(Asked one, Look look) {
        var label = texts.label(one);
        return new QuestionItem(look, one.field().type(), one.place(), null, label.isEmpty() ? one.field().name() : label, null, one.required(), "", "",
                List.of(), List.of(), null, null, List.of(), Manner.PLAIN);
    }

    /** Nothing to show, or a list from which nothing can be chosen before something else is. */
    private boolean isEmpty(Asked one, Look look) {
        boolean list = look == Look.ONE || look == Look.LIST || look == Look.MANY || look == Look.RANK;
        return one.value().isEmpty() && !page.typed().containsKey(one.place())
                && (look == Look.SHOWN || list && one.options().isEmpty() && !one.required() && !one.field().type().equals("range"));
    }

    private void section(Asked one, List<QuestionItem> items) {
        var below = items(one.below());
        boolean repeat = one.field().kind() == Form.Kind.REPEAT && one.row() == null;
        if (below.isEmpty() && !(repeat && one.relevant() && !one.field().control().containsKey("jr:count"))) {
            return;
        }
        var look = repeat ? one.field().control().containsKey("jr:count") ? Look.COUNTED : Look.REPEAT : one.row() != null ? Look.ROW : Look.GROUP;
        items.add(new QuestionItem(look, one.field().type(), one.place(), one.row(), texts.label(one), texts.hint(one), false, "", "", List.of(), List.of(), null, null, below,
                manner(one)));
    }

    private QuestionItem question(Asked one, Look look) {
        var field = one.field();
        var typed = page.typed().get(one.place());
        var value = typed == null || look == Look.FIND ? one.value() : typed;
        var manner = manner(one);
        var label = texts.label(one);
        var hint = texts.hint(one);
        return page.shown(new QuestionItem(look, one.field().type(), one.place(), null, label.isEmpty() ? field.name() : label, hint.isEmpty() ? null : hint,
                one.required(), manner.grouped(moment(field, value), language), manner.grouped(read(field, value), language), value.isEmpty() ? List.of() : List.of(value.split(" ")),
                look == Look.FIND ? found(one, typed) : choices(one, value), look == Look.CLASH ? read(field, page.clashes().get(one.place())) : null,
                look == Look.FIND && typed != null ? typed : "", List.of(), manner));
    }

    private Manner manner(Asked one) {
        var field = one.field();
        var scale = Scale.of(field);
        var manner = new Manner(Manner.of(field.control().getOrDefault("appearance", "")).appearance(), texts.marked(field.label(), one.place()),
                texts.marked(field.hint(), one.place()), texts.marked(field.guidance(), one.place()), scale, media(field.media()), choiceMedia(one));
        return scale == null || field.list() != null ? manner : manner.saying("scale");
    }

    /** Of a long list what is chosen, and what was found. */
    private List<Choice> found(Asked one, String typed) {
        var choices = new ArrayList<Choice>();
        var chosen = one.value().isEmpty() ? List.<String>of() : LongList.isMany(one) ? List.of(one.value().split(" ")) : List.of(one.value());
        chosen.forEach(name -> choices.add(Choice.of(name, texts.read(one.field(), name))));
        if (typed != null) {
            LongList.found(one.options(), typed).stream().filter(option -> !chosen.contains(option.name())).limit(LongList.MOST_SHOWN)
                    .forEach(option -> choices.add(Choice.of(option.name(), texts.label(option))));
        }
        return choices;
    }

    private Media media(Map<String, Map<String, String>> media) {
        return media.isEmpty() || page.files().names().isEmpty() ? Media.NONE : new Media(address(media, "image"), address(media, "big-image"), address(media, "audio"), address(media, "video"));
    }

    private String address(Map<String, Map<String, String>> media, String kind) {
        return page.files().address(texts.media(media, kind));
    }

    private Map<String, Media> choiceMedia(Asked one) {
        return page.files().names().isEmpty() || LongList.is(one) ? Map.of() : one.options().stream().filter(option -> !media(option.media()).isEmpty())
                .collect(Collectors.toMap(Form.Option::name, option -> media(option.media()), (first, _) -> first));
    }

    private Look look(Asked one) {
        if (one.field().type().equals("note")) {
            return Look.NOTE;
        }
        if (one.readOnly() || one.field().bind().containsKey("calculate")) {
            return Look.SHOWN;
        }
        var manner = Manner.of(one.field().control().getOrDefault("appearance", ""));
        return switch (one.field().type()) {
            case "select_one" -> LongList.is(one) ? Look.FIND : manner.is("minimal") || one.options().size() > FEW && !manner.isInTable() && !manner.isOpen() ? Look.LIST : Look.ONE;
            case "select_multiple" -> LongList.is(one) ? Look.FIND : Look.MANY;
            case "rank" -> LongList.is(one) ? Look.FIND : Look.RANK;
            case "acknowledge", "trigger" -> Look.TICK;
            case "integer", "decimal" -> Look.NUMBER;
            case "range" -> scale(Scale.of(one.field()), manner);
            case "date" -> manner.is("year") ? Look.YEAR : manner.is("month-year") ? Look.MONTH : Look.DATE;
            case "time" -> Look.TIME;
            case "dateTime" -> Look.MOMENT;
            case "geopoint" -> Look.PLACE;
            case "image", "photo", "audio", "video", "file" -> page.takesFiles() ? Look.FILE : Look.KEPT;
            case "geotrace", "geoshape" -> Look.TRACE;
            case "text", "barcode" -> manner.is("multiline") || one.field().control().containsKey("rows") ? Look.WORDS : Look.TEXT;
            default -> Look.KEPT;
        };
    }

    /** A few numbers stand side by side, some more in a list; of many one is typed. */
    private static Look scale(Scale scale, Manner manner) {
        return scale.size() > MOST_NUMBERS ? Look.NUMBER : manner.is("picker") || scale.size() > FEW_NUMBERS ? Look.LIST : Look.ONE;
    }

    private List<Choice> numbers(Asked one) {
        var scale = Scale.of(one.field());
        if (scale.size() > MOST_NUMBERS) {
            return List.of();
        }
        var named = page.filled().version().form().lists().getOrDefault(String.valueOf(one.field().list()), List.of()).stream()
                .collect(Collectors.toMap(Form.Option::name, texts::label, (first, _) -> first));
        return scale.numbers().stream().map(number -> new Choice(number, number, named.get(number))).toList();
    }

    /** What was chosen once stays to be seen, also where it is no longer offered. */
    private List<Choice> choices(Asked one, String value) {
        if (one.field().type().equals("range")) {
            return numbers(one);
        }
        var choices = new ArrayList<Choice>();
        one.options().forEach(option -> choices.add(Choice.of(option.name(), texts.label(option))));
        if (one.field().type().equals("select_one") && !value.isEmpty() && choices.stream().noneMatch(choice -> choice.value().equals(value))) {
            choices.add(Choice.of(value, texts.read(one.field(), value)));
        }
        return choices;
    }

    private String read(Form.Field field, String value) {
        return moment(field, texts.read(field, value));
    }

    private String moment(Form.Field field, String value) {
        if (!field.bind().getOrDefault("type", "").equals("dateTime")) {
            return value;
        }
        try {
            return MOMENT.format(OffsetDateTime.parse(value));
        } catch (DateTimeException typedOtherwise) {
            return value;
        }
    }
}
