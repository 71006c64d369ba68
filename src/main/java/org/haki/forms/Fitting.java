package org.haki.forms;

import java.util.List;
import java.util.stream.Collectors;
import org.haki.xlsform.Form;

/** Whether what was answered to one question can be read as an answer to another. */
public final class Fitting {

    private Fitting() {}

    /** Whether this answer to the one question is an answer to the other, of another form. */
    public static boolean fits(Form.Field from, FormVersion into, Form.Field to, String value) {
        if (OptionsNow.isChoice(to)) {
            return chosen(from, into.form(), to, value);
        }
        var type = type(to);
        return !OptionsNow.isChoice(from) && (type.equals(type(from)) || type.equals("string"));
    }

    private static boolean chosen(Form.Field from, Form form, Form.Field to, String value) {
        var words = List.of(value.split(" "));
        if (!OptionsNow.isMany(to) && words.size() > 1) {
            return false;
        }
        var list = form.lists().get(to.list());
        return list == null ? OptionsNow.isChoice(from) && to.list() != null && to.list().equals(from.list())
                : list.stream().map(Form.Option::name).collect(Collectors.toSet()).containsAll(words);
    }

    private static String type(Form.Field field) {
        return field.bind().getOrDefault("type", "string");
    }
}
