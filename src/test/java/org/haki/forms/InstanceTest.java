package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An instance that comes in: bounded, no entity, no node that the form does not have, no value of a wrong type goes by unsaid. */
class InstanceTest {

    private static final FormVersion FORM = Books.version("""
            | survey |
            | | type         | name  | label |
            | | integer      | age   | A     |
            | | date         | day   | D     |
            | | dateTime     | at    | T     |
            | | time         | hour  | H     |
            | | decimal      | fee   | F     |
            | | begin group  | g     | G     |
            | | text         | words | W     |
            | | end group    |       |       |
            | | begin repeat | row   | R     |
            | | text         | name  | N     |
            | | end repeat   |       |       |
            """);

    private static AnswersXml.Read read(String xml) {
        return AnswersXml.read(FORM, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> wrongs(List<Wrong> wrongs) {
        return wrongs.stream().map(wrong -> wrong.place() + " " + wrong.kind()).toList();
    }

    @Test
    void what_is_written_reads_the_same() {
        var answers = Books.answers("age", "12", "g/words", "a < b & \"c\"\n\u0995", "row[]", "k3 k1", "row[k3]/name", "one");
        var xml = AnswersXml.write(FORM, answers);
        assertThat(read(xml).wrongs()).isEmpty();
        assertThat(read(xml).answers()).isEqualTo(answers);
        assertThat(xml).startsWith("<data id=\"book\" xmlns:haki=\"urn:haki\"><age>12</age><day></day>");
    }

    @Test
    void rows_from_elsewhere_are_named_by_their_number() {
        var read = read("<data><row><name>one</name></row><row><name>two</name></row><meta><instanceID>uuid:1</instanceID></meta></data>");
        assertThat(read.wrongs()).isEmpty();
        assertThat(read.answers().rowsOf("row")).containsExactly("1", "2");
        assertThat(read.answers().value("row[2]/name")).isEqualTo("two");
    }

    @Test
    void every_unknown_node_is_said() {
        assertThat(wrongs(read("<data><agee>1</agee><g><words>w</words><more/></g><age>1</age><age>2</age>text</data>").wrongs()))
                .containsExactly("agee UNKNOWN", "g/more UNKNOWN", "age UNKNOWN", " UNKNOWN");
    }

    @Test
    void entities_depth_and_size_are_bounded() {
        for (var bad : List.of(
                "<!DOCTYPE data [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><data><age>&a;</age></data>",
                "<!DOCTYPE data [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><data><age>&b;</age></data>",
                "<data>" + "<g>".repeat(20_000) + "</g>".repeat(20_000) + "</data>", "<data><x>" + "<y>".repeat(70) + "</y>".repeat(70) + "</x></data>",
                "<data><age>1</age>", "<other/>", "", "no xml", "<data><age><b/></age></data>",
                "<data>" + "<row><name/></row>".repeat(201) + "</data>")) {
            assertThat(wrongs(read(bad).wrongs())).as(bad.substring(0, Math.min(60, bad.length()))).containsExactly(" UNREADABLE");
        }
        assertThat(wrongs(read("<data><age>" + "1".repeat(AnswersXml.LARGEST) + "</age></data>").wrongs())).containsExactly(" TOO_LONG");
    }

    @Test
    void values_are_read_in_any_digits_and_wrong_ones_are_kept_as_typed() {
        var typed = Typing.read(FORM, Books.answers("age", "\u09e7\u09e8", "day", "\u0967 3 2026", "hour", "\u0661\u0664:30", "fee", "1,5", "at", "1 March 2026 14:30"), Books.ZONE);
        assertThat(typed.wrongs()).isEmpty();
        assertThat(typed.answers().values()).containsEntry("age", "12").containsEntry("day", "2026-03-01").containsEntry("hour", "14:30")
                .containsEntry("fee", "1.5").containsEntry("at", "2026-03-01T14:30:00+05:45");
        var wrong = Typing.read(FORM, Books.answers("age", "twelve", "day", "31 2 2026", "hour", "25:00", "fee", "a lot", "at", "tomorrow", "nowhere", "x"), Books.ZONE);
        assertThat(wrongs(wrong.wrongs())).containsExactly("age INTEGER", "day DATE", "hour TIME", "fee DECIMAL", "at DATE_TIME", "nowhere UNKNOWN");
        assertThat(wrong.typed()).containsEntry("age", "twelve").containsEntry("day", "31 2 2026");
        assertThat(wrong.answers().values()).isEmpty();
        for (var none : List.of("12345678901", "1.5", "1e3", "0x1", "--1", "1 2 a")) {
            assertThat(wrongs(Typing.read(FORM, Books.answers("age", none), Books.ZONE).wrongs())).as(none).containsExactly("age INTEGER");
        }
        assertThat(Typing.read(FORM, Books.answers("age", "1 234", "fee", "1,234.50"), Books.ZONE).answers().values())
                .containsEntry("age", "1234").containsEntry("fee", "1234.5");
    }
}
