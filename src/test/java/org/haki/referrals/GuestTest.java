package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Riverbend asks the Hillside clinic, which has no account, to help Asha: by a page that opens once, or by telephone. */
@HakiTest
@Import(TestClock.class)
class GuestTest {

    private static final String CLINIC = "Hillside clinic";
    private static final Pattern LINK = Pattern.compile("id=\"link\">[^<]*(/guest/[\\w-]{43})<");
    private static final Pattern CODE = Pattern.compile("id=\"code\">(\\d{4} \\d{4})<");
    private static int addresses = 20;

    @Autowired ApplicationContext haki;
    @Autowired TestClock clock;

    private Town town;
    private CaseFile asha;
    private Visitor wanjiru;
    private Visitor clinic;
    private String outside;

    private record Handed(String link, String code) {}

    @BeforeEach
    void a_case() {
        clock.reset();
        town = Town.in(haki);
        asha = CaseStory.in(haki, town).open();
        wanjiru = town.wanjiru.signedIn();
        clinic = stranger();
        var sent = ask("name", CLINIC, "consent", "now");
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        outside = sent.location().replaceAll("\\?.*", "");
    }

    @Test
    void without_her_yes_to_this_very_name_nothing_is_sent() {
        assertThat(ask("name", "", "consent", "now").body()).contains("Write who is asked");
        assertThat(ask("name", "Another clinic", "consent", "before").body()).contains("There is no yes of hers");
        assertThat(ask("name", "  Hillside   clinic ", "consent", "before").status()).isEqualTo(303);
    }

    @Test
    void whatever_opens_nothing_answers_the_same() {
        var used = made();
        opened(clinic, used);
        var revoked = made();
        wanjiru.fill(outside, outside + "/page/end");
        var replaced = made();
        var wrong = made();
        var tooOld = made();
        clock.pass(Duration.ofDays(15));
        var unknown = new Handed("/guest/" + "x".repeat(43), "1234 5678");
        var answer = tried(unknown);
        for (var link : new Handed[] {used, revoked, replaced, tooOld, new Handed(wrong.link(), "0000 0000")}) {
            assertThat(tried(link)).isEqualTo(answer);
            assertThat(plain(stranger().get(link.link()), link)).isEqualTo(plain(stranger().get(unknown.link()), unknown));
        }
        assertThat(answer).startsWith("422 ").doesNotContain(CLINIC).doesNotContain("Riverbend");
    }

    @Test
    void a_mail_scanner_that_follows_the_link_changes_nothing() {
        var handed = made();
        for (int i = 0; i < 3; i++) {
            assertThat(stranger().get(handed.link()).status()).isEqualTo(200);
        }
        opened(clinic, handed);
    }

    @Test
    void who_errs_often_waits() {
        var handed = made();
        for (int i = 0; i < 6; i++) {
            assertThat(stranger().post(handed.link(), "code", "0000 000" + i).status()).isEqualTo(422);
        }
        assertThat(stranger().post(handed.link(), "code", handed.code()).status()).isEqualTo(422);
        clock.pass(Duration.ofMinutes(16));
        assertThat(stranger().post(handed.link(), "code", handed.code()).status()).isEqualTo(303);
    }

    @Test
    void it_shows_what_she_agreed_to_once_they_take_it_on_and_nothing_else() {
        opened(clinic, made());
        assertThat(clinic.get("/guest").text()).contains("Riverbend Helpline asks for your help").contains("Please see her today")
                .doesNotContain("Asha").doesNotContain("He came back last night");
        assertThat(clinic.fill("/guest", "/guest/acceptance").status()).isEqualTo(303);
        assertThat(clinic.get("/guest").text()).contains("Asha Thapa").doesNotContain("He came back last night").doesNotContain("is due");
        assertThat(clinic.get("/guest").header("Cache-Control")).isEqualTo("no-store");
        assertThat(clinic.get("/guest").body()).contains("<title>").doesNotContain("Asha Thapa</title>");
        assertThat(wanjiru.get(outside).text()).contains("Accepted").contains("Open at this moment");
    }

    @Test
    void it_is_open_in_the_browser_that_opened_it_and_for_half_an_hour() {
        var handed = made();
        opened(clinic, handed);
        clinic.fill("/guest", "/guest/acceptance");
        assertThat(stranger().get("/guest").text()).contains("This page is not open").doesNotContain("Asha");
        assertThat(clinic.get("/cases/" + asha.code()).status()).isIn(302, 303, 401, 404);
        clock.pass(Duration.ofMinutes(31));
        assertThat(clinic.get("/guest").text()).contains("This page is not open").doesNotContain("Asha");
        assertThat(tried(handed)).startsWith("422 ");
        assertThat(town.wanjiru.signedIn().get(outside).text()).contains("its half hour is over");
    }

