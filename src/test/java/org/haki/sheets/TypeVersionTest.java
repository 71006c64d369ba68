package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C9: a case keeps the version of its type for life unless it is brought to a newer one that says where every name went. */
@HakiTest
class TypeVersionTest {

    private static final Pattern ROW = Pattern.compile("name=\"r/(?:helper|assistant)\" value=\"(\\w+)\"");

    @Autowired ApplicationContext haki;
    @Autowired JdbcClient jdbc;
    @Autowired Work work;

    private Town town;
    private CaseFile file;
    private String page;
    private Visitor wanjiru;
    private Visitor leila;

    @BeforeEach
    void a_case_of_the_older_version() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).ofAStall().openOfOlderVersion();
        page = file.path() + "/type-version";
        wanjiru = town.wanjiru.signedIn();
        leila = town.leila.signedIn();
    }

    private Page save(String section, String... answers) {
        var path = file.path() + "/sheet/" + section;
        var form = wanjiru.get(path);
        var row = ROW.matcher(form.body());
        var id = row.find() ? row.group(1) : "none";
        var saved = form.form(path).send(Arrays.stream(answers).map(one -> one.replace("[]", "[" + id + "]")).toArray(String[]::new));
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        return saved;
    }

    private void answered() {
        save("talk", "a/kind", "fine", "a/since", "2024-03-01", "a/words", "First words.", "a/aka", "Mama Asha", "a/who", "Old Biru", "a/hunch", "The guard lies.",
                "a/fined_on", "2026-01-02", "a/helper[]/name", "Mina", "a/helper[]/age", "17");
        save("talk", "a/words", "He took the scales.");
        save("papers", "a/paper", "Market card", "a/lost_on", "2025-12-24");
    }

    private Page bring() {
        return leila.get(page).form(page).send();
    }

    private CaseFile now() {
        return work.as(town.leila.actor(), "case.see", () -> haki.getBean(CaseFiles.class).open(town.leila.actor(), file.code()));
    }

    private List<Map<String, Object>> rows(String sql) {
        return work.as(town.leila.actor(), "case.see", () -> jdbc.sql(sql).param("id", file.id()).query().listOfRows());
    }

    @Test
    void who_may_not_see_the_case_finds_nothing_and_who_may_not_bring_it_is_refused() {
        var forged = leila.get(page).form(page);
        for (var stranger : List.of(town.mateo, town.sushila, town.prem)) {
            var visitor = stranger.signedIn();
            assertThat(visitor.get(page).status()).isEqualTo(404);
            assertThat(new Page.Form(visitor, page, forged.fields()).send().status()).isIn(403, 404);
        }
        var elsewhere = town.person(town.riverbend, "Hana Abebe", "hana", new Membership("supervisor", town.oldbridge.id())).signedIn();
        assertThat(elsewhere.get(page).status()).isEqualTo(404);
        var hers = elsewhere.get("/me").forms().getFirst();
        assertThat(hers.send().status()).as("a form of her own is taken").isNotEqualTo(403);
        var sent = new ArrayList<>(hers.fields().stream().filter(field -> field.getKey().equals("_csrf")).toList());
        forged.fields().stream().filter(field -> !field.getKey().equals("_csrf")).forEach(sent::add);
        assertThat(new Page.Form(elsewhere, page, sent).send().status()).isEqualTo(404);
        assertThat(town.fatou.signedIn().get(page).status()).isEqualTo(403);
        assertThat(wanjiru.get(page).hasForm(page)).isFalse();
        assertThat(wanjiru.get(page).text()).contains("A supervisor brings a case to a newer version.");
        assertThat(new Page.Form(wanjiru, page, forged.fields()).send().status()).isEqualTo(403);
        assertThat(wanjiru.get(file.path()).text()).contains("Street stall, version 1").doesNotContain("Bring to version 2");
        assertThat(now().typeVersion()).isEqualTo(1);
    }

    @Test
    void what_was_seen_before_somebody_else_wrote_is_stale_and_a_second_click_is_one_effect() {
        var form = leila.get(page).form(page);
        var moved = leila.get(file.path() + "/stage").form(file.path() + "/stage").send("stage", "help");
        assertThat(moved.status()).isEqualTo(303);
        assertThat(form.send().status()).isEqualTo(409);
        assertThat(now().typeVersion()).isEqualTo(1);
        var fresh = leila.get(page).form(page);
        assertThat(fresh.send().status()).isEqualTo(303);
        assertThat(fresh.send().status()).isEqualTo(303);
        assertThat(now().typeVersion()).isEqualTo(2);
        assertThat(now().stage()).isEqualTo("help");
        assertThat(rows("select * from haki.case_upgrade where case_id = :id")).hasSize(1);
        assertThat(leila.get(page).hasForm(page)).isFalse();
        assertThat(leila.get(file.path()).text()).contains("Street stall, version 2").doesNotContain("Bring to version");
    }

    @Test
    void C7_what_waits_to_be_closed_or_is_closed_is_brought_nowhere() {
        var form = leila.get(page).form(page);
        work.as(town.leila.actor(), "case.write", () -> jdbc.sql("update haki.case_file set status = 'closing' where id = :id").param("id", file.id()).update());
        assertThat(form.send().status()).isEqualTo(409);
        assertThat(leila.get(page).hasForm(page)).isFalse();
        work.as(town.leila.actor(), "case.write", () -> jdbc.sql("update haki.case_file set status = 'closed' where id = :id").param("id", file.id()).update());
        assertThat(form.send().status()).isEqualTo(409);
        assertThat(leila.get(page).hasForm(page)).isFalse();
        assertThat(now().typeVersion()).isEqualTo(1);
    }

    @Test
    void what_is_answered_and_goes_nowhere_is_named_and_nothing_is_brought() {
        var form = leila.get(page).form(page);
        save("talk", "a/kind", "other", "a/odd", "A blue bird.");
        var refused = leila.get(page);
        assertThat(refused.hasForm(page)).isFalse();
        assertThat(refused.text()).contains("The case cannot be brought there").contains("Something odd").contains("does not say where it went")
                .contains("What happened?").contains("is not an answer in the newer version").doesNotContain("A blue bird");
        var forged = form.send("base", String.valueOf(now().version()));
        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.text()).contains("Something odd");
        assertThat(now().typeVersion()).isEqualTo(1);
        save("talk", "a/kind", "fine", "a/odd", "");
        assertThat(leila.get(page).hasForm(page)).as("what was taken back is in the way no more").isTrue();
    }

    @Test
    void before_the_deed_it_is_said_what_becomes_of_every_name() {
        answered();
        var said = leila.get(page).text();
        assertThat(said).contains("Bring to version 2").contains("Sells here since → Has sold here since").contains("Hear what happened → Listen to her")
                .contains("Call once more → Call a second time").contains("A hunch").contains("Visit the market")
                .contains("New, and still empty").contains("How is she?").contains("Ask the council").doesNotContain("The guard lies");
        assertThat(leila.get(file.path()).text()).contains("Bring to version 2");
    }

    @Test
    void every_answer_is_found_under_its_new_name_and_keeps_its_history() {
        answered();
        var before = rows("select id, instance, sent from haki.submission where case_id = :id order by id");
        assertThat(bring().status()).isEqualTo(303);
        var meeting = file.path() + "/sheet/meeting";
        var form = wanjiru.get(meeting).form(meeting);
        assertThat(form.value("a/sold_since")).isEqualTo("2024-03-01");
        assertThat(form.value("a/words").strip()).isEqualTo("He took the scales.");
        assertThat(form.value("a/aka")).isEqualTo("Mama Asha");
        assertThat(form.value("a/who")).isEqualTo("Old Biru");
        assertThat(form.value("a/lost_on")).isEqualTo("2025-12-24");
        assertThat(wanjiru.get(meeting).body()).contains("value=\"Mina\"").contains("value=\"17\"");
        assertThat(wanjiru.get(file.path() + "/sheet/talk").status()).as("nobody is asked this any more").isEqualTo(404);
        var history = wanjiru.get(meeting + "/history").text();
        assertThat(history).contains("First words.").contains("He took the scales.").contains("Mama Asha").contains("Old Biru").contains("24 Dec 2025")
                .contains("Wanjiru Otieno").doesNotContain("Taken back").doesNotContain("Leila Marzouq");
        assertThat(wanjiru.get(file.path() + "/sheet/talk/history").text()).as("let go, and still to be read").contains("A hunch").contains("no longer asked")
                .contains("The guard lies.");
        assertThat(wanjiru.get(file.path() + "/sheet/papers/history").text()).contains("Market card").doesNotContain("Taken back");
        var after = rows("select id, instance, sent from haki.submission where case_id = :id order by id");
        assertThat(after.size()).isGreaterThan(before.size());
        for (int i = 0; i < before.size(); i++) {
            assertThat((byte[]) after.get(i).get("instance")).as("what was saved is as it was saved").isEqualTo((byte[]) before.get(i).get("instance"));
        }
        assertThat(haki.getBean(AnswersRebuilt.class).all(town.riverbendSystem()).differed()).as("derived from what was saved, and from nothing else").isZero();
        save("meeting", "a/words", "She has a new scale.");
        assertThat(wanjiru.get(meeting + "/history").text()).contains("First words.").contains("She has a new scale.");
        assertThat(wanjiru.get(file.path()).text()).contains("Leila Marzouq brought the case to version 2 of its type");
        assertThat(leila.get(page).text()).contains("From version 1 to version 2").contains("Leila Marzouq").contains("A hunch");
    }

    @Test
    void what_was_counted_counts_under_the_new_name_and_only_once() {
        answered();
        var counted = """
                select f.answers::text from facts.fact f where f.org_id = :org and f.kind = 'answered' and f.countable
                  and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)""";
        var before = Everything.in(haki).list(counted, town.riverbend);
        assertThat(before).singleElement().asString().contains("talk", "fine");
        assertThat(bring().status()).isEqualTo(303);
        assertThat(Everything.in(haki).list(counted, town.riverbend)).singleElement().asString().contains("meeting", "fine").doesNotContain("talk");
    }

    @Test
    void the_plan_goes_on_under_the_new_names_what_is_done_stays_done_and_nothing_is_there_twice() {
        answered();
        var first = String.valueOf(rows("select id from haki.activity where case_id = :id and step = 'first_call'").getFirst().get("id"));
        var done = file.path() + "/activities/" + first;
        assertThat(wanjiru.get(done).form(done + "/completion").send("result", "reached").status()).isEqualTo(303);
        assertThat(bring().status()).isEqualTo(303);
        var plan = rows("select step, step_row, state, reason from haki.activity where case_id = :id and step <> '' order by step");
        assertThat(plan.stream().map(one -> one.get("step") + " " + one.get("state"))).containsExactlyInAnyOrder("second_call done", "ask_council planned",
                "report_back planned", "see_helper planned", "pay_fine planned", "market_day cancelled");
        save("meeting", "a/mood", "Calm");
        assertThat(rows("select id from haki.activity where case_id = :id and step <> ''")).as("nothing is there twice").hasSize(plan.size());
    }

    @Test
    void a_window_shows_no_answer_before_and_none_after_and_its_plan_goes_on() {
        town.inOneNetwork();
        answered();
        var referrals = file.path() + "/referrals";
        assertThat(wanjiru.get(referrals + "/new").form(referrals).send("to", town.northgate.id().toString(), "kind", "lead", "service", "legal", "urgency", "normal",
                "story", "whole", "show", "identity", "show", "plan", "consent", "now", "method", "verbal_phone", "byWhom", "self").status()).isEqualTo(303);
        var sushila = town.sushila.signedIn();
        var window = sushila.get("/shared").body().replaceAll("(?s).*href=\"(/shared/[0-9a-f-]{36})\".*", "$1");
        assertThat(sushila.fill(window, window + "/acceptance").status()).isEqualTo(303);
        var before = sushila.get(window).text();
        assertThat(before).contains("Call once more").contains("Asha Thapa");
        assertThat(bring().status()).isEqualTo(303);
        var after = sushila.get(window).text();
        assertThat(after).contains("Call a second time").doesNotContain("Call once more").contains("Asha Thapa");
        for (var answer : List.of("He took the scales.", "Mama Asha", "Old Biru", "Market card", "The guard lies.", "Mina", "Has sold here since", "The meeting")) {
            assertThat(before).as(answer).doesNotContain(answer);
            assertThat(after).as(answer).doesNotContain(answer);
        }
        var sections = rows("select distinct unnest(sections) as section from haki.consent where case_id = :id").stream().map(row -> row.get("section")).toList();
        assertThat(sections).as("no consent names a section of the sheet").containsOnly("identity", "plan", "lead", "story");
        for (var path : List.of(file.path(), page, file.path() + "/sheet/meeting", file.path() + "/sheet/talk/history")) {
            assertThat(sushila.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void what_was_kept_of_it_is_destroyed_with_the_case() {
        answered();
        assertThat(bring().status()).isEqualTo(303);
        var hana = town.person(town.riverbend, "Hana Abebe", "hana", Town.everywhere("supervisor")).signedIn();
        work.as(town.leila.actor(), "case.write", () -> {
            jdbc.sql("update haki.activity set state = 'cancelled', reason = 'other' where case_id = :id and state = 'planned'").param("id", file.id()).update();
            jdbc.sql("update haki.case_file set status = 'archived' where id = :id").param("id", file.id()).update();
        });
        var purge = file.path() + "/purge";
        assertThat(leila.fill(purge, purge, "ground", "erasure", "sure", "yes").status()).isEqualTo(303);
        assertThat(rows("select * from haki.case_upgrade where case_id = :id")).hasSize(1);
        assertThat(hana.fill(purge, purge + "/approval", "sure", "yes").status()).isEqualTo(303);
        for (var table : List.of("haki.case_upgrade", "haki.submission", "haki.answers", "vault.answer", "haki.case_event")) {
            assertThat(rows("select * from " + table + " where case_id = :id")).as(table).isEmpty();
        }
    }

    @Test
    void an_open_page_of_the_older_version_saves_nothing_into_the_newer() {
        answered();
        var papers = file.path() + "/sheet/papers";
        var talk = file.path() + "/sheet/talk";
        var old = wanjiru.get(papers).form(papers);
        var gone = wanjiru.get(talk).form(talk);
        assertThat(bring().status()).isEqualTo(303);
        assertThat(old.send("a/paper", "Another card").status()).isIn(409, 422);
        assertThat(gone.send("a/words", "Late words.").status()).isEqualTo(404);
        assertThat(wanjiru.get(papers).form(papers).value("a/paper")).isEqualTo("Market card");
    }
}
