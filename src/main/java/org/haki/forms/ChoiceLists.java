package org.haki.forms;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.haki.xlsform.Form;

/**
 * Lists of choices that an installation has and no workbook: its offices, its regions. A workbook asks for one by the name of a
 * file: {@code select_one_from_file offices.csv}.
 *
 * @param byName       what a list of this name offers
 * @param formerByName what it offered once and no longer
 */
public record ChoiceLists(Function<String, List<Form.Option>> byName, Function<String, List<Form.Option>> formerByName) {

    public static final ChoiceLists NONE = new ChoiceLists(_ -> List.of(), _ -> List.of());

    /** The list {@code offices} for {@code offices.csv}; empty where there is none of that name. */
    List<Form.Option> list(String file) {
        return byName.apply(stem(file));
    }

    /** What the list offered once and no longer: an answer may stay, and keeps its words. */
    List<Form.Option> former(String file) {
        return formerByName.apply(stem(file));
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    public static Form.Option option(String name, String label) {
        return option(name, label, Map.of());
    }

    /** A choice with what else the list says of it, for filters. */
    public static Form.Option option(String name, String label, Map<String, String> columns) {
        return new Form.Option(0, name, Map.of("", label), Map.of(), columns);
    }
}
