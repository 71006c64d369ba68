package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.HakiTest;
import org.haki.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Spanish, chosen by a person or by an organisation. */
@HakiTest
class LanguageTest {

    @Autowired
    ApplicationContext haki;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    @Test
    void whoever_chooses_Spanish_reads_every_page_in_it_on_any_browser() {
        var wanjiru = town.wanjiru.signedIn();
        assertThat(wanjiru.get("/me").form("/me").send("language", "es").location()).startsWith("/me");
        assertThat(wanjiru.get("/today").body()).contains("lang=\"es\"").contains("Lo que llegó").doesNotContain("Came in");
        assertThat(wanjiru.get("/today", "Accept-Language", "en").text()).contains("Por hacer");
        assertThat(wanjiru.get("/cases/new").text()).contains("Como máximo siete preguntas");
    }

    @Test
    void a_refusal_beside_the_field_is_in_her_language_too() {
        var wanjiru = town.wanjiru.signedIn();
        wanjiru.get("/me").form("/me").send("language", "es");
        var refused = wanjiru.get("/cases/new").form("/cases").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Escriba qué pasó; basta una frase").contains("respuestas necesitan otra mirada");
    }

    @Test
    void somebody_new_begins_in_the_language_of_the_organisation() {
        var tomasz = town.tomasz.signedIn();
        assertThat(tomasz.get("/settings/people/new").form("/settings/people").value("language")).isEqualTo("en");
        tomasz.get("/settings/organisation").form("/settings/organisation").send("language", "es");
        assertThat(tomasz.get("/settings/people/new").form("/settings/people").value("language")).isEqualTo("es");
    }

    @Test
    void countries_are_named_in_the_language_of_the_page() {
        var tomasz = town.tomasz.signedIn();
        tomasz.get("/me").form("/me").send("language", "es");
        assertThat(tomasz.get("/settings/organisation", "Accept-Language", "en").text()).contains("Brasil").doesNotContain("Brazil");
    }
}
