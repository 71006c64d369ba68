package org.haki.xlsform;

import java.util.List;
import java.util.Map;

/** The sheets that matter, by their names in small letters, and the names of all as they stand. */
record Workbook(Map<String, Sheet> sheets, List<String> names) {

    static final List<String> SHEETS = List.of("survey", "choices", "settings", "entities", "external_choices", "osm");

    Sheet sheet(String name) {
        return sheets.getOrDefault(name, Sheet.empty(name));
    }

    /** Whether a sheet of this name holds anything. */
    boolean has(String name) {
        return sheets.containsKey(name) && !sheets.get(name).rows().isEmpty();
    }

    /** Sheets whose name is at most two letters off, as a mend: {@code Perhaps 'chioces' is meant?}; nothing where there is none. */
    String similar(String wanted) {
        var near = names.stream()
                .filter(name -> !SHEETS.contains(name) && !name.startsWith("_") && Spelling.distance(name.toLowerCase(), wanted) <= 2)
                .map(name -> "'" + name + "'").toList();
        return near.isEmpty() ? "" : " Perhaps the sheet " + String.join(" or ", near) + " is meant?";
    }
}
