package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.OwnAppearances;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.files.Photos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Places are typed or said by the browser where the form asks for them; pictures lose what a camera writes, or are not kept. */
@HakiTest
class PlacesAndFilesTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;
    private String form;
    private String questions;

    @BeforeEach
    void a_form_that_asks_for_places() {
        town = Town.in(haki);
        form = new OwnForms(town.tomasz.signedIn()).published(OwnAppearances.PLACES).replace("/settings", "");
        questions = form + "/sheets/questions";
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void a_browser_may_say_where_somebody_is_only_where_a_form_asks() {
        var other = new OwnForms(town.tomasz.signedIn()).published(OwnForms.HOME).replace("/settings", "");
        assertThat(wanjiru.get(other + "/new").headers("Permissions-Policy")).singleElement().asString().contains("geolocation=()");
        var page = wanjiru.get(form + "/new");
        assertThat(page.headers("Permissions-Policy")).singleElement().asString().contains("geolocation=(self)", "camera=()");
        var sheet = page.form(form + "/sheets").send("a/home", "-1.2921 36.8219");
        assertThat(sheet.next().headers("Permissions-Policy")).as("who reads it").singleElement().asString().contains("geolocation=()");
    }

    @Test
    void what_is_no_place_on_this_earth_is_said() {
        var wrong = wanjiru.get(form + "/new").form(form + "/sheets").send("a/home", "-91 36.8", "a/field", "-1.1 36.1\n-1.2 36.2", "a/way", "over the hill");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Where is the home?: Write latitude and longitude", "The field: Write at least three different corners",
                "The way there: Write latitude and longitude");
        assertThat(wrong.body()).contains("over the hill", "-1.1 36.1\n-1.2 36.2");
    }

    @Test
    void places_are_kept_with_height_and_exactness_and_are_drawn() {
        var page = wanjiru.get(form + "/new").form(form + "/sheets").to(questions).send("a/home", "-১.২৯২১, 36.8219 1661.5 12", "a/field",
                "0 36\n0 36.001\n0.001 36.001\n0.001 36", "a/way", "0 36; 0 36.01");
        assertThat(page.text()).contains("Right to within 12 m.", "4 corners, about 12,364 m²", "2 points, about 1,112 m");
        assertThat(page.body()).contains("<svg viewBox=\"0 0 240 160\" role=\"img\"", "class=\"trace-area\"");
        var sheet = page.form(form + "/sheets").send();
        assertThat(sheet.status()).as(sheet.text()).isEqualTo(303);
        assertThat(sheet.next().text()).contains("-1.2921 36.8219 1661.5 12", "4 corners, about 12,364 m²", "0.001 36 0 36");
    }

    @Test
    void a_photo_loses_where_it_was_taken_and_a_picture_that_we_cannot_clean_is_not_kept() {
        var asked = wanjiru.get(form + "/new").form(form + "/sheets");
        var refused = asked.to(questions).upload("u/house", "house.heic", "image/heic", "\0\0\0\030ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused.text()).contains("The house:").doesNotContain(".heic");
        var lying = asked.to(questions).upload("u/house", "house.jpg", "image/jpeg", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(lying.text()).contains("The house:");
        var kept = lying.form(form + "/sheets").to(questions).upload("u/house", "house.jpg", "image/jpeg", Photos.jpegWithPlace(1));
        assertThat(kept.text()).doesNotContain("The house:").contains(".jpg");
        var sheet = kept.form(form + "/sheets").send().next();
        var file = wanjiru.get(href(sheet));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).doesNotContain("Exif");
    }

    private static String href(Page page) {
        var found = Pattern.compile("href=\"(/forms/[^\"]*/files/[^\"]*)").matcher(page.body());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }
}