    @Test
    void what_came_of_it_stands_in_the_story_under_their_name_and_the_trail_says_who() {
        opened(clinic, made());
        clinic.fill("/guest", "/guest/acceptance");
        assertThat(clinic.fill("/guest", "/guest/remark", "remark", " ").status()).isEqualTo(422);
        assertThat(clinic.fill("/guest", "/guest/remark", "remark", "She comes back on Friday.").status()).isEqualTo(303);
        assertThat(clinic.post("/guest/completion", "op", UUID.randomUUID().toString(), "remark", "Her arm was treated.").text()).contains("Thank you");
        assertThat(clinic.get("/guest").text()).contains("This page is not open");
        assertThat(wanjiru.get(asha.path()).text()).contains(CLINIC).contains("She comes back on Friday.").contains("Her arm was treated.");
        assertThat(wanjiru.get(outside).text()).contains("Service given");
        assertThat(town.ines.signedIn().get(asha.path() + "/openings").text()).contains(CLINIC).contains("Opened the page made for them");
    }

    @Test
    void who_cannot_help_says_why_and_sees_nothing_more() {
        opened(clinic, made());
        assertThat(clinic.fill("/guest", "/guest/rejection").status()).isEqualTo(422);
        assertThat(clinic.fill("/guest", "/guest/rejection", "reason", "no_capacity").text()).contains("Thank you");
        assertThat(wanjiru.get(outside).text()).contains("Said no").contains("No capacity now");
    }

    @Test
    void a_page_taken_back_and_a_consent_taken_back_close_what_is_open() {
        opened(clinic, made());
        clinic.fill("/guest", "/guest/acceptance");
        wanjiru.fill(outside, outside + "/page/end");
        assertThat(clinic.get("/guest").text()).contains("This page is not open").doesNotContain("Asha");
        opened(clinic, made());
        assertThat(clinic.get("/guest").text()).contains("Asha Thapa");
        wanjiru.fill(asha.path() + "/referrals", asha.path() + "/sharing/withdrawal", "recipient", CLINIC, "method", "verbal_phone");
        assertThat(clinic.get("/guest").text()).contains("This page is not open").doesNotContain("Asha");
        assertThat(wanjiru.post(outside + "/page", "op", UUID.randomUUID().toString()).status()).isIn(403, 409);
    }

    @Test
    void the_same_form_sent_twice_makes_one_page_and_shows_its_secrets_once() {
        var form = wanjiru.get(outside).form(outside + "/page");
        assertThat(form.send().body()).containsPattern(LINK).containsPattern(CODE);
        assertThat(form.send().body()).contains("were shown once already").doesNotContainPattern(LINK).doesNotContainPattern(CODE);
    }

    @Test
    void what_they_answer_by_telephone_is_written_down_by_whoever_asked() {
        assertThat(wanjiru.fill(outside, outside + "/answer").status()).isEqualTo(422);
        assertThat(wanjiru.fill(outside, outside + "/answer", "answer", "not_received").body()).contains("Choose why.");
        assertThat(wanjiru.fill(outside, outside + "/answer", "answer", "accepted").status()).isEqualTo(303);
        assertThat(wanjiru.fill(outside, outside + "/answer", "answer", "not_received", "reason", "not_reached").status()).isEqualTo(303);
        assertThat(wanjiru.get(outside).text()).contains("Service not received").contains("She could not be reached");
        assertThat(wanjiru.get(outside).hasForm(outside + "/answer")).isFalse();
    }

    private Page ask(String... more) {
        var said = new String[] {
            "kind", "service", "service", "medical", "urgency", "urgent", "story", "none", "show", "identity",
            "instructions", "Please see her today.", "method", "verbal_phone", "byWhom", "self"};
        var all = new String[said.length + more.length];
        System.arraycopy(said, 0, all, 0, said.length);
        System.arraycopy(more, 0, all, said.length, more.length);
        return wanjiru.fill(asha.path() + "/outside/new", asha.path() + "/outside", all);
    }

    private Handed made() {
        var page = wanjiru.fill(outside, outside + "/page").body();
        var link = LINK.matcher(page);
        var code = CODE.matcher(page);
        assertThat(link.find() && code.find()).as(page).isTrue();
        return new Handed(link.group(1), code.group(1));
    }

    private void opened(Visitor who, Handed handed) {
        var answer = who.fill(handed.link(), handed.link(), "code", handed.code());
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/guest").contains("Max-Age=1800");
    }

    private String tried(Handed handed) {
        return plain(stranger().post(handed.link(), "code", handed.code()), handed);
    }

    private static String plain(Page page, Handed handed) {
        return page.status() + " " + page.body().replace(handed.link(), "/guest/…");
    }

    private Visitor stranger() {
        return town.stranger().from("127.0.1." + addresses++);
    }
}
