package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.cases.AdoptedTypes;
import org.haki.kernel.Op;
import org.haki.ui.TableBook;
import org.haki.ui.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** T16, P36: figures leave Haki by a right of their own, with the password, and say no more than their page. */
@HakiTest
class FigureDownloadTest {

    private static final String PAGE = "/reports/download";

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Town.Person dora;
    private Town.Person moses;

    @BeforeEach
    void town() {
        town = Town.in(haki);
        dora = town.person(town.riverbend, "Dora Quispe", "dora", Town.everywhere("director"));
        moses = town.person(town.riverbend, "Moses Kip", "moses", Town.everywhere("monitor"));
        CaseStory.in(haki, town).open();
    }

    @Test
    void whoever_only_looks_at_figures_takes_none_along_P36() {
        assertThat(town.stranger().get(PAGE).status()).isNotEqualTo(200);
        for (var somebody : List.of(town.fatou, town.wanjiru, town.ines, town.tomasz)) {
            var visitor = somebody.signedIn();
            assertThat(visitor.get(PAGE).status()).as(somebody.signInName()).isEqualTo(403);
            assertThat(visitor.get("/reports").body()).contains("How the desk is doing").doesNotContain(PAGE);
            var csrf = visitor.get("/me").form("/me").value("_csrf");
            var sent = visitor.post(PAGE, "_csrf", csrf, "kind", "csv", "current", somebody.password());
            assertThat(sent.status()).as(somebody.signInName()).isEqualTo(403);
        }
        assertThat(trail()).isZero();
    }

    @Test
    void without_the_right_password_nothing_leaves_and_what_was_chosen_stays() {
        var answer = sent(town.leila, PAGE, "kind", "csv", "current", "not hers");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).containsPattern("value=\"csv\" checked").doesNotContain("Became cases");
        assertThat(sent(town.leila, PAGE, "kind", "docx", "current", town.leila.password()).status()).isEqualTo(422);
        assertThat(trail()).isZero();
    }

    @Test
    void each_reader_takes_along_what_her_page_shows_and_no_more() {
        var leilas = taken(town.leila, PAGE);
        assertThat(leilas).contains("At a glance", "Open cases by stage, today", "Load for each worker, today", "Wanjiru Otieno,1,", "What is late, today",
                "Taken by,Leila Marzouq", "\"Main desk, Oldbridge\"").doesNotContain("Asha", "Thapa", CaseStory.WORDS);
        assertThat(taken(dora, PAGE)).contains("Open cases by age, today", "Taken by,Dora Quispe");
        assertThat(taken(moses, PAGE)).contains("At a glance", "What became of reports", "Taken by,Moses Kip")
                .doesNotContain(", today\r\n", "Late now", "Wanjiru", "Load for each");
        var mary = town.person(town.riverbend, "Mary Kip", "mary",
                new Membership("supervisor", town.oldbridge.id()), new Membership("caseworker", town.mainDesk.id()));
        assertThat(taken(mary, PAGE + "?office=" + town.mainDesk.id())).as("only of the office for which she answers")
                .contains("Offices,Oldbridge").doesNotContain("Main desk", "Wanjiru");
        assertThat(taken(town.prem, PAGE)).as("another organisation").doesNotContain("Wanjiru", "Main desk");
    }

    @Test
    void the_file_is_of_the_days_and_the_office_of_the_page_and_the_trail_says_who_took_it() {
        var today = Town.today();
        var from = today.minusDays(10);
        var query = "?from=" + from + "&to=" + today + "&office=" + town.oldbridge.id();
        assertThat(town.leila.signedIn().get("/reports" + query).body()).contains("/reports/download" + query.replace("&", "&amp;"));
        assertThat(taken(town.leila, PAGE + query)).contains("From," + from + ",to," + today + ",Offices,Oldbridge,Taken by,Leila Marzouq,on," + today)
                .doesNotContain("Main desk");
        assertThat(trail()).isEqualTo(1);
        for (var address : List.of("?from=x&to=%00&type=%00", "?from=2026-01-01&to=2020-01-01&office=nowhere&type=%22%3E")) {
            assertThat(town.leila.signedIn().get(PAGE + address).status()).as(address).isEqualTo(200);
        }
    }

    /** P26, P27 */
    @Test
    void what_the_page_hides_is_hidden_in_the_file() throws IOException {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "gbv", Op.own());
        var facts = Everything.in(haki);
        facts.counted(town.riverbend, town.mainDesk, "gbv", "incidents/incident/core_type", "rape", 9);
        facts.counted(town.riverbend, town.mainDesk, "gbv", "incidents/incident/place", "road", 6);
        facts.counted(town.riverbend, town.mainDesk, "gbv", "incidents/incident/place", "school", 14);
        for (var reader : List.of(town.leila, moses)) {
            if (reader == moses) {
                SettledFiguresTest.settle(haki, town.riverbend);
            }
            var text = taken(reader, PAGE + "?type=gbv");
            assertThat(text).contains("Core type\r\nAnswer,Times\r\nToo few to be shown.", "Numbers from 1 to 9 are hidden", "All,20")
                    .containsPattern("Road[^\r]*,…").containsPattern("School[^\r]*,…").doesNotContainPattern("Road[^\r]*,6").doesNotContainPattern(",14\r");
        }
        var book = new FigureTables(haki.getBean(Words.class), "en")
                .of(haki.getBean(Dashboards.class).page(moses.actor(), "", "", "", "gbv"));
        var bytes = new TableBook(List.of(List.of("From")), book).as("xlsx");
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(read.getSheets().map(sheet -> sheet.getName()).collect(Collectors.toList()))
                    .as("a sheet for each table").hasSize(book.size()).doesNotHaveDuplicates().contains("At a glance", "Core type");
        }
    }

    private String taken(Town.Person who, String address) {
        var answer = sent(who, address, "kind", "csv", "current", who.password());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"figures.csv\"");
        return answer.body();
    }

    private Page sent(Town.Person who, String address, String... said) {
        return who.signedIn().get(address).forms().stream().filter(form -> form.action().startsWith(PAGE)).findFirst().orElseThrow().send(said);
    }

    private int trail() {
        return Everything.in(haki).count("select count(*) from haki.audit_entry where org_id = :org and act = 'report.exported'", town.riverbend);
    }
}
