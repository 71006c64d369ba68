package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is typed, and whatever becomes of a file on its way: an XForm that is XML and opens, or problems; nothing is thrown. */
class AnyWorkbookTest {

    private static final List<String> TYPES = List.of("text", "integer", "note", "calculate", "select_one a", "select_multiple a or_other",
            "rank a", "begin group", "begin repeat", "end group", "end repeat", "range", "geopoint", "select_one_from_file f.csv",
            "select_one ${q1}", "audit", "image", "date", "start", "trigger", "csv-external", "");
    private static final List<String> EXPRESSIONS = List.of("", "${q1}", "${q1} > 1", "selected(${q2}, 'x')", "count(${q3})", "yes", "1 +", "(((",
            "instance('a')/root/item[name = ${q1}]/label", "indexed-repeat(${q1}, ${q2}, 1)", "'", "${", "=1", "once(uuid())", ". > 0",
            "${last-saved#q1}", "pulldata('p', 'a', 'b', ${q1})", "=", "${q1}${q2}", "]]>", "<&\"", "\u202e", "-", "2020-01-01");
    private static final List<String> HEADERS = List.of("type", "name", "label", "label::fr", "hint", "relevant", "calculation", "constraint",
            "default", "trigger", "choice_filter", "parameters", "appearance", "repeat_count", "image", "save_to", "bind::x", "instance::y",
            "required_message::fr", "guidance_hint", "disabled");

    @Property(tries = 400)
    void anything_typed_becomes_a_form_or_problems(@ForAll("sheets") List<List<String>> rows, @ForAll("choiceRows") List<List<String>> choices) {
        var file = new XlsxFile().row("survey", HEADERS.toArray(String[]::new));
        rows.forEach(row -> file.row("survey", row.toArray(String[]::new)));
        file.row("choices", "list_name", "name", "label", "x");
        choices.forEach(row -> file.row("choices", row.toArray(String[]::new)));
        var conversion = file.convert();
        assertThat(conversion.xform().isPresent()).isEqualTo(conversion.ok());
        conversion.xform().ifPresent(XForms::parse);
    }

    @Property(tries = 300)
    void a_file_that_is_damaged_on_its_way_is_read_or_refused(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = Integer.MAX_VALUE) Integer> places,
            @ForAll byte value) throws IOException {
        var file = WorkbooksTest.workbooks().skip(places.getFirst() % 51).findFirst().orElseThrow();
        var bytes = Files.readAllBytes(file);
        places.forEach(place -> bytes[place % bytes.length] ^= value);
        var conversion = XlsxFile.convert(bytes);
        assertThat(conversion.xform().isPresent()).isEqualTo(conversion.ok());
    }

    @Property(tries = 200)
    void an_expression_falls_into_pieces_that_are_the_whole(@ForAll String text) {
        assertThat(Token.of(text).stream().map(Token::text).reduce("", String::concat)).isEqualTo(text);
    }

    @Provide
    Arbitrary<List<List<String>>> sheets() {
        var name = Arbitraries.of("q1", "q2", "q3", "g", "a b", "", "q1_count", "meta", "data", "é", "x:y");
        var cell = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, Arbitraries.just("")), net.jqwik.api.Tuple.of(2, Arbitraries.of(EXPRESSIONS)),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(12)));
        var row = Combinators.combine(Arbitraries.of(TYPES), name, cell.list().ofSize(HEADERS.size() - 2)).as((type, named, cells) -> {
            var all = new java.util.ArrayList<>(List.of(type, named));
            all.addAll(cells);
            return (List<String>) all;
        });
        return row.list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<List<String>>> choiceRows() {
        var cell = Arbitraries.oneOf(Arbitraries.of("a", "x", "", "${q1}", "b c"), Arbitraries.strings().ascii().ofMaxLength(6));
        return Combinators.combine(Arbitraries.of("a", "b", ""), cell, cell, cell).as((list, name, label, more) -> List.of(list, name, label, more))
                .list().ofMaxSize(4);
    }
}
