package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** With script turned off: the public pages whole, in both languages, and what staff does all day. */
@HakiTest
class WithoutScriptJourneyTest {

    private static final Pattern DIGITS = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private StaffBrowser staff;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        staff = StaffBrowser.withoutScript(haki, Chrome.Screen.PHONE);
    }

    @AfterEach
    void everybodyGoesHome() {
        staff.close();
    }

    @Test
    void she_reports_in_spanish_corrects_herself_and_reads_the_answer_later() {
        var phone = Chrome.withoutScript(Chrome.Screen.PHONE);
        to(phone, "/report/" + town.riverbend.slug());
        Chrome.onward(phone, () -> phone.click("nav.languages a[lang=es]"));
        assertThat(phone.locator("h1").innerText()).isEqualTo("Puede contarnos aquí");
        phone.fill("input[name=where]", "Mercado de Seti");
        phone.check("input[name=hour][value='10']");
        send(phone);
        assertThat(phone.locator(".errors").innerText()).contains("3 respuestas necesitan otra mirada");
        assertThat(phone.inputValue("input[name=where]")).isEqualTo("Mercado de Seti");
        assertThat(phone.isChecked("input[name=hour][value='10']")).isTrue();
        phone.click(".errors a >> nth=0");
        assertThat(phone.url()).endsWith("#words");
        phone.fill("textarea[name=words]", "Volvió anoche, zanzara.");
        phone.check("input[name=age][value=adult]");
        phone.check("input[name=reach][value=none]");
        send(phone);
        assertThat(phone.title()).isEqualTo("Notas");
        assertThat(phone.locator("h1").innerText()).isEqualTo("Lo tenemos");
        var digits = DIGITS.matcher(phone.locator(".receipt").innerText());
        assertThat(digits.find()).isTrue();

        answer("zanzara", "Vaya al molino mañana a las diez.");

        Chrome.onward(phone, () -> phone.click("a[href*='/status/']"));
        phone.fill("input[name=code]", "0000 1111 2222 3333");
        send(phone);
        assertThat(phone.locator(".error").innerText()).contains("No conocemos esta clave");
        phone.fill("input[name=code]", digits.group());
        send(phone);
        assertThat(phone.locator("main").innerText()).contains("Nuestra respuesta", "Vaya al molino").doesNotContain("zanzara");
        assertThat(phone.context().cookies()).isEmpty();
        Chrome.onward(phone, () -> phone.click("#leave"));
        assertThat(phone.content()).doesNotContain("molino");
        phone.context().close();
    }

    @Test
    void with_a_word_of_her_own_she_comes_back_in_english() {
        var phone = Chrome.withoutScript(Chrome.Screen.PHONE);
        to(phone, "/report/" + town.riverbend.slug());
        phone.fill("textarea[name=words]", "They took my papers.");
        phone.check("input[name=age][value=adult]");
        phone.check("input[name=reach][value=none]");
        phone.fill("input[name=code]", "123456");
        send(phone);
        assertThat(phone.locator(".errors").innerText()).contains("another word");
        assertThat(phone.inputValue("textarea[name=words]")).isEqualTo("They took my papers.");
        phone.fill("input[name=code]", "mill pond marigold");
        send(phone);
        assertThat(phone.locator(".receipt").count()).as("a word is not shown").isZero();
        Chrome.onward(phone, () -> phone.click("a[href*='/status/']"));
        phone.fill("input[name=code]", "Mill  pond MARIGOLD");
        send(phone);
        assertThat(phone.locator("h1").innerText()).isEqualTo("We have it");
        phone.context().close();
    }

    @Test
    void an_operator_takes_a_call_accepts_one_and_sorts_out_the_rest() {
        new Reporter(town).tells("Win a telephone");
        new Reporter(town).tells("Win a second telephone");
        var fatou = staff.of(town.fatou);
        to(fatou, "/intake/new");
        send(fatou);
        assertThat(fatou.locator(".errors").isVisible()).isTrue();
        fatou.fill("textarea[name=words]", "Her sister calls: he came back, zanzara.");
        fatou.locator("input[type=radio]").all().stream()
                .map(radio -> radio.getAttribute("name")).distinct()
                .forEach(name -> fatou.locator("input[type=radio][name=" + name + "]").first().check());
        fatou.fill("input[name=number]", "0712 345 678");
        send(fatou);
        assertThat(fatou.locator(".errors").count()).as(() -> fatou.locator("main").innerText()).isZero();
        to(fatou, "/intake");
        fatou.locator(".queue-row:has-text('telephone') input[type=checkbox]").all().forEach(box -> box.check());
        fatou.selectOption("select[name=reason]", "advertising");
        Chrome.onward(fatou, () -> fatou.click("#dismiss"));
        assertThat(fatou.locator("#queue .notice").innerText()).contains("2 marked not a case");
        Chrome.onward(fatou, () -> fatou.click(".queue-row:has-text('zanzara') .voice a"));
        Chrome.onward(fatou, () -> fatou.click(".decide a.button-main"));
        fatou.check("input[name=ageGroup][value=adult]");
        fatou.selectOption("select[name=owner]", town.wanjiru.id().toString());
        fatou.check("input[name=fenced][value=no]");
        fatou.check("input[name=services][value=not_yet_asked]");
        fatou.check("input[name=reporting][value=not_yet_asked]");
        send(fatou);
        assertThat(fatou.locator(".errors").count()).as(() -> fatou.locator("main").innerText()).isZero();
        assertThat(staff.of(town.wanjiru).locator("main").innerText()).contains("New for you");
    }

    @Test
    void a_case_is_worked_closed_and_checked() {
        var file = CaseStory.in(haki, town).urgency("urgent").open();
        var wanjiru = staff.of(town.wanjiru);
        to(wanjiru, file.path());
        wanjiru.fill("form.writer textarea", "We went to the court.");
        wanjiru.selectOption("form.writer select[name=kind]", "service");
        wanjiru.click("form.writer summary");
        wanjiru.selectOption("form.writer select[name=service]", "legal");
        wanjiru.selectOption("form.writer select[name=nextKind]", "visit");
        wanjiru.fill("form.writer [name=nextDay]", "2031-05-17");
        Chrome.onward(wanjiru, () -> wanjiru.click("form.writer > .writer-row button"));
        assertThat(wanjiru.locator("#story").innerText()).contains("We went to the court.");
        assertThat(wanjiru.locator("#plan").innerText()).contains("Visit");
        Chrome.onward(wanjiru, () -> wanjiru.click("#plan .step a >> nth=0"));
        wanjiru.check("input[name=result] >> nth=0");
        send(wanjiru);
        to(wanjiru, file.path() + "/activities/open");
        wanjiru.locator("select[name^=step-]").all().forEach(step -> step.selectOption(new SelectOption().setLabel("Not needed: No longer needed")));
        send(wanjiru);
        to(wanjiru, file.path() + "/closing");
        assertThat(wanjiru.inputValue("select[name=serviceLevel]")).isEqualTo("legal");
        send(wanjiru);
        assertThat(wanjiru.locator(".errors").isVisible()).isTrue();
        wanjiru.check("input[name=outcome][value=solved]");
        wanjiru.selectOption("select[name=reason]", "completed");
        wanjiru.check("input[name=toldReturn][value=yes]");
        wanjiru.selectOption("select[name=verifier]", town.leila.id().toString());
        send(wanjiru);
        var leila = staff.of(town.leila);
        Chrome.onward(leila, () -> leila.click("a[href$='/verification']"));
        leila.check("input[name=result][value=confirmed]");
        leila.check("input[name=spokenWith][value=client]");
        send(leila);
        to(leila, file.path());
        assertThat(leila.locator(".casehead").innerText()).contains("Closed");
    }

    @Test
    void lists_search_and_ones_own_page_need_no_script() {
        var file = CaseStory.in(haki, town).open();
        var wanjiru = staff.of(town.wanjiru);
        to(wanjiru, "/cases");
        wanjiru.selectOption("select[name=status]", "closed");
        Chrome.onward(wanjiru, () -> wanjiru.click(".filters button"));
        assertThat(wanjiru.url()).contains("status=closed");
        assertThat(wanjiru.locator("main").innerText()).doesNotContain("Asha");
        to(wanjiru, "/search");
        for (var typed : List.of("asha thapa", Code.shown(file.code()))) {
            to(wanjiru, "/search");
            wanjiru.fill("#q", typed);
            send(wanjiru);
            assertThat(wanjiru.locator("main").innerText()).contains("Asha Thapa");
        }
        Chrome.onward(wanjiru, () -> wanjiru.click("form[action='/me/names'] button"));
        to(wanjiru, file.path());
        assertThat(wanjiru.content()).doesNotContain("Asha Thapa");
        Chrome.onward(wanjiru, () -> wanjiru.click("form[action='/sign-out'] button"));
        to(wanjiru, file.path());
        assertThat(URI.create(wanjiru.url()).getPath()).isEqualTo("/sign-in");
    }

    private void answer(String words, String text) {
        var fatou = staff.of(town.fatou);
        to(fatou, "/intake");
        Chrome.onward(fatou, () -> fatou.click(".queue-row:has-text('" + words + "') .voice a"));
        Chrome.onward(fatou, () -> fatou.click("a[href$='/answer']"));
        fatou.fill("textarea[name=answer]", text);
        send(fatou);
    }

    private static void send(Page page) {
        Chrome.onward(page, () -> page.locator("main button.button-main").first().click());
    }

    private void to(Page page, String path) {
        page.navigate("http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
