package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.forms.Submissions;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.questions.TypedQuestions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** Two people save the same section, and many save at once: nothing is lost, nothing is overwritten in silence. */
@HakiTest
class SheetMergeTest {

    @Autowired ApplicationContext haki;
    @Autowired JdbcClient jdbc;
    @Autowired Work work;

    Town town;
    CaseFile file;
    String visit;

    @BeforeEach
    void aCase() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).withSheet().open();
        visit = file.path() + "/sheet/visit";
    }

    @Test
    void what_only_one_of_two_changed_is_taken_and_where_both_did_one_chooses() {
        var wanjiru = town.wanjiru.signedIn();
        var leila = town.leila.signedIn();
        assertThat(wanjiru.get(visit).form(visit).send("a/safe", "yes", "a/words", "First.").status()).isEqualTo(303);
        var mine = wanjiru.get(visit);
        var theirs = leila.get(visit);
        assertThat(theirs.form(visit).send("a/words", "Leila's words.", "a/town", "rb").status()).isEqualTo(303);
        var clash = mine.form(visit).send("a/words", "Wanjiru's words.", "a/seen_on", "2026-03-01");
        assertThat(clash.status()).isEqualTo(409);
        assertThat(clash.text()).contains("Leila Marzouq saved this section").contains("Leila's words.").contains("Wanjiru's words.");
        assertThat(clash.form(visit).value("a/town")).as("what does not clash is there").isEqualTo("rb");
        assertThat(clash.form(visit).value("a/seen_on")).isEqualTo("2026-03-01");
        assertThat(wanjiru.get(visit).form(visit).value("a/words")).as("nothing was overwritten").isEqualTo("Leila's words.");
        assertThat(clash.form(visit).send("c/words", "theirs").status()).isEqualTo(303);
        var now = wanjiru.get(visit).form(visit);
        assertThat(now.value("a/words")).isEqualTo("Leila's words.");
        assertThat(now.value("a/seen_on")).isEqualTo("2026-03-01");
        assertThat(now.value("a/town")).isEqualTo("rb");
        assertThat(wanjiru.get(visit + "/history").text()).contains("First.");
    }

    @Test
    void my_answer_stands_where_i_say_so_and_a_third_one_is_asked_again() {
        var wanjiru = town.wanjiru.signedIn();
        var leila = town.leila.signedIn();
        wanjiru.get(visit).form(visit).send("a/safe", "yes", "a/words", "First.");
        var mine = wanjiru.get(visit);
        leila.get(visit).form(visit).send("a/words", "Second.");
        var clash = mine.form(visit).send("a/words", "Mine.");
        leila.get(visit).form(visit).send("a/words", "Third.");
        var again = clash.form(visit).send("c/words", "mine");
        assertThat(again.status()).as("she did not see the third").isEqualTo(409);
        assertThat(again.text()).contains("Third.");
        assertThat(again.form(visit).send("c/words", "mine").status()).isEqualTo(303);
        assertThat(wanjiru.get(visit).form(visit).value("a/words")).isEqualTo("Mine.");
    }

    @Test
    void sent_twice_it_is_saved_once() {
        var wanjiru = town.wanjiru.signedIn();
        var form = wanjiru.get(visit).form(visit);
        assertThat(form.send("a/safe", "yes").status()).isEqualTo(303);
        assertThat(form.send("a/safe", "yes").status()).isEqualTo(303);
        assertThat(form.send("a/safe", "no", "a/why", "x").status()).isEqualTo(409);
        assertThat(wanjiru.get(visit).form(visit).value("base")).isEqualTo("1");
    }

    @Test
    void a_form_whose_questions_changed_comes_back_with_what_was_typed() {
        var wanjiru = town.wanjiru.signedIn();
        var answer = wanjiru.get(visit).form(visit).send("form", "0".repeat(64), "a/safe", "yes", "a/words", "Her words.", "a/gone", "An old answer.");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("The questions changed").contains("An old answer.");
        assertThat(answer.body()).contains("Her words.");
        assertThat(answer.form(visit).send().status()).isEqualTo(303);
    }

    @Test
    void random_edits_of_two_people_lose_nothing() {
        var random = new Random(7);
        var people = List.of(town.wanjiru.signedIn(), town.leila.signedIn());
        people.getFirst().get(visit).form(visit).send("a/safe", "yes");
        for (int round = 0; round < 12; round++) {
            var pages = people.stream().map(one -> one.get(visit)).toList();
            var before = answers(pages.getFirst());
            var first = edits(random, "w" + round);
            var second = edits(random, "l" + round);
            assertThat(pages.get(0).form(visit).send(flat(first)).status()).isEqualTo(303);
            var answer = pages.get(1).form(visit).send(flat(second));
            var clashing = second.keySet().stream()
                    .filter(name -> first.containsKey(name) && !first.get(name).equals(second.get(name)) && !second.get(name).equals(before.getOrDefault(name, "")) && !first.get(name).equals(before.getOrDefault(name, "")))
                    .toList();
            if (clashing.isEmpty()) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(303);
            } else {
                assertThat(answer.status()).isEqualTo(409);
                var chosen = new ArrayList<String>();
                clashing.forEach(name -> chosen.addAll(List.of(name.replaceFirst("a/", "c/"), "mine")));
                assertThat(answer.form(visit).send(chosen.toArray(String[]::new)).status()).isEqualTo(303);
            }
            var expected = new HashMap<>(before);
            expected.putAll(first);
            second.forEach((name, value) -> {
                if (!value.equals(before.getOrDefault(name, "")) || !first.containsKey(name)) {
                    expected.put(name, value);
                }
            });
            expected.values().removeIf(String::isEmpty);
            var after = answers(people.getFirst().get(visit));
            after.values().removeIf(String::isEmpty);
            assertThat(after).isEqualTo(expected);
        }
    }

    private static final List<String> NAMES = List.of("a/words", "a/seen_on", "a/who", "a/aka", "a/town");

    private static Map<String, String> edits(Random random, String who) {
        var edits = new HashMap<String, String>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            var name = NAMES.get(random.nextInt(NAMES.size()));
            edits.put(name, switch (name) {
                case "a/seen_on" -> "2026-01-%02d".formatted(1 + random.nextInt(28));
                case "a/town" -> List.of("rb", "hc").get(random.nextInt(2));
                default -> random.nextInt(4) == 0 ? "" : who + i;
            });
        }
        return edits;
    }

    private static String[] flat(Map<String, String> edits) {
        var flat = new ArrayList<String>();
        edits.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return flat.toArray(String[]::new);
    }

    private Map<String, String> answers(Page page) {
        var answers = new HashMap<String, String>();
        NAMES.forEach(name -> {
            var value = page.form(visit).value(name);
            answers.put(name, value == null ? "" : value.strip());
        });
        return answers;
    }

    @Test
    void four_hundred_saves_at_once_are_all_right() throws Exception {
        var files = IntStream.range(0, 40).mapToObj(_ -> CaseStory.in(haki, town).withSheet().open()).toList();
        var writing = haki.getBean(SheetWriting.class);
        var sheets = haki.getBean(Sheets.class);
        var form = sheets.open(town.wanjiru.actor(), file.code(), "visit").filled().version().hash();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var saves = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 400; i++) {
                int number = i;
                saves.add(() -> {
                    var row = "r" + number;
                    var typed = TypedQuestions.of(Map.of("form", List.of(form), "a/safe", List.of("yes"), "r/child", List.of(row),
                            "a/child[" + row + "]/name", List.of("N" + number)));
                    return saved(writing, files.get(number % 40).code(), typed, new Op(Id.next(), 0, new byte[] {1}));
                });
            }
            for (var done : threads.invokeAll(saves)) {
                assertThat(done.get()).isTrue();
            }
        }
        for (int i = 0; i < 40; i++) {
            var of = files.get(i);
            var page = sheets.open(town.wanjiru.actor(), of.code(), "visit");
            assertThat(page.base()).isEqualTo(10);
            assertThat(page.filled().answers().rowsOf("child")).hasSize(10);
            assertThat(page.filled().answers().value("children")).isEqualTo("10");
        }
    }

    /** Sends it again as long as no line to the database is free: the page says so, and the same operation has one effect. */
    private boolean saved(SheetWriting writing, String code, TypedQuestions typed, Op op) {
        for (int tries = 0; tries < 100; tries++) {
            try {
                writing.save(town.wanjiru.actor(), code, "visit", typed, op);
                return true;
            } catch (CannotCreateTransactionException busy) {
                Thread.yield();
            }
        }
        return false;
    }

    @Test
    void what_belongs_to_people_is_in_the_vault_and_nothing_is_in_clear() {
        var wanjiru = town.wanjiru.signedIn();
        wanjiru.get(visit).form(visit).send("a/safe", "no", "a/why", "the yellow door", "a/who", "Uncle Biru", "a/aka", "Little star", "a/needs", "food");
        wanjiru.get(visit).form(visit).send("a/who", "Aunt Kamala", "a/aka", "");
        var system = town.riverbendSystem();
        work.as(system, "case.archive", () -> {
            var rows = jdbc.sql("select person_role, key_id, sealed is null as gone, place from vault.answer where case_id = :id order by version, place")
                    .param("id", file.id()).query((row, _) -> row.getString("person_role") + " " + row.getBoolean("gone") + " " + row.getString("place")).list();
            assertThat(rows).containsExactly("client false aka", "neighbour false who", "client true aka", "neighbour false who");
            assertThat(jdbc.sql("select count(distinct key_id) from vault.answer where case_id = :id").param("id", file.id()).query(Integer.class).single()).isEqualTo(2);
            assertThat(jdbc.sql("select coded::text from haki.answers where case_id = :id").param("id", file.id()).query(String.class).single())
                    .isEqualTo("{\"safe\": [\"no\"], \"needs\": [\"food\"]}");
            for (var table : List.of("haki.submission", "haki.answers", "vault.answer")) {
                var all = jdbc.sql("select string_agg(t::text, ' ') from " + table + " t where case_id = :id").param("id", file.id()).query(String.class).single();
                assertThat(all).as(table).doesNotContain("yellow").doesNotContain("Biru").doesNotContain("Little star");
            }
        });
        var submissions = haki.getBean(Submissions.class);
        var without = work.as(town.wanjiru.actor(), "case.read", () -> submissions.all(town.wanjiru.actor(), file.id(), file.key()).get("visit").answers());
        assertThat(without.values()).doesNotContainKey("who").containsEntry("why", "the yellow door");
        assertThat(wanjiru.get(visit + "/history").text()).contains("Uncle Biru").contains("Aunt Kamala").contains("Little star").contains("Taken back");
    }

    @Test
    void nothing_stands_in_clear_of_a_case_that_is_kept_to_its_team() {
        var fenced = CaseStory.in(haki, town).withSheet().fencedIn().open();
        var page = town.wanjiru.signedIn().get(fenced.path() + "/sheet/visit");
        assertThat(page.form(fenced.path() + "/sheet/visit").send("a/safe", "yes").status()).isEqualTo(303);
        work.as(town.riverbendSystem(), "case.archive", () -> assertThat(jdbc.sql("select coded::text from haki.answers where case_id = :id")
                .param("id", fenced.id()).query(String.class).single()).isEqualTo("{}"));
    }
}
