package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes of a form at the front door: on paper, counted, taken along. */
@HakiTest
class FormResultsTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor leila;
    private String form;

    @BeforeEach
    void six_were_filled_in() {
        town = Town.in(haki);
        form = new OwnForms(town.tomasz.signedIn()).published(OwnForms.HOME).replace("/settings", "");
        leila = town.leila.signedIn();
        var page = leila.get(form + "/new");
        for (int i = 1; i <= 6; i++) {
            var answer = page.form(form + "/sheets").send("op", Id.next().toString(), "a/village", i == 1 ? "=Kibra" : "Mathare", "a/has_id", i == 1 ? "yes" : "no",
                    "a/why_not", i == 1 ? "" : "fee", "r/person", "k1", "r/person", "k2", "a/person[k1]/name", "Hodan", "a/person[k1]/age", String.valueOf(10 * i),
                    "a/person[k2]/age", "7");
            assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        }
    }

    @Test
    void a_report_counts_each_question_and_says_no_small_number_unless_it_is_asked_to() {
        assertThat(town.fatou.signedIn().get(form + "/report").status()).isEqualTo(403);
        assertThat(town.sushila.signedIn().get(form + "/report").status()).isEqualTo(404);
        var report = leila.get(form + "/report").text();
        assertThat(report).contains("6 filled-in forms were counted", "Of 6 nearly all or nearly none answered", "The fee 5 100 %", "12 of 12 answered", "Mean 21")
                .as("one of six said yes, which the five that said no would tell (P27); the least and the most are one person's")
                .contains("Yes … Hidden", "No … Hidden").doesNotContain("83 %", "Least");
        assertThat(leila.get(form + "/report?by=why_not").text()).as("a cell of one closes the whole table")
                .contains("No … Hidden: too few … Hidden: too few … Hidden: too few");
        var all = leila.get(form + "/report?small=shown&by=has_id");
        assertThat(all.text()).contains("Yes 1 17 %", "Mean 21", "Least 7", "Most 60", "6 answers in words", "=Kibra");
        var director = town.person(town.riverbend, "Director", "director", Town.everywhere("director")).signedIn();
        assertThat(director.get(form + "/report?small=shown").text()).as("who does not read the sheets sees no small number, and no words")
                .contains("Yes … Hidden").doesNotContain("Kibra");
        assertThat(leila.get(form + "/report?from=2999-01-01").text()).contains("0 filled-in forms");
    }

    @Test
    void a_baseline_stands_beside_an_endline() {
        var page = leila.get(form + "/new");
        for (int i = 1; i <= 6; i++) {
            page.form(form + "/sheets").send("op", Id.next().toString(), "a/has_id", "yes", "r/person", "k1", "a/person[k1]/age", "30");
        }
        haki.getBean(Work.class).as(town.wanjiru.actor(), "form.fill", () -> haki.getBean(JdbcClient.class)
                .sql("update haki.survey_sheet s set received_at = received_at - interval '100 days' where org_id = haki.org() and id not in (select id from"
                        + " haki.survey_sheet where org_id = haki.org() order by id desc limit 6)").update());
        var between = LocalDate.now(ZoneOffset.UTC).minusDays(50);
        assertThat(leila.get(form + "/report?by=~day").text()).contains("Choose the day on which the time after begins");
        var report = leila.get(form + "/report?small=shown&by=~day&edge=" + between);
        assertThat(report.text()).contains("Before", "Since", "Change, in points").contains("Yes 7 58 % 1 17 % 6 100 % +83", "No 5 42 % 5 83 % 0 0 % -83")
                .as("the middles of both times").contains("How many 12 6 Mean 21 30 Median 8.5 30");
        var hidden = leila.get(form + "/report?by=~day&edge=" + between).text();
        assertThat(hidden).as("one said yes before").contains("How many 12 6").doesNotContain("Change, in points", "+83");
        var director = town.person(town.riverbend, "Director", "director", Town.everywhere("director")).signedIn();
        assertThat(figures(director, "?by=~day&edge=" + between)).as("P31: two days that overlap would tell of one").doesNotContain("Since", "Change").isEqualTo(figures(director, ""));
    }

    @Test
    void P31_whoever_sees_no_sheet_chooses_neither_days_nor_an_office() {
        var director = town.person(town.riverbend, "Director", "director", Town.everywhere("director")).signedIn();
        var all = director.get(form + "/report");
        assertThat(all.text()).contains("6 filled-in forms were counted");
        assertThat(all.body()).doesNotContain("name=\"from\"", "name=\"to\"", "name=\"office\"");
        for (var some : List.of("from=2999-01-01", "to=2000-01-01", "office=" + town.oldbridge.id(), "small=shown&from=2999-01-01")) {
            assertThat(figures(director, "?" + some)).as(some).isEqualTo(figures(director, ""));
        }
    }

    @Test
    void all_is_taken_along_with_a_sheet_for_each_repeat() throws Exception {
        assertThat(town.wanjiru.signedIn().get(form + "/export").status()).isEqualTo(403);
        var csv = new String(exported("csv").readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(csv).as("a zip").startsWith("PK");
        try (var book = new ReadableWorkbook(exported("xlsx&words=labels&split=yes")); Stream<Sheet> sheets = book.getSheets()) {
            var all = sheets.toList();
            assertThat(all).extracting(sheet -> sheet.getName()).containsExactly("home", "person");
            var rows = all.getFirst().read();
            assertThat(rows).hasSize(7);
            assertThat(rows.getFirst().stream().map(cell -> cell.getText()).toList())
                    .contains("KEY", "Village", "What stands in the way?/The fee", "What stands in the way?/It is far");
            assertThat(rows.getLast().stream().map(cell -> cell == null ? "" : cell.getText()).toList()).contains("=Kibra", "Yes");
            assertThat(all.getLast().read()).hasSize(13);
            assertThat(all.getLast().read().get(1).getCell(1).getText()).as("PARENT_KEY").matches("[0-9A-Z]{13}");
        }
    }

    private ByteArrayInputStream exported(String kind) {
        return new ByteArrayInputStream(leila.bytes(form + "/export?kind=" + kind));
    }

    @Test
    void a_paper_has_a_number_of_its_own_and_is_typed_in_under_it_once() {
        var paper = leila.get(form + "/paper?copies=3");
        assertThat(paper.text()).contains("Needs at home", "home", "version 1", "Only if “Has everybody an identity card?” = No", "Yes", "It is far");
        var codes = Pattern.compile("class=\"code\">([0-9A-Z-]{15})<").matcher(paper.body()).results().map(found -> found.group(1)).toList();
        assertThat(codes).hasSize(3).doesNotHaveDuplicates();
        var to = leila.get(form + "/paper/" + codes.getFirst().replace("-", ""));
        assertThat(to.location()).isEqualTo(form + "/new?paper=" + Code.of(codes.getFirst()));
        var page = to.next();
        assertThat(page.form(form + "/sheets").value("paper")).isEqualTo(Code.of(codes.getFirst()));
        assertThat(page.form(form + "/sheets").send("a/has_id", "yes", "paper", "1234").text()).contains("No sheet has this number");
        assertThat(page.form(form + "/sheets").send("a/has_id", "yes").location()).startsWith(form + "/sheets/" + Code.of(codes.getFirst()));
        assertThat(leila.get(form + "/new").form(form + "/sheets").send("a/has_id", "yes", "paper", codes.getFirst()).text()).contains("was typed in before");
        var filled = leila.get(form + "/sheets/" + Code.of(codes.getFirst()) + "/paper");
        assertThat(filled.text()).contains(codes.getFirst(), "Yes (chosen)").doesNotContain("What stands in the way?");
        assertThat(List.of(town.sushila.signedIn().get(form + "/paper").status())).containsExactly(404);
    }

    /** What the report says, but for the minute at which it was drawn. */
    private String figures(Visitor reader, String asked) {
        return reader.get(form + "/report" + asked).text().replaceAll(", \\d\\d:\\d\\d ", " ");
    }
}
