package org.haki.forms;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.haki.xlsform.Form;

/**
 * Lists of choices that an installation has and no workbook: its offices, its regions. A workbook asks for one by the name of a
 * file: {@code select_one_from_file offices.csv}.
 */
public record ChoiceLists(Function<String, List<Form.Option>> byName) {

    public static final ChoiceLists NONE = new ChoiceLists(_ -> List.of());

    /** The list {@code offices} for {@code offices.csv}; empty where there is none of that name. */
    List<Form.Option> list(String file) {
        int dot = file.lastIndexOf('.');
        return byName.apply(dot < 0 ? file : file.substring(0, dot));
    }

    public static Form.Option option(String name, String label) {
        return new Form.Option(name, Map.of("", label), Map.of(), Map.of());
    }
}
