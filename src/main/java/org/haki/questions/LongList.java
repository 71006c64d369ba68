package org.haki.questions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.haki.forms.Answers;
import org.haki.forms.Asked;
import org.haki.forms.Filled;
import org.haki.forms.Typing;
import org.haki.forms.Wrong;
import org.haki.xlsform.Form;

/** A list too long to be shown: one types a part of the name, and chooses among what is found. */
public final class LongList {

    static final int MOST_SHOWN = 12;
    private static final int LONG = 50;
    private static final int LONG_RANK = 20;

    private LongList() {}

    static boolean is(Asked asked) {
        return (asked.field().type().equals("select_one") || isMany(asked)) && asked.options().size() > (asked.field().type().equals("rank") ? LONG_RANK : LONG);
    }

    /** Whether several of it can be chosen. */
    static boolean isMany(Asked asked) {
        return asked.field().type().equals("select_multiple") || asked.field().type().equals("rank");
    }

    /** Choices in whose name, in any language, each word stands that was typed. */
    static List<Form.Option> found(List<Form.Option> options, String typed) {
        var words = Stream.of(fold(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        return words.isEmpty() ? List.of() : options.stream()
                .filter(option -> option.label().values().stream().map(LongList::fold).anyMatch(label -> words.stream().allMatch(label::contains)))
                .toList();
    }

    /**
     * What was typed to find something becomes the answer where only one is found, or where what is chosen is among them; else it
     * stays as it was typed, and needs another look.
     */
    public static Typing chosen(Filled filled, Typing typing, Map<String, String> finds) {
        var values = new LinkedHashMap<>(typing.answers().values());
        var typed = new LinkedHashMap<>(typing.typed());
        var wrongs = new ArrayList<>(typing.wrongs());
        filled.each(asked -> {
            var find = asked.isQuestion() && asked.relevant() && is(asked) ? finds.get(asked.place()) : null;
            if (find == null) {
                return;
            }
            var found = found(asked.options(), find);
            var exact = found.stream().filter(option -> option.label().values().stream().anyMatch(label -> fold(label).equals(fold(find)))).toList();
            var chosen = isMany(asked) ? List.of(asked.value().split(" ")) : List.of(asked.value());
            if (found.size() == 1 || exact.size() == 1) {
                var name = (found.size() == 1 ? found : exact).getFirst().name();
                values.put(asked.place(), !isMany(asked) || asked.value().isEmpty() ? name : chosen.contains(name) ? asked.value() : asked.value() + " " + name);
            } else if (found.stream().noneMatch(option -> chosen.contains(option.name()))) {
                typed.put(asked.place(), find);
                wrongs.add(new Wrong(asked.place(), Wrong.Kind.CHOICE));
            }
        });
        return new Typing(new Answers(values, typing.answers().rows()), typed, typing.reworded(), wrongs);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).strip();
    }
}
