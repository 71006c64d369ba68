package org.haki.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of choices. It needs itext where a choice has languages, media or a reference in its label. */
final class ChoiceList {

    private static final String OTHER = "other";

    final String name;
    private final List<Choice> choices = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private boolean itext;

    ChoiceList(String name) {
        this.name = name;
    }

    List<Choice> choices() {
        return choices;
    }

    boolean itext() {
        return itext;
    }

    boolean has(String choice) {
        return names.contains(choice);
    }

    void add(Choice choice) {
        choices.add(choice);
        names.add(choice.name());
        itext |= !choice.media().isEmpty() || (choice.label() != null && (choice.label().translated()
                || Reference.in(choice.label().plain())));
    }

    /** Adds the choice 'other' with the label 'Other', in every language that the list has. */
    void addOther() {
        if (has(OTHER)) {
            return;
        }
        var languages = new LinkedHashSet<String>();
        choices.stream().filter(choice -> choice.label() != null && choice.label().translated())
                .forEach(choice -> languages.addAll(choice.label().byLanguage().keySet()));
        Words label = languages.isEmpty() ? Words.of("Other") : null;
        for (var language : languages) {
            label = Words.with(label, language, "Other", language);
        }
        add(new Choice(0, OTHER, label, Map.of(), Map.of()));
    }
}
