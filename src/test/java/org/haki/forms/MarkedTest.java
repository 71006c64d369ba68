package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The marks that ODK knows in words, and what is none. */
class MarkedTest {

    @Test
    void bold_italic_links_and_headings_are_read() {
        assertThat(drawn("a **b** c")).isEqualTo("a <b>b</b> c");
        assertThat(drawn("__b__ _i_ *i*")).isEqualTo("<b>b</b> <i>i</i> <i>i</i>");
        assertThat(drawn("**b _both_**")).isEqualTo("<b>b </b><b><i>both</i></b>");
        assertThat(drawn("see [the **law**](https://example.org/a_b_c)")).isEqualTo("see {the }<b>{law}</b>");
        assertThat(Marked.of("## Two\none\ntwo\n\nthree").blocks()).extracting(Marked.Block::heading).containsExactly(2, 0, 0);
        assertThat(Marked.of("## Two\none\ntwo\n\nthree").plain()).isEqualTo("Two\none\ntwo\nthree");
    }

    @Test
    void what_only_looks_like_a_mark_stays() {
        for (var text : new String[] {"snake_case_name", "2 * 3 * 4", "**", "a*", "_", "[x](javascript:alert(1))", "[x]", "#5", "5 < 6 > 4", "${first_name} ${_x_}", "a ** b"}) {
            assertThat(drawn(text)).isEqualTo(text);
            assertThat(Marked.plain(text)).isEqualTo(text);
        }
        assertThat(drawn("\\*no\\* \\_no\\_")).isEqualTo("*no* _no_");
    }

    @Test
    void html_is_taken_for_what_it_says() {
        assertThat(drawn("<span style=\"color:red\">stop</span><br>go")).isEqualTo("stop\ngo");
        assertThat(drawn("<script>alert(1)</script>")).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void what_somebody_answered_marks_nothing() {
        assertThat(Marked.of("**${name}**").with(text -> text.replace("${name}", "*x* [y](https://z)")).blocks().getFirst().lines().getFirst())
                .containsExactly(new Marked.Run("*x* [y](https://z)", true, false, null));
    }

    @Test
    void a_cell_full_of_marks_is_read_soon() {
        for (var mark : new String[] {"*", "_", "**a", "[", "[a](", "*a _b "}) {
            assertThat(Marked.of(mark.repeat(30_000 / mark.length())).blocks()).hasSize(1);
        }
    }

    private static String drawn(String text) {
        return Marked.of(text).lines().stream().map(line -> line.stream().map(MarkedTest::drawn).collect(Collectors.joining())).collect(Collectors.joining("\n"));
    }

    private static String drawn(Marked.Run run) {
        var text = run.link() == null ? run.text() : "{" + run.text() + "}";
        var stressed = run.stressed() ? "<i>" + text + "</i>" : text;
        return run.strong() ? "<b>" + stressed + "</b>" : stressed;
    }
}
