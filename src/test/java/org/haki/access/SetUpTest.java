package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The first start, on a Haki of its own: it happens once. */
@HakiTest
@TestPropertySource(properties = "haki.first-start-of=SetUpTest")
class SetUpTest {

    private static final Pattern CARD_CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final String PASSWORD = "The ferry leaves at noon";

    @Autowired
    SetUp setUp;

    @Autowired
    Organisations organisations;

    @LocalServerPort
    int port;

    @Test
    void from_the_link_to_a_desk_that_may_open_cases() {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/set-up/" + "x".repeat(43)).status()).isEqualTo(404);
        var earlier = setUp.newLink().orElseThrow();
        var link = setUp.newLink().orElseThrow();
        assertThat(visitor.get(earlier).status()).as("a link from an earlier start").isEqualTo(404);

        founds(visitor, link);
        choosesPasswordButLeaves(visitor, link);
        var administrator = comesBack(setUp.newLink().orElseThrow());
        provesTheRecoverySheet(administrator);

        assertThat(setUp.newLink()).as("set up, so no link any more").isEmpty();
        assertThat(new Visitor(port).get(link).status()).isEqualTo(404);
        assertThat(administrator.get("/settings").text()).as("in the language of the organisation")
                .contains("Personas").contains("Página pública").contains("Impresa, copiada de vuelta")
                .doesNotContain("hasta entonces no se puede abrir ningún caso");
    }

    private void founds(Visitor visitor, String link) {
        var refused = visitor.fill(link, link, "organisation", "", "signInName", "no spaces allowed");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("An organisation needs a name").contains("Choose the country").contains("Two to forty letters");
        var founded = refused.form(link).send(
                "organisation", "Línea Ribereña", "region", "PE", "zone", "America/Lima", "language", "es", "office", "Sede central",
                "name", "Tomasz Wilk", "signInName", "Tomasz");
        assertThat(founded.location()).isEqualTo("/welcome/password");
        var organisation = organisations.front().orElseThrow();
        assertThat(organisation.slug()).isEqualTo("linea-riberena");
        assertThat(organisation.ready()).isFalse();
    }

    private void choosesPasswordButLeaves(Visitor visitor, String link) {
        visitor.fill("/welcome/password", "/welcome/password", "password", PASSWORD, "again", PASSWORD);
        assertThat(visitor.get("/settings").location()).as("without a second factor").startsWith("/sign-in");
        assertThat(visitor.get(link).hasForm(link)).isTrue();
        assertThat(visitor.get(link).text()).contains("Go on as its administrator").doesNotContain("Country");
    }

    private Visitor comesBack(String link) {
        var administrator = new Visitor(port);
        assertThat(administrator.fill(link, link).location()).isEqualTo("/welcome/password");
        administrator.fill("/welcome/password", "/welcome/password", "password", PASSWORD);
        var choice = administrator.get("/welcome/factor");
        var card = choice.forms().stream().filter(form -> form.value("how") == null).findFirst().orElseThrow().send("how", "print");
        var code = CARD_CODE.matcher(card.text()).results().map(each -> each.group()).findFirst().orElseThrow();
        assertThat(card.form("/welcome/factor").send("code", code).location()).isEqualTo("/");
        return administrator;
    }

    private void provesTheRecoverySheet(Visitor administrator) {
        assertThat(administrator.get("/settings").text()).contains("Hoja de recuperación");
        var sheet = administrator.get("/settings/recovery-sheet");
        var lines = Pattern.compile("<li><span class=\"code code-wraps\">(.*?)</span>").matcher(sheet.body()).results()
                .map(line -> line.group(1))
                .toList();
        assertThat(lines).isNotEmpty();
        var proof = "/settings/recovery-sheet/proof";
        var wrong = administrator.fill(proof, proof, "typed", String.join("\n", swapped(lines)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("La línea 1 no es lo que dice la hoja");
        assertThat(organisations.front().orElseThrow().ready()).isFalse();
        assertThat(administrator.fill(proof, proof, "typed", String.join("\n", lines).toLowerCase()).status()).isEqualTo(303);
        assertThat(organisations.front().orElseThrow().ready()).isTrue();
        assertThat(administrator.get("/settings/recovery-sheet").status()).as("not to be seen again").isEqualTo(404);
    }

    private static List<String> swapped(List<String> lines) {
        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 0, swapped.size() - 1);
        return swapped;
    }
}
