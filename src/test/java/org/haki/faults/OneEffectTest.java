package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.FaultyLine;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What was sent once has one effect: when its answer is lost (F7), and when it comes a hundred times (F8). */
@HakiTest
class OneEffectTest {

    private static final int TIMES = 100;

    @Autowired
    ApplicationContext haki;

    @LocalServerPort
    int port;

    Town town;
    CaseFile file;
    FaultyLine line;

    @BeforeEach
    void ashas_case() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).open();
        line = FaultyLine.to(port);
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    @Test
    void F7_a_note_whose_answer_was_lost_is_sent_again_and_answers_what_the_first_one_did() {
        var wanjiru = town.wanjiru.signedIn().at(line.port());
        for (int arrives : new int[] {0, 40}) {
            var form = wanjiru.get(file.path() + "/notes/new").form(file.path() + "/notes");
            var words = "She called, and " + arrives + " bytes came back";
            line.cutAnswersAfter(arrives);
            assertThatThrownBy(() -> form.send("text", words)).isInstanceOf(UncheckedIOException.class);
            line.mend();
            var again = form.send("text", words);
            assertThat(again.status()).isEqualTo(303);
            assertThat(times(again.next(), words)).as("how often it stands in the case").isEqualTo(1);
        }
    }

    @Test
    void F7_a_report_whose_answer_was_lost_is_sent_again_and_answers_the_same_digits() {
        var report = "/report/" + town.riverbend.slug();
        var form = town.stranger().at(line.port()).get(report).form(report);
        var told = new String[] {"words", "He waits at the gate", "age", "adult", "reach", "none"};
        line.cutAnswersAfter(0);
        assertThatThrownBy(() -> form.send(told)).isInstanceOf(UncheckedIOException.class);
        line.mend();
        var first = digits(form.send(told));
        assertThat(digits(form.send(told))).isEqualTo(first).isNotEmpty();
        assertThat(Everything.in(haki).intakes(town.riverbend)).isEqualTo(1);
    }

    @Test
    void F8_two_forms_sent_a_hundred_times_at_once_and_in_any_order_have_one_effect_each() throws Exception {
        var wanjiru = town.wanjiru.signedIn();
        var one = wanjiru.get(file.path() + "/notes/new").form(file.path() + "/notes");
        var other = wanjiru.get(file.path() + "/notes/new").form(file.path() + "/notes");
        var sendings = new ArrayList<Callable<Map.Entry<String, Page>>>();
        for (int i = 0; i < TIMES / 2; i++) {
            sendings.add(() -> Map.entry("one", one.send("text", "The first of two")));
            sendings.add(() -> Map.entry("other", other.send("text", "The second of two")));
        }
        Collections.shuffle(sendings, new Random(8));
        var answers = atOnce(sendings);
        assertThat(answers).extracting(answer -> answer.getValue().status()).contains(303).isSubsetOf(303, 503);
        for (var name : List.of("one", "other")) {
            assertThat(answers.stream().filter(answer -> answer.getKey().equals(name) && answer.getValue().status() == 303)
                    .map(answer -> answer.getValue().location()).distinct()).as("answers to " + name).hasSize(1);
        }
        var page = wanjiru.get(file.path());
        assertThat(times(page, "The first of two")).isEqualTo(1);
        assertThat(times(page, "The second of two")).isEqualTo(1);
    }

    @Test
    void F8_a_report_sent_a_hundred_times_at_once_is_one_report_with_one_receipt() throws Exception {
        var report = "/report/" + town.riverbend.slug();
        var before = Everything.in(haki).intakes(town.riverbend);
        var form = town.stranger().get(report).form(report);
        Callable<Page> sent = () -> form.send("words", "He waits at the gate", "age", "adult", "reach", "none");
        var answers = atOnce(Collections.nCopies(TIMES, sent));
        assertThat(answers).extracting(Page::status).contains(200).isSubsetOf(200, 503);
        var received = answers.stream().filter(page -> page.status() == 200).map(OneEffectTest::digits).distinct().toList();
        assertThat(received).hasSize(1);
        for (int waiting = (int) answers.stream().filter(page -> page.status() == 503).count(); waiting >= 0; waiting--) {
            var again = sent.call();
            assertThat(again.status()).as("whoever was told to come again is told that it was received").isEqualTo(200);
            assertThat(digits(again)).isEqualTo(received.getFirst());
        }
        assertThat(Everything.in(haki).intakes(town.riverbend)).isEqualTo(before + 1);
    }

    @Test
    void F8_what_is_sent_again_late_answers_as_at_first_and_undoes_nothing_that_came_after_it() {
        var tomasz = town.tomasz.signedIn();
        var early = tomasz.get("/me").form("/me");
        assertThat(early.send("name", "Tomasz W.").status()).isEqualTo(303);
        assertThat(tomasz.get("/me").form("/me").send("name", "Tomasz Wilk-Sané").status()).isEqualTo(303);
        assertThat(early.send("name", "Tomasz W.").status()).isEqualTo(303);
        assertThat(tomasz.get("/me").form("/me").value("name")).isEqualTo("Tomasz Wilk-Sané");
    }

    private static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<T>();
            for (Future<T> each : threads.invokeAll(deeds)) {
                done.add(each.get());
            }
            return done;
        }
    }

    private static int times(Page page, String words) {
        return page.text().split(words, -1).length - 1;
    }

    private static String digits(Page page) {
        assertThat(page.status()).isEqualTo(200);
        return page.text().replaceAll("(?s).*?(\\d{4} \\d{4} \\d{4} \\d{4}).*", "$1");
    }
}
