package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The register at the counter: a line takes half a minute, and is a consult or becomes a case. */
@HakiTest
class WalkInTest {

    private static final String REGISTER = "/walk-ins";

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void a_line_with_too_little_or_of_tomorrow_comes_back_as_it_was_typed() {
        var empty = wanjiru.fill(REGISTER, REGISTER, "note", "The grant was refused");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("The grant was refused", "Choose what it was about", "Choose what was given");
        assertThat(write(wanjiru, "day", "2199-01-01").text()).contains("This day lies in the future");
        assertThat(write(wanjiru, "note", " ").text()).contains("Write in a few words");
        assertThat(write(wanjiru, "topic", "dragons").status()).isEqualTo(422);
        assertThat(wanjiru.get(REGISTER).text()).contains("Nobody is in the register yet");
    }

    @Test
    void a_place_in_the_register_beyond_every_year_is_its_beginning() {
        write(wanjiru);
        assertThat(wanjiru.get(REGISTER + "?before=%2B999999999-12-31T23:59:59Z_" + UUID.randomUUID()).text()).contains("Explained the appeal");
        assertThat(wanjiru.get(REGISTER + "?before=-999999999-01-01T00:00:00Z_" + UUID.randomUUID()).status()).isEqualTo(200);
    }

    @Test
    void five_answers_are_a_consult() {
        assertThat(write(wanjiru).status()).isEqualTo(303);
        var register = wanjiru.get(REGISTER).text();
        assertThat(register).contains("Explained the appeal", "No name", "Open a case", "Wanjiru Otieno");
        assertThat(Everything.in(haki).consultsInFigures(town.riverbend)).isEqualTo(1);
    }

    @Test
    void two_clicks_write_one_line() {
        var form = wanjiru.get(REGISTER).form(REGISTER);
        form.send(line());
        form.send(line());
        assertThat(wanjiru.get(REGISTER).text().split("Explained the appeal", -1)).hasSize(2);
    }

    @Test
    void others_read_a_line_only_where_they_read_the_queue() {
        write(wanjiru, "name", "Nirmala Thapa");
        assertThat(wanjiru.get(REGISTER).text()).contains("Nirmala Thapa");
        assertThat(town.fatou.signedIn().get(REGISTER).text()).as("an operator").contains("Nirmala Thapa");
        assertThat(town.mateo.signedIn().get(REGISTER).text()).as("a colleague elsewhere").doesNotContain("Nirmala Thapa");
        assertThat(town.prem.signedIn().get(REGISTER).text()).as("another organisation").doesNotContain("Nirmala Thapa");
        assertThat(town.tomasz.signedIn().get(REGISTER).status()).as("an administrator").isEqualTo(403);
        assertThat(wanjiru.get("/intake").status()).isEqualTo(403);
    }

    @Test
    void nobody_is_told_of_a_line_since_nobody_waits() {
        write(wanjiru);
        assertThat(town.fatou.signedIn().get("/intake").text()).contains("Nothing waits");
    }

    @Test
    void a_line_becomes_a_case_at_once() {
        var form = write(wanjiru, "name", "Nirmala Thapa", "service", "", "then", "case");
        assertThat(form.status()).isEqualTo(303);
        assertThat(wanjiru.get(REGISTER).text()).as("it stands in the register meanwhile").contains("Nirmala Thapa", "Benefits or pension");
        assertThat(form.next().form(form.location()).value("sex")).as("nothing is typed twice").isEqualTo("female");
        assertThat(form.next().form(form.location()).value("owner")).isEqualTo(town.wanjiru.id().toString());
        var opened = accept(wanjiru, form.location());
        assertThat(opened.location()).startsWith("/cases/");
        assertThat(opened.next().text()).contains("Nirmala Thapa", "Explained the appeal");
    }

    @Test
    void a_consult_becomes_a_case_later_and_counts_once() {
        write(wanjiru, "name", "Nirmala Thapa");
        var acceptance = acceptance(wanjiru);
        var opened = accept(wanjiru, acceptance);
        assertThat(opened.status()).isEqualTo(303);
        var code = opened.location().replaceFirst("[?].*", "");
        assertThat(wanjiru.get(REGISTER).body()).contains(code).doesNotContain("/acceptance");
        assertThat(wanjiru.get(acceptance).status()).as("a second time").isEqualTo(409);
        assertThat(Everything.in(haki).consultsInFigures(town.riverbend)).isZero();
    }

    @Test
    void the_line_of_another_is_no_ones_case_but_theirs() {
        write(wanjiru);
        var acceptance = acceptance(wanjiru);
        assertThat(town.mateo.signedIn().get(acceptance).status()).isEqualTo(404);
        assertThat(town.prem.signedIn().get(acceptance).status()).isEqualTo(404);
        assertThat(town.ines.signedIn().get(acceptance).status()).isEqualTo(403);
    }

    private Page accept(Visitor who, String form) {
        return who.fill(form, form, "type", "general", "client", "new", "name", "Nirmala Thapa", "ageGroup", "adult", "urgency", "normal", "owner",
                town.wanjiru.id().toString(), "fenced", "no", "services", "given", "reporting", "given", "method", "verbal_witnessed", "byWhom", "self");
    }

    private static Page write(Visitor who, String... more) {
        return who.fill(REGISTER, REGISTER, line(more));
    }

    private static String[] line(String... more) {
        var fields = new LinkedHashMap<>(Map.of("sex", "female", "ageGroup", "adult", "topic", "benefits", "note", "Explained the appeal", "service", "advice"));
        for (int at = 0; at < more.length; at += 2) {
            fields.put(more[at], more[at + 1]);
        }
        return fields.entrySet().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue())).toArray(String[]::new);
    }

    private static String acceptance(Visitor who) {
        var link = Pattern.compile("/walk-ins/[0-9A-Z]+/acceptance").matcher(who.get(REGISTER).body());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
