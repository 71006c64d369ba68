package org.haki.surveys;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.haki.forms.Answers;
import org.haki.forms.FormVersion;
import org.haki.forms.Instance;
import org.haki.forms.Typing;
import org.haki.forms.Wrong;
import org.haki.xlsform.Form;
import tools.jackson.databind.json.JsonMapper;

/** Reads what came in: what it answers, what is wrong with it, which files it names, and what it leaves of older answers. */
final class ReadInstance {

    private ReadInstance() {}

    /** What was answered, as it is kept, and what is wrong with it. */
    static Instance of(FormVersion form, byte[] xml, ZoneId zone) {
        var read = Instance.read(form, xml);
        var typing = Typing.read(form, read.answers(), zone);
        var wrongs = new ArrayList<>(read.wrongs());
        wrongs.addAll(typing.wrongs());
        typing.answers().values().forEach((place, value) -> {
            if (!isOffered(form, form.field(place), value)) {
                wrongs.add(new Wrong(place, Wrong.Kind.CHOICE));
            }
        });
        return new Instance(typing.answers(), wrongs);
    }

    /** Whether every choice of this answer stands in the list of its question; of lists in files nothing is said. */
    private static boolean isOffered(FormVersion form, Form.Field field, String value) {
        var list = field == null || field.list() == null ? null : form.form().lists().get(field.list());
        if (list == null || value.isEmpty()) {
            return true;
        }
        var chosen = field.type().equals("select_one") ? List.of(value) : List.of(value.split(" "));
        return chosen.stream().allMatch(one -> list.stream().anyMatch(option -> option.name().equals(one)));
    }

    /** The newer answers, and of the older ones those that this form does not ask, in rows that are still there. */
    static Answers over(Answers older, Answers newer, FormVersion form) {
        var values = new LinkedHashMap<>(newer.values());
        older.values().forEach((place, value) -> {
            if (form.field(place) == null && rowsStand(place, newer, form)) {
                values.putIfAbsent(place, value);
            }
        });
        var rows = new LinkedHashMap<>(newer.rows());
        older.rows().forEach((place, list) -> {
            if (form.field(place) == null && rowsStand(place, newer, form)) {
                rows.putIfAbsent(place, list);
            }
        });
        return new Answers(values, rows);
    }

    private static boolean rowsStand(String place, Answers newer, FormVersion form) {
        for (int from = place.indexOf('['); from >= 0; from = place.indexOf('[', from + 1)) {
            var repeat = place.substring(0, from);
            if (form.field(repeat) != null && !newer.rowsOf(repeat).contains(place.substring(from + 1, place.indexOf(']', from)))) {
                return false;
            }
        }
        return true;
    }

    /** The names of the files that these answers name. */
    static List<String> files(FormVersion form, Answers answers) {
        return answers.values().entrySet().stream()
                .filter(answer -> form.field(answer.getKey()).bind().getOrDefault("type", "").equals("binary"))
                .map(Map.Entry::getValue).distinct().toList();
    }

    /** What is wrong, as it is noted: places and kinds, no answers. */
    static String problems(List<Wrong> wrongs) {
        return JsonMapper.shared().writeValueAsString(wrongs.stream()
                .map(wrong -> Map.of("place", Answers.question(wrong.place()), "kind", wrong.kind().name().toLowerCase(Locale.ROOT))).toList());
    }
}
