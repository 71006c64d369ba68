package org.haki.questions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.haki.forms.Filled;
import org.haki.forms.Marks;
import org.haki.forms.Wrong;
import org.haki.kernel.Errors;
import org.haki.ui.AsksWhere;
import org.haki.ui.Ui;

/** A page that asks the questions of a form: what its templates need to know of it. */
public interface AskingPage extends AsksWhere {

    /** The form as it stands, with what was typed. */
    Filled filled();

    /** At each place that could not be read, or is kept in another way, what was typed. */
    Map<String, String> typed();

    /** What needs another look. */
    List<Wrong> wrongs();

    /** Where it is saved; what is asked next is asked for below it, at {@code /questions}. */
    String path();

    /** Where somebody else answered meanwhile, what she answered. */
    default Map<String, String> clashes() {
        return Map.of();
    }

    /** Who that was. */
    default String other() {
        return "";
    }

    /** Places of sensitive answers that nobody opened on this page. */
    default Set<String> covered() {
        return Set.of();
    }

    /** Whether files are taken here. */
    default boolean takesFiles() {
        return false;
    }

    /** Whether it asks for places on the earth. */
    @Override
    default boolean asksWhere() {
        return filled().version().form().fields().stream().anyMatch(field -> field.shown() && field.type().startsWith("geo"));
    }

    /** The files that the form brings along. */
    default ShownFiles files() {
        return ShownFiles.NONE;
    }

    /** Whether what stands at this place is sensitive. */
    default boolean isSensitive(String place) {
        var field = filled().version().field(place);
        return field != null && Marks.isSensitive(field);
    }

    /** A question's own hint, or what else is to be said before it is asked. */
    default String hint(Ui ui, QuestionItem item) {
        return item.hint();
    }

    /** How this page shows a question: as it was laid out, or with more to it. */
    default QuestionItem shown(QuestionItem item) {
        return item;
    }

    /** In which language the form asks. */
    default String language(Ui ui) {
        return ui.lang();
    }

    /** What stands on the page, in this language. */
    default List<QuestionItem> items(String language) {
        return QuestionItems.of(this, language);
    }

    /** What needs another look, in the order of the form. */
    default Errors errors(String language) {
        var texts = filled().texts(language);
        var errors = new Errors();
        for (var wrong : wrongs()) {
            var message = texts.message(wrong);
            var field = TypedQuestions.ANSWER + wrong.place();
            if (!wrong.says().isEmpty()) {
                errors.add(field, wrong.says());
            } else if (message.isEmpty()) {
                errors.add(field, "AskingPage.wrong." + wrong.kind().name().toLowerCase(Locale.ROOT));
            } else {
                errors.add(field, "AskingPage.wrong.says", message);
            }
        }
        clashes().keySet().forEach(place -> errors.add(TypedQuestions.CHOICE + place, "AskingPage.wrong.clash"));
        return errors;
    }

    /** The same for the top of the page, each with its question. */
    default Errors summary(Ui ui) {
        var texts = filled().texts(language(ui));
        var summary = new Errors();
        for (var wrong : errors(language(ui)).all()) {
            var field = filled().version().field(wrong.field().substring(2));
            var sentence = ui.say(wrong.key(), wrong.arguments().toArray());
            if (field == null) {
                summary.add(wrong.field(), wrong.key(), wrong.arguments().toArray());
            } else {
                summary.add(wrong.field(), "AskingPage.wrong.at", texts.label(field), sentence);
            }
        }
        return summary;
    }
}
