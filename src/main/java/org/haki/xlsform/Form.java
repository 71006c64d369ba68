package org.haki.xlsform;

import java.util.List;
import java.util.Map;

/**
 * What a form asks, for pages, paper and tables of answers. Texts are by language, and the default language's key is
 * {@code defaultLanguage}; they keep their {@code ${name}}. Expressions are XPath as the XForm holds them.
 * {@code columns} are those of the sheets survey and choices, each by its words ({@code label::English (en)}), and where it stands.
 */
public record Form(String id, String title, String version, String root, String style, String defaultLanguage,
        List<String> languages, List<Field> fields, Map<String, List<Option>> lists,
        Map<String, Map<String, Integer>> columns) {

    public enum Kind { GROUP, REPEAT, QUESTION }

    /**
     * A group, a repeat or a question, in the order of the sheet. {@code type} is the type's name today (select_one,
     * select_multiple, image …), whatever older one the sheet uses; {@code shown} is false for what is only calculated or
     * filled by the device; {@code repeat} is the path of the nearest repeat around it, or null; {@code list} the name of a list in
     * {@link Form#lists}, of an attached file, or a reference, or null; {@code bind} holds the bind's attributes (relevant,
     * constraint, required, calculate, readonly, type …) and {@code control} the body's (appearance …);
     * {@code marks} are the columns {@code haki::*} without that beginning. Absent expressions are absent keys.
     */
    public record Field(Kind kind, String path, String name, String type, int row, boolean shown, String repeat,
            Map<String, String> label, Map<String, String> hint, Map<String, String> guidance,
            Map<String, Map<String, String>> media, Map<String, Map<String, String>> messages,
            String list, String filter, String initial, List<String> triggers,
            Map<String, String> bind, Map<String, String> control, Map<String, String> parameters, Map<String, String> marks) {

        /** Whether it only shows the choices above the lines of a table, and asks nothing itself. */
        public boolean isTableHead() {
            return type.startsWith("select_") && List.of(control.getOrDefault("appearance", "").split("\\s+")).contains("label");
        }
    }

    /** A choice; {@code row} is 0 where it stands on no sheet; {@code columns} are the further columns of its row, which filters look at. */
    public record Option(int row, String name, Map<String, String> label, Map<String, Map<String, String>> media, Map<String, String> columns) {}
}
