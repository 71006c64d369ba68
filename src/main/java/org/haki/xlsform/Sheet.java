package org.haki.xlsform;

import java.util.List;
import java.util.Map;

/** One sheet as it was typed: the words of the first row, and the cells of each further row by column (from 1). Empty cells are absent. */
record Sheet(String name, Map<Integer, String> header, List<Row> rows) {

    /** A row by its number in the spreadsheet (the header is 1). */
    record Row(int number, Map<Integer, String> cells) {}

    static Sheet empty(String name) {
        return new Sheet(name, Map.of(), List.of());
    }

    Problem problem(Fault fault, int row, int column, Object... said) {
        return new Problem(fault, name, row, column, fault.say(said));
    }
}
