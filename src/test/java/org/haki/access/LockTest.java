package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@HakiTest
@Import(TestClock.class)
class LockTest {

    private static final Duration AWAY = Duration.ofMinutes(15).plusSeconds(1);
    private static final String LONG_WORDS = "She came at dusk.\r\n\"Write it down,\" she said: <b>all</b> of it & more ñ বাংলা";

    @Autowired
    ApplicationContext haki;

    @Autowired
    TestClock clock;

    Town town;
    Visitor fatou;

    @BeforeEach
    void atWork() {
        town = Town.in(haki);
        fatou = town.fatou.signedIn();
    }

    @Test
    void after_fifteen_minutes_no_page_is_shown_and_no_form_is_done() {
        var form = fatou.get("/me").form("/me");
        clock.pass(AWAY);
        assertThat(fatou.get("/me").location()).isEqualTo("/lock?page=%2Fme");
        assertThat(form.send("name", "Somebody else").location()).startsWith("/lock?draft=");
        assertThat(unlocked(fatou, "/lock").next().text()).doesNotContain("Somebody else");
    }

    @Test
    void each_request_keeps_the_screen_open_but_a_part_that_comes_by_itself_does_not() {
        clock.pass(Duration.ofMinutes(14));
        assertThat(fatou.get("/me").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(14));
        assertThat(fatou.get("/me", SessionFilter.POLL, "yes").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(2));
        assertThat(fatou.get("/me").location()).startsWith("/lock");
    }

    @Test
    void a_form_that_meets_the_lock_is_kept_and_sent_on_with_one_click_and_one_effect() {
        var form = fatou.get("/me").form("/me");
        var fields = form.with("name", LONG_WORDS.replace("\r\n", " "));
        clock.pass(AWAY);
        var kept = form.sendWith(fields);
        var offer = unlocked(fatou, kept.location()).next();
        assertThat(offer.text()).contains("What you wrote is still here").contains("Write it down");
        var again = offer.form("/me");
        assertThat(again.value("name")).isEqualTo(LONG_WORDS.replace("\r\n", " "));
        assertThat(again.value("op")).isEqualTo(form.value("op"));
        assertThat(again.send().location()).isEqualTo("/me?done=saved");
        assertThat(again.send().location()).as("sent twice").isEqualTo("/me?done=saved");
        var me = fatou.get("/me");
        assertThat(me.form("/me").value("base")).as("changed once").isEqualTo("2");
        assertThat(me.text()).contains("<b>all</b>").doesNotContain("Written and not sent");
        assertThat(fatou.get(kept.location().replace("/lock?draft=", "/drafts/")).status()).isEqualTo(404);
    }

    @Test
    void a_draft_is_nobody_elses() {
        var form = fatou.get("/me").form("/me");
        clock.pass(AWAY);
        var draft = form.send("name", "Fatou alone").location().replace("/lock?draft=", "/drafts/");
        assertThat(town.leila.signedIn().get(draft).status()).isEqualTo(404);
        assertThat(town.nadia.signedIn().get(draft).status()).isEqualTo(404);
        assertThat(town.leila.signedIn().get("/drafts?page=/me").status()).isEqualTo(204);
    }

    @Test
    void what_a_page_keeps_while_one_writes_comes_back_for_that_page() {
        var csrf = fatou.get("/me").form("/me").value("_csrf");
        clock.pass(AWAY);
        var kept = fatou.post("/drafts", "_csrf", csrf, "page", "/me", "action", "/me", "fields", "{\"name\":[\"Half a na\"]}");
        assertThat(kept.status()).as("also behind the lock").isEqualTo(204);
        assertThat(fatou.get("/drafts?page=/me").location()).as("but not to be read there").startsWith("/lock");
        unlocked(fatou, "/lock");
        var draft = fatou.get("/drafts?page=/me");
        assertThat(draft.body()).contains("\"action\":\"/me\"").contains("\"name\":[\"Half a na\"]");
        assertThat(fatou.get("/drafts?page=/today").status()).isEqualTo(204);
    }

    @Test
    void a_password_is_kept_with_nothing() {
        var form = fatou.get("/me").form("/me/password");
        var csrf = form.value("_csrf");
        clock.pass(AWAY);
        assertThat(fatou.post("/drafts", "_csrf", csrf, "page", "/me", "action", "/me", "fields", "{\"name\":[\"Half\"],\"current\":[\"The long word\"]}").status()).isEqualTo(204);
        var sent = form.send("current", "The long word", "password", "Another long word", "again", "Another long word").location();
        unlocked(fatou, "/lock");
        assertThat(fatou.get("/drafts?page=/me").body()).doesNotContain("long word");
        assertThat(fatou.get(sent.replace("/lock?draft=", "/drafts/")).body()).doesNotContain("long word");
    }

