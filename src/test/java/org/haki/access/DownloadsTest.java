package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;

/** T16, P36, F22: a list leaves Haki by its right, with the password, in the trail before a byte of it, and never held as a whole. */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DownloadsTest {

    @Autowired ApplicationContext haki;

    private Town town;
    private Belongings there;
    private String fenced;

    @BeforeAll
    void a_town_with_everything() {
        town = Town.in(haki);
        there = new Belongings(haki, town, town.wanjiru);
        fenced = CaseStory.in(haki, town).of("Ixchel Ramos").fencedIn().open().code();
    }

    @Test
    void a_list_is_taken_along_by_its_right_only_P36() {
        var rights = Map.of(
                "intake", List.of(town.leila), "people", List.of(town.leila), "observations", List.of(town.leila), "cases", List.of(town.leila),
                "closings", List.of(town.leila), "services", List.of(town.leila, town.tomasz), "staff", List.of(town.tomasz),
                "devices", List.of(town.leila, town.tomasz), "institutions", List.of(town.leila, town.tomasz), "openings", List.of(town.leila, town.ines));
        for (var person : List.of(town.wanjiru, town.fatou, town.leila, town.tomasz, town.ines)) {
            var visitor = person.signedIn();
            rights.forEach((list, may) -> assertThat(visitor.get(address(list)).status()).as(person.signInName() + " " + list)
                    .isEqualTo(may.contains(person) ? 200 : 403));
            for (var page : List.of("/people", "/intake", "/directory", "/settings/people", "/cases/" + code() + "/openings")) {
                var list = page.endsWith("openings") ? "openings" : page.endsWith("directory") ? "services" : page.equals("/settings/people") ? "staff" : page.substring(1);
                assertThat(visitor.get(page).body().contains("/downloads?list=" + list)).as(person.signInName() + " " + page)
                        .isEqualTo(rights.get(list).contains(person));
            }
        }
        assertThat(town.leila.signedIn().get("/downloads?list=everything").status()).isEqualTo(404);
    }

    @Test
    void without_the_password_and_without_saying_why_no_name_leaves() {
        assertThat(taken(town.leila, "people", "format", "csv", "current", "not hers", "why", "visits").status()).isEqualTo(422);
        assertThat(taken(town.leila, "people", "format", "csv", "current", town.leila.password()).status()).isEqualTo(422);
        assertThat(taken(town.leila, "people", "format", "csv", "current", town.leila.password(), "why", "curious").body()).doesNotContain("Asha");
        assertThat(taken(town.leila, "intake", "format", "docx", "current", town.leila.password()).status()).isEqualTo(422);
    }

    @Test
    void the_register_says_names_and_cases_and_no_way_to_reach_anybody_and_the_trail_says_why() {
        var answer = taken(town.leila, "people", "format", "csv", "current", town.leila.password(), "why", "visits");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"people.csv\"");
        assertThat(answer.body()).contains("Asha", "Lulu Achieng", code(), "Taken from Haki by Leila Marzouq on 2").doesNotContain("555 0173", "Ixchel", fenced);
        assertThat(Everything.in(haki).count("select count(*) from haki.audit_entry where org_id = :org and act = 'people.exported' and details ~ '^rows \\d+ why visits$'",
                town.riverbend)).isPositive();
        assertThat(taken(town.prem, "people", "format", "csv", "current", town.prem.password(), "why", "visits").body()).contains(": 0 lines").doesNotContain("Asha");
    }

    @Test
    void the_queue_says_what_became_of_reports_and_nothing_that_was_told() {
        var waiting = taken(town.leila, "intake", "format", "csv", "current", town.leila.password());
        assertThat(waiting.body()).contains(there.ids().get("/intake/{code}"), "Waits").doesNotContain(Belongings.CANARIES);
        var decided = town.leila.signedIn().fill(address("intake") + "&view=decided", address("intake") + "&view=decided",
                "format", "csv", "current", town.leila.password());
        assertThat(decided.body()).contains("Not a case", "Abuse", "Fatou Sané").doesNotContain(there.ids().get("/intake/{code}"));
        assertThat(decided.body()).doesNotContain(Belongings.CANARIES);
        assertThat(taken(town.prem, "intake", "format", "csv", "current", town.prem.password()).body()).doesNotContain(there.ids().get("/intake/{code}"));
    }

    @Test
    void each_other_list_says_what_its_page_says() {
        says("observations", town.leila, "Kibra registry", "Asked for an unofficial payment or a favour", code(), "Wanjiru Otieno");
        says("services", town.tomasz, "Riverbend Helpline", "takes new clients");
        says("staff", town.tomasz, "Wanjiru Otieno", town.wanjiru.signInName(), "Main desk");
        says("devices", town.tomasz, "Phone 3", "Main desk");
        says("institutions", town.tomasz, "Kibra registry", "Kibra");
        says("places", town.tomasz, "Kibra", "0471");
        says("communities", town.tomasz, "Nubian");
        says("openings", town.ines, "Wanjiru Otieno", "Read the case", "Opened the case");
        assertThat(taken(town.leila, "services", "format", "xlsx", "current", town.leila.password()).header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void each_part_stands_in_the_trail_before_it_goes_out_and_the_page_says_how_far_the_file_is() throws Exception {
        var list = new Slow(false);
        var visitor = town.leila.signedIn();
        var other = town.tomasz.signedIn();
        var form = visitor.get(address("cases")).form(address("cases"));
        var before = entries();
        with(list, () -> {
            var file = CompletableFuture.supplyAsync(() -> post(visitor, form));
            list.halfway.await(20, TimeUnit.SECONDS);
            var progress = "/downloads/progress?op=" + form.value("op");
            assertThat(entries() - before).isEqualTo(1);
            assertThat(visitor.twin().get(progress).text()).contains("2 lines so far");
            assertThat(other.get(progress).status()).as("of somebody else").isEqualTo(204);
            list.on.countDown();
            var answer = file.get(20, TimeUnit.SECONDS);
            assertThat(answer.header("Content-Length")).as("its length is not known before its end").isNull();
            assertThat(answer.body()).contains("first,1\r\n", "third,3\r\n").endsWith("delete it when you are done.\"\r\n");
            assertThat(entries() - before).isEqualTo(2);
            assertThat(visitor.get(progress).text()).contains("Done: 3 lines");
        });
    }

    @Test
    void a_file_that_breaks_off_is_not_taken_for_whole() throws Exception {
        var list = new Slow(true);
        list.on.countDown();
        var visitor = town.leila.signedIn();
        var form = visitor.get(address("cases")).form(address("cases"));
        with(list, () -> {
            assertThatThrownBy(() -> post(visitor, form)).as("the line ends before the answer does").isInstanceOf(UncheckedIOException.class);
            assertThat(visitor.get("/downloads/progress?op=" + form.value("op")).text()).contains("is not whole");
        });
    }

    /** A list of two parts; it waits halfway, and may break there. */
    private static final class Slow implements Download {
        private final CountDownLatch halfway = new CountDownLatch(1);
        private final CountDownLatch on = new CountDownLatch(1);
        private final boolean breaks;

        private Slow(boolean breaks) {
            this.breaks = breaks;
        }

        @Override
        public String key() {
            return "slow";
        }

        @Override
        public String title() {
            return "DownloadPage.of.cases";
        }

        @Override
        public String verb() {
            return "case.export";
        }

        @Override
        public String place() {
            return "cases";
        }

        @Override
        public String back(Taking taking) {
            return "/cases";
        }

        @Override
        public List<String> head() {
            return List.of("CaseDownload.code", "CaseDownload.type");
        }

        @Override
        public Part first(Taking taking) {
            return new Part(List.of(List.of("first", 1), List.of("second", 2)), 0, this::second);
        }

        private Part second() {
            halfway.countDown();
            try {
                on.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            if (breaks) {
                throw new IllegalStateException("broken");
            }
            return new Part(List.of(List.of("third", 3)), 0, null);
        }
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void with(Slow list, Deed deed) throws Exception {
        var beans = (DefaultListableBeanFactory) haki.getAutowireCapableBeanFactory();
        beans.registerSingleton("slow", list);
        try {
            deed.run();
        } finally {
            beans.destroySingleton("slow");
        }
    }

    private Page post(Visitor visitor, Page.Form form) {
        return visitor.post("/downloads?list=slow", "_csrf", form.value("_csrf"), "op", form.value("op"), "base", "0", "format", "csv",
                "current", town.leila.password());
    }

    private long entries() {
        return Everything.in(haki).count("select count(*) from haki.audit_entry where org_id = :org and act = 'slow.exported'", town.riverbend);
    }

    private void says(String list, Town.Person who, String... words) {
        var answer = taken(who, list, "format", "csv", "current", who.password());
        assertThat(answer.status()).as(list).isEqualTo(200);
        assertThat(answer.body()).as(list).contains(words);
        assertThat(answer.body()).as(list).doesNotContain(Belongings.CANARIES);
    }

    private Page taken(Town.Person who, String list, String... said) {
        return who.signedIn().fill(address(list), address(list), said);
    }

    private String address(String list) {
        return "/downloads?list=" + list + (list.equals("openings") ? "&code=" + code() : "");
    }

    private String code() {
        return there.ids().get("/cases/{code}");
    }
}
