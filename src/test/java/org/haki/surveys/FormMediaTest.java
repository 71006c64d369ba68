package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is seen and heard with the questions of a form: with its preview, on its pages, on the public page, and nowhere else. */
@HakiTest
class FormMediaTest {

    private static final String CARDS = """
            | survey |
            | | type | name | label | media::image | media::audio |
            | | select_one cards | card | Which card has she? | cards.png | cards.mp3 |
            | | select_one_from_file wards.csv | ward | Ward | | |
            | choices |
            | | list_name | name | label | media::image |
            | | cards | old | The old one | old card.png |
            | | cards | new | The new one | missing.png |
            | settings |
            | | form_title | form_id | version |
            | | Cards | cards | 1 |
            """;

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor tomasz;
    private String kept;
    private String form;

    @BeforeEach
    void a_form_with_pictures() throws IOException {
        town = Town.in(haki);
        tomasz = town.tomasz.signedIn();
        kept = new OwnForms(tomasz).upload(CARDS).location().replaceAll("\\?.*", "");
        form = kept.replace("/settings", "");
        bring("cards.png", picture());
        bring("old card.png", picture());
        bring("cards.mp3", new byte[] {'I', 'D', '3', 4});
        bring("wards.csv", "name,label\nk,Kibra\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void before_it_is_published_only_its_keeper_sees_them() {
        var tried = tomasz.get(kept + "/preview");
        assertThat(tried.body()).contains("src=\"" + kept + "/media/cards.png\" alt=\"Picture: Which card has she?\"", kept + "/media/old%20card.png", "<audio").doesNotContain("missing.png");
        assertThat(tomasz.get(kept + "/media/cards.png").header("Content-Type")).isEqualTo("image/png");
        assertThat(tomasz.get(kept + "/media/missing.png").status()).isEqualTo(404);
        assertThat(tomasz.get(kept + "/media/wards.csv").status()).as("a list is not to be seen").isEqualTo(404);
        assertThat(town.wanjiru.signedIn().get(kept + "/media/cards.png").status()).isEqualTo(403);
        assertThat(town.nadia.signedIn().get(kept + "/media/cards.png").status()).as("of another organisation").isEqualTo(404);
        assertThat(tomasz.get(form + "/media/0/cards.png").status()).isEqualTo(404);
    }

    @Test
    void a_version_shows_its_own_to_who_fills_it_in() throws IOException {
        assertThat(tomasz.fill(kept, kept + "/versions").status()).isEqualTo(303);
        var fatou = town.fatou.signedIn();
        assertThat(fatou.get(form + "/new").body()).contains(form + "/media/1/cards.png", form + "/media/1/old%20card.png", "aria-label=\"Listen: Which card has she?\"");
        var shown = fatou.get(form + "/media/1/old%20card.png");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.headers("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(shown.headers("Cache-Control")).containsExactly("private, max-age=3600");
        assertThat(fatou.get(form + "/media/2/cards.png").status()).isEqualTo(404);
        assertThat(fatou.get(form + "/media/1/wards.csv").status()).isEqualTo(404);
        assertThat(town.sushila.signedIn().get(form + "/media/1/cards.png").status()).as("of another organisation").isEqualTo(404);
        assertThat(town.stranger().get(form + "/media/1/cards.png").status()).isNotEqualTo(200);
    }

    @Test
    void the_public_page_shows_those_of_its_own_form_alone() {
        assertThat(tomasz.fill(kept, kept + "/versions").status()).isEqualTo(303);
        var report = "/report/" + town.riverbend.slug();
        var stranger = town.stranger();
        assertThat(stranger.get(report + "/media/cards.png").status()).as("not yet for the public").isEqualTo(404);
        assertThat(tomasz.fill(kept, kept + "/use", "use", "public").status()).isEqualTo(303);
        assertThat(stranger.get(report).body()).contains(report + "/media/cards.png");
        assertThat(stranger.get(report + "/media/cards.png").status()).isEqualTo(200);
        assertThat(stranger.get(report + "/media/wards.csv").status()).isEqualTo(404);
        assertThat(stranger.get("/report/" + town.northgate.slug() + "/media/cards.png").status()).isEqualTo(404);
    }

    private void bring(String name, byte[] content) {
        var answer = tomasz.get(kept).form(kept + "/files").upload("file", name, "application/octet-stream", content);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
