package org.haki.cases;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the workbooks of a type ask.
 *
 * @param bySection for each section the path of each question, group and repeat, and its type
 * @param choices   for each section the choices that its questions offer
 * @param lists     the choices of each question whose list is known here, the section's key first
 * @param unread    the sections whose workbook is missing or refused: what they ask is not known
 */
record Questions(Map<String, Map<String, String>> bySection, Map<String, Set<String>> choices, Map<String, Set<String>> lists,
        Set<String> unread) {

    static final String REPEAT = "repeat";
    static final String GROUP = "group";

    static Questions none() {
        return new Questions(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
    }

    /** The type of what this path leads to, the section's key first; {@code null} where it leads nowhere. */
    String type(String path) {
        int slash = path.indexOf('/');
        var section = bySection.get(slash < 0 ? path : path.substring(0, slash));
        return section == null ? null : slash < 0 ? GROUP : section.get(path.substring(slash + 1));
    }

    /** Every question, the section's key first; without groups and repeats. */
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        bySection.forEach((section, questions) -> questions.forEach((path, type) -> {
            if (!type.equals(GROUP) && !type.equals(REPEAT)) {
                all.put(section + "/" + path, type);
            }
        }));
        return all;
    }

    /** Whether a path leads into the rows of a repeat. */
    boolean isInRows(String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (REPEAT.equals(type(path.substring(0, slash)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path leads into a section of which nothing is known. */
    boolean isUnread(String path) {
        return unread.contains(path.replaceFirst("/.*", ""));
    }

    /** One more section: its questions, and the choices of those whose list is known here. */
    void add(String section, Map<String, String> questions, Map<String, Set<String>> offered) {
        bySection.put(section, new LinkedHashMap<>(questions));
        choices.put(section, new LinkedHashSet<>());
        offered.forEach((path, words) -> {
            choices.get(section).addAll(words);
            lists.put(section + "/" + path, words);
        });
    }
}
