package org.haki.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.haki.ui.TableBook;
import org.haki.ui.Words;

/**
 * One table of figures, as a page draws it and a file takes it along.
 *
 * @param id    where the address of a page points to
 * @param heads of each column, the one of the labels first
 * @param foot  the line of the whole, or {@code null}
 * @param note  what has to be known to read it, or {@code null}
 * @param look  whether its first numbers are drawn as well
 */
public record Grid(String id, Said name, List<Said> heads, List<Row> rows, Row foot, Said note, Look look) {

    /** Numbers alone; with a bar in each line; or as columns in a picture, with the table folded behind it. */
    public enum Look { PLAIN, BARS, COLUMNS }

    /** One line. */
    public record Row(Said label, List<Cell> cells) {

        static Row of(Said label, Cell... cells) {
            return new Row(label, Arrays.asList(cells));
        }
    }

    /**
     * A number, or something said; with neither it is empty.
     *
     * @param behind what is behind it, or {@code null}
     * @param before whether it is of the period before
     */
    public record Cell(Long number, Said said, boolean hidden, Behind behind, boolean before) {

        static final Cell NONE = new Cell(null, null, false, null, false);
        static final Cell HIDDEN = new Cell(null, null, true, null, false);

        /** The same of the period before. */
        Cell ofBefore() {
            return new Cell(number, said, hidden, behind, true);
        }

        static Cell of(long number) {
            return new Cell(number, null, false, null, false);
        }

        static Cell of(long number, Behind behind) {
            return new Cell(number, null, false, number == 0 ? null : behind, false);
        }

        static Cell of(Said said, Behind behind) {
            return new Cell(null, said, false, behind, false);
        }

        static Cell of(Said said) {
            return new Cell(null, said, false, null, false);
        }

        /** What a page shows of a number that may be hidden. */
        static Cell shown(Long number, Behind behind) {
            return number == null ? HIDDEN : of(number, behind);
        }

        private Object in(Words words, String language) {
            return hidden ? FigureTables.HIDDEN : number != null ? number : said == null ? null : said.in(words, language);
        }
    }

    static Grid of(String id, List<Said> heads, List<Row> rows, Row foot, Said note, Look look) {
        return new Grid(id, Said.of("Grid." + id), heads, rows, foot, note, look);
    }

    /** The largest of the first numbers, for drawing. */
    public long most() {
        return rows.stream().mapToLong(row -> row.cells().getFirst().number() == null ? 0 : row.cells().getFirst().number()).max().orElse(0);
    }

    /** Whether there is nothing to count. */
    public boolean empty() {
        return rows.isEmpty() || rows.stream().flatMap(row -> row.cells().stream()).allMatch(cell -> !cell.hidden() && cell.said() == null
                && (cell.number() == null || cell.number() == 0));
    }

    /** One column of the picture: numbers as SVG writes them. */
    public record Column(Said label, String x, String y, String width, String height, String middle, boolean named) {}

    /** The first numbers as columns in a box of 360 by 186, the floor at 150. */
    public List<Column> columns() {
        double slot = 360.0 / rows.size();
        double unit = 132.0 / Math.max(1, most());
        int every = (rows.size() + 7) / 8;
        var columns = new ArrayList<Column>();
        for (int i = 0; i < rows.size(); i++) {
            long number = rows.get(i).cells().getFirst().number();
            double width = Math.min(48, slot * .7);
            double x = i * slot + (slot - width) / 2;
            columns.add(new Column(rows.get(i).label(), svg(x), svg(150 - number * unit), svg(width), svg(number * unit), svg(x + width / 2),
                    i % every == 0));
        }
        return columns;
    }

    private static String svg(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** As a table of a file. */
    TableBook.Table table(Words words, String language) {
        var lines = new ArrayList<List<Object>>();
        rows.forEach(row -> lines.add(line(row, words, language)));
        if (foot != null) {
            lines.add(line(foot, words, language));
        }
        return new TableBook.Table(name.in(words, language), heads.stream().map(head -> head.in(words, language)).toList(), lines,
                note == null ? null : note.in(words, language));
    }

    private static List<Object> line(Row row, Words words, String language) {
        var cells = new ArrayList<Object>();
        cells.add(row.label().in(words, language));
        row.cells().forEach(cell -> cells.add(cell.in(words, language)));
        return cells;
    }
}