    @Test
    void a_draft_leads_to_no_other_host() {
        var csrf = fatou.get("/me").form("/me").value("_csrf");
        for (var action : List.of("https://evil.example/", "//evil.example/", "javascript:alert(1)", "me")) {
            assertThat(fatou.post("/drafts", "_csrf", csrf, "page", "/me", "action", action, "fields", "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void a_draft_that_is_thrown_away_is_gone() {
        var form = fatou.get("/me").form("/me");
        clock.pass(AWAY);
        var offer = unlocked(fatou, form.send("name", "No").location()).next();
        var end = offer.forms().stream().filter(each -> each.action().endsWith("/end")).findFirst().orElseThrow();
        end.send();
        assertThat(fatou.get("/drafts?page=/me").status()).isEqualTo(204);
    }

    @Test
    void the_words_of_a_draft_lie_sealed() {
        var drafts = haki.getBean(Drafts.class);
        var actor = town.fatou.actor();
        var id = drafts.keep(actor, "/me", "/me", Map.of("name", new String[] {"Marker of the draft"}));
        assertThat(sealedBytes(actor, id)).isNotEmpty().doesNotContain("Marker");
        assertThat(drafts.of(actor, id).fields()).containsEntry("name", List.of("Marker of the draft"));
    }

    @Test
    void unlocking_takes_the_password_or_a_code_of_the_app_and_changes_the_token() {
        var before = fatou.cookie("haki");
        fatou.get("/me").form("/sign-out");
        assertThat(fatou.get("/lock").status()).as("locked by hand").isEqualTo(200);
        assertThat(fatou.get("/me").location()).startsWith("/lock");
        assertThat(fatou.fill("/lock", "/unlock", "proof", "not the password").status()).isEqualTo(422);
        assertThat(fatou.fill("/lock", "/unlock", "proof", town.leila.password()).status()).isEqualTo(422);
        assertThat(unlocked(fatou, "/lock?page=/me").location()).isEqualTo("/me");
        assertThat(fatou.cookie("haki")).isNotEqualTo(before);
        fatou.get("/lock");
        var code = Totp.codeAt(town.fatou.totpSeed(), clock.now());
        assertThat(fatou.fill("/lock", "/unlock", "proof", code).location()).isEqualTo("/");
    }

    @Test
    void a_form_drawn_before_the_lock_is_still_good_after_it() {
        var form = fatou.get("/me").form("/me");
        fatou.get("/lock");
        unlocked(fatou, "/lock");
        assertThat(form.send("name", "Fatou S.").location()).isEqualTo("/me?done=saved");
    }

    @Test
    void a_form_that_comes_after_twelve_hours_waits_behind_the_sign_in() {
        var form = fatou.get("/me").form("/me");
        clock.pass(Duration.ofHours(13));
        var kept = form.send("name", "Fatou the next day");
        assertThat(kept.location()).startsWith("/sign-in?draft=");
        var signIn = kept.next();
        assertThat(signIn.text()).contains("What you wrote is kept");
        var code = signIn.form("/sign-in").send("name", town.fatou.signInName(), "password", town.fatou.password());
        var opened = code.next().form("/sign-in/code").send("code", town.fatou.card().removeFirst());
        assertThat(opened.next().form("/me").send().location()).isEqualTo("/me?done=saved");
        assertThat(fatou.get("/me").text()).contains("Fatou the next day");
    }

    @Test
    void an_old_page_of_ours_loses_nothing_either() {
        var form = fatou.get("/me").form("/me");
        fatou.get("/me").form("/sign-out").send();
        fatou = town.fatou.signedIn();
        var old = new Page.Form(fatou, form.action(), form.fields());
        assertThat(old.send("name", "From an old page").status()).as("from who knows where").isEqualTo(403);
        var kept = old.sendWith(old.with("name", "From an old page"), "Sec-Fetch-Site", "same-origin");
        assertThat(kept.location()).startsWith("/drafts/");
        assertThat(kept.next().form("/me").send().location()).isEqualTo("/me?done=saved");
    }

    private Page unlocked(Visitor visitor, String lock) {
        var opened = visitor.fill(lock, "/unlock", "proof", town.fatou.password());
        assertThat(opened.status()).isEqualTo(303);
        return opened;
    }

    private String sealedBytes(Actor actor, UUID id) {
        var work = haki.getBean(Work.class);
        return work.as(actor, "me.draft", () -> new String(
                haki.getBean(DraftRepository.class).byId(id).orElseThrow().sealed().bytes(),
                StandardCharsets.ISO_8859_1));
    }
}
