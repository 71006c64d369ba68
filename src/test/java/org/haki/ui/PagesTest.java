package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = UiAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"haki.data=target/test-haki", "haki.strict=true"})
class PagesTest {

    private static final Pattern OURS = Pattern.compile("(?:href|src)=\"(/(?:css|js|img|vendor)/[^\"#]+)");

    @LocalServerPort
    private int port;

    private Visitor wanjiru;
    private Visitor stranger;

    @BeforeEach
    void somebodyComes() {
        wanjiru = UiAlone.visitor(port, "wanjiru");
        stranger = UiAlone.visitor(port, null);
    }

    @Test
    void the_rail_leads_only_where_the_role_may_go() {
        assertThat(wanjiru.get("/more").body())
                .contains("href=\"/intake\"", "href=\"/cases\"")
                .doesNotContain("href=\"/people\"", "href=\"/reports\"", "href=\"/settings\"");
    }

    @Test
    void the_page_speaks_the_chosen_language_before_the_browsers() {
        assertThat(stranger.get("/nowhere", "Accept-Language", "es-GT, en;q=0.5").body()).contains("lang=\"es\"", "<title>Notas</title>");
        assertThat(stranger.get("/nowhere?l=en", "Accept-Language", "es").body()).contains("lang=\"en\"");
        assertThat(stranger.get("/nowhere?l=tlh", "Accept-Language", "fr").body()).contains("lang=\"en\"");
        assertThat(stranger.get("/nowhere?l=%3Cscript%3E").body()).contains("lang=\"en\"").doesNotContain("<script>");
    }

    @Test
    void a_language_may_run_from_right_to_left() {
        assertThat(stranger.get("/nowhere?l=xr").body()).contains("lang=\"en\" dir=\"rtl\"");
        assertThat(stranger.get("/nowhere").body()).contains("dir=\"ltr\"");
    }

    @Test
    void names_can_be_shown_again_when_they_are_hidden() {
        assertThat(wanjiru.get("/more").body()).contains("value=\"hide\"");
        assertThat(UiAlone.visitor(port, "hiding").get("/more").body()).contains("value=\"show\"");
    }

    @Test
    void the_next_page_says_once_what_was_done_in_words_of_ours_only() {
        assertThat(wanjiru.get("/more?done=saved").body()).contains("<p>Saved.</p>");
        assertThat(wanjiru.get("/more?done=you-won").body()).doesNotContain("you-won", "role=\"status\"><p>You");
    }

    @Test
    void a_first_visit_is_light() throws IOException {
        var page = wanjiru.get("/help/keys").body();
        var files = OURS.matcher(page).results().map(match -> match.group(1)).distinct().toList();
        assertThat(files).hasSizeBetween(5, 5);
        int bytes = zipped(page);
        for (var file : files) {
            bytes += zipped(wanjiru.get(file).body());
        }
        assertThat(bytes).isLessThan(60 * 1024 - 11 * 1024);
    }

    @Test
    void files_of_ours_carry_their_hash_and_are_kept_for_a_year() {
        var page = wanjiru.get("/help/keys").body();
        assertThat(OURS.matcher(page).results().map(match -> match.group(1))).allSatisfy(file -> {
            assertThat(file).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
            var answer = wanjiru.get(file);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        });
        assertThat(wanjiru.get("/css/haki-00000000000000000000000000000000.css").status()).isEqualTo(404);
    }

    @Test
    void a_public_page_needs_no_library() {
        var files = OURS.matcher(stranger.get("/nowhere").body()).results().map(match -> match.group(1)).toList();
        assertThat(files).isNotEmpty().noneMatch(file -> file.contains("htmx") || file.contains("/haki-") && file.endsWith(".js"));
    }

    private static int zipped(String body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(body.getBytes());
        }
        return bytes.size();
    }
}
