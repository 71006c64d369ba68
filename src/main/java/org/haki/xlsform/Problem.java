package org.haki.xlsform;

/**
 * One thing that is wrong, at its place. Row and column count from 1 as a spreadsheet shows them; 0 means that the problem is
 * not of one row, or not of one column.
 */
public record Problem(Fault fault, String sheet, int row, int column, String sentence) {

    /** A name for programs, which stays the same when the sentence is put better. */
    public String code() {
        return fault.code();
    }

    /** The cell as a spreadsheet names it: {@code C5}; only the row or nothing where there is no more to say. */
    public String cell() {
        return (column == 0 ? "" : letters(column)) + (row == 0 ? "" : row);
    }

    /** {@code survey!C5}, or only the sheet, or nothing where the problem is the file's. */
    public String place() {
        return sheet.isEmpty() ? "" : cell().isEmpty() ? sheet : sheet + "!" + cell();
    }

    /** The same for what somebody else finds on a sheet. */
    public static String place(String sheet, int row, int column) {
        return sheet + "!" + (column == 0 ? "" : letters(column)) + row;
    }

    /** {@code survey!C5: sentence}. */
    @Override
    public String toString() {
        return place().isEmpty() ? sentence : place() + ": " + sentence;
    }

    private static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
