package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Forms without a mistake, however their groups and repeats lie in each other: each is converted, and opens in JavaRosa. */
class AnyFormTest {

    private record Step(int what, int which, boolean calculated) {}

    private static final List<String> HEADER = List.of("type", "name", "label", "label::fr", "hint", "relevant", "constraint",
            "constraint_message", "calculation", "default", "choice_filter", "trigger", "repeat_count");

    @Property(tries = 150)
    void a_form_without_a_mistake_opens(@ForAll("steps") List<Step> steps) {
        var file = new XlsxFile().row("survey", HEADER.toArray(String[]::new));
        rows(steps).forEach(row -> file.row("survey", row));
        file.row("choices", "list_name", "name", "label", "label::fr", "town");
        file.row("choices", "l", "a", "A", "Ah", "x").row("choices", "l", "b", "B", "", "y");
        var conversion = file.convert();
        assertThat(conversion.problems()).isEmpty();
        assertThatCode(() -> JavaRosa.open(conversion.xform().orElseThrow())).doesNotThrowAnyException();
        assertThat(conversion.form().orElseThrow().fields()).allSatisfy(field -> assertThat(field.path()).startsWith("/data/"));
    }

    private static List<String[]> rows(List<Step> steps) {
        var rows = new ArrayList<String[]>();
        var open = new ArrayDeque<String>();
        var shown = new ArrayList<>(List.of("first"));
        rows.add(row("text", "first", "First", "", ""));
        for (var step : steps) {
            var name = "q" + rows.size();
            var earlier = "${" + shown.get(step.which % shown.size()) + "}";
            switch (step.what) {
                case 0 -> open(rows, open, "group", row("begin group", name, "G " + earlier, "", earlier + " != ''"));
                case 1 -> {
                    var row = row("begin repeat", name, "R", "Et " + earlier, "");
                    row[12] = step.calculated ? "2 + 1" : "";
                    open(rows, open, "repeat", row);
                }
                case 2 -> {
                    if (!open.isEmpty()) {
                        rows.add(row("end " + open.pop(), "", "", "", ""));
                    }
                }
                default -> {
                    rows.add(question(step, name, earlier, shown.getLast()));
                    shown.add(name);
                }
            }
        }
        open.forEach(kind -> rows.add(row("end " + kind, "", "", "", "")));
        return rows;
    }

    private static void open(List<String[]> rows, ArrayDeque<String> open, String kind, String[] row) {
        rows.add(row);
        open.push(kind);
    }

    private static String[] question(Step step, String name, String earlier, String last) {
        var row = row(List.of("text", "text", "integer", "select_one l", "select_multiple l or_other", "date", "note").get(step.which % 7),
                name, "Q < & " + earlier, step.calculated ? "Quoi ?" : "", step.calculated ? earlier + " != 'x'" : "");
        row[4] = step.which % 3 == 0 ? "H " + earlier : "";
        row[6] = step.which % 4 == 0 ? ". != " + earlier : "";
        row[7] = row[6].isEmpty() ? "" : "Not " + earlier;
        row[9] = step.which % 5 < 2 && row[0].equals("text") ? "concat('a', " + earlier + ")" : "";
        row[10] = row[0].equals("select_one l") && step.calculated ? "town = " + earlier : "";
        row[11] = step.which % 3 == 0 && row[0].equals("text") ? "${" + last + "}" : "";
        row[8] = row[11].isEmpty() ? "" : "now()";
        return row;
    }

    private static String[] row(String... beginning) {
        var row = new String[HEADER.size()];
        java.util.Arrays.fill(row, "");
        System.arraycopy(beginning, 0, row, 0, 4);
        row[5] = beginning[4];
        return row;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 8), Arbitraries.integers().between(0, 60), Arbitraries.of(true, false))
                .as(Step::new).list().ofMinSize(1).ofMaxSize(30);
    }
}
