package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = UiAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"haki.data=target/test-haki", "haki.strict=true"})
class FormsTest {

    private static final String OP = UUID.randomUUID().toString();

    @LocalServerPort
    private int port;

    private Visitor wanjiru;

    @BeforeEach
    void wanjiruComes() {
        wanjiru = UiAlone.visitor(port, "wanjiru");
    }

    @Test
    void the_same_words_are_the_same_deed_in_any_order_and_with_any_token() {
        var first = wanjiru.post("/door/op", "op", OP, "base", "2", "a", "1", "b", "2", "_csrf", "x").body();
        assertThat(first).startsWith(OP + " 2 ");
        assertThat(wanjiru.post("/door/op", "_csrf", "y", "b", "2", "a", "1", "base", "2", "op", OP).body()).isEqualTo(first);
    }

    @Test
    void other_words_are_another_deed() {
        var first = wanjiru.post("/door/op", "op", OP, "a", "1", "b", "2").body();
        assertThat(wanjiru.post("/door/op", "op", OP, "a", "1", "b", "3").body()).isNotEqualTo(first);
        assertThat(wanjiru.post("/door/op", "op", OP, "a", "1b", "", "2").body()).isNotEqualTo(first);
        assertThat(wanjiru.post("/door/op", "op", OP, "a", "1", "a", "2").body())
                .isNotEqualTo(wanjiru.post("/door/op", "op", OP, "a", "2", "a", "1").body());
    }

    @Test
    void what_cannot_be_kept_is_cleaned_before_anybody_looks_at_it() {
        var said = wanjiru.post("/door/said", "words", "  Cafe\u0301\r\nat\u0000 ten ", "hours", "se\u0000ven").body();
        assertThat(said).contains("\"words\":\"Caf\u00e9\\nat ten\"", "[\"seven\"]");
    }

    @Test
    void one_value_with_a_comma_stays_one_value() {
        assertThat(wanjiru.post("/door/said", "words", "", "hours", "7, or 8").body()).contains("\"hours\":[\"7, or 8\"]");
        assertThat(wanjiru.post("/door/said", "words", "", "hours", "7", "hours", "8,9").body()).contains("\"hours\":[\"7\",\"8,9\"]");
    }

    @Test
    void every_form_on_a_page_carries_the_token_and_an_operation_of_its_own() {
        var page = wanjiru.get("/help/keys").body();
        var ops = page.split("name=\"op\" value=\"");
        assertThat(ops).hasSize(3);
        assertThat(ops[1].substring(0, 36)).isNotEqualTo(ops[2].substring(0, 36));
        assertThat(page).contains("name=\"_csrf\" value=\"the-token\"", "name=\"_page\" value=\"/help/keys\"");
    }
}
