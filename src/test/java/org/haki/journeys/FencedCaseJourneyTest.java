package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.kernel.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** P3: a fenced case is there for its team and nowhere for anybody else, role by role, in a real browser. */
@HakiTest
class FencedCaseJourneyTest {

    private static final String[] TRACES = {"Gita", "Lama", "hiding"};

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private CaseFile fenced;
    private CaseFile open;
    private StaffBrowser staff;

    @BeforeEach
    void a_fenced_case_beside_an_open_one() {
        town = Town.in(haki);
        fenced = CaseStory.in(haki, town).of("Gita Lama").urgency("urgent").fencedIn().open();
        open = CaseStory.in(haki, town).of("Sita Rai").urgency("urgent").open();
        staff = new StaffBrowser(haki, Chrome.Screen.DESK);
    }

    @AfterEach
    void everybody_goes_home() {
        staff.close();
    }

    @Test
    void its_team_finds_it_in_every_way() {
        for (var member : List.of(town.wanjiru, town.leila)) {
            var page = staff.of(member);
            assertThat(text(page, "/cases?owner=everyone&status=all")).contains(Code.shown(fenced.code()), "Gita Lama", "1 to 2 of 2");
            assertThat(text(page, "/people")).contains("Gita Lama");
            assertThat(search(page, "gita lama")).contains("Gita Lama", Code.shown(fenced.code()));
            assertThat(search(page, Code.shown(fenced.code()))).contains("Gita Lama");
            assertThat(text(page, fenced.path())).contains("Gita Lama", "hiding");
            assertThat(text(page, fenced.path() + "/history")).contains("Gita Lama", "hiding");
            assertThat(openCases(page)).isEqualTo("2");
        }
    }

    @Test
    void a_colleague_of_the_same_office_finds_nothing() {
        var amina = staff.of(town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id())));
        findsNothing(amina, true);
        warnsOfNobody(amina);
    }

    @Test
    void a_supervisor_who_is_not_on_the_team_finds_nothing() {
        var rosa = staff.of(town.person(town.riverbend, "Rosa Quispe", "rosa", Town.everywhere("supervisor")));
        findsNothing(rosa, true);
        warnsOfNobody(rosa);
    }

    @Test
    void an_operator_finds_nothing_not_even_by_a_report_that_is_like_it() {
        var fatou = staff.of(town.fatou);
        new Reporter(town).tells("Gita needs you, zanzara.", "reach", "call", "number", "+254 20 555 0173");
        findsNothing(fatou, true, "Gita needs you, zanzara.");
        to(fatou, "/intake");
        Chrome.onward(fatou, () -> fatou.click(".queue-row .voice a"));
        assertThat(fatou.locator(".reading").innerText()).as("the open case has this number, too")
                .contains("same phone", Code.shown(open.code())).doesNotContain(Code.shown(fenced.code()));
        Chrome.onward(fatou, () -> fatou.click(".decide a[href$='/attachment']"));
        assertThat(fatou.content()).doesNotContain(fenced.code());
        var theirs = attach(fatou, Code.shown(fenced.code()));
        assertThat(theirs).isEqualTo(attach(fatou, Code.shown(Code.next())));
    }

    @Test
    void a_director_finds_nothing_and_counts_without_it() {
        var ruth = staff.of(town.person(town.riverbend, "Ruth Achieng", "ruth", Town.everywhere("director")));
        findsNothing(ruth, false);
    }

    @Test
    void an_administrator_and_the_data_protection_officer_have_no_cases_at_all() {
        for (var person : List.of(town.tomasz, town.ines)) {
            var page = staff.of(person);
            var traces = person.signInName();
            for (var path : List.of("/cases", "/people", fenced.path(), fenced.path() + "/history", open.path(), "/intake/" + fenced.code())) {
                assertThat(to(page, path)).as(traces + " at " + path).isIn(403, 404);
                assertThat(page.content()).doesNotContain(TRACES);
            }
            for (var path : List.of("/today", "/reports", "/more")) {
                assertThat(text(page, path)).doesNotContain(TRACES).doesNotContain(Code.shown(fenced.code()));
            }
            assertThat(page.locator("#search").count()).as("nothing to search with").isZero();
        }
    }

    @Test
    void another_office_and_another_organisation_find_neither() {
        for (var person : List.of(town.mateo, town.prem)) {
            var page = staff.of(person);
            for (var file : List.of(fenced, open)) {
                assertThat(to(page, file.path())).isEqualTo(404);
                assertThat(search(page, Code.shown(file.code()))).doesNotContain("Gita").doesNotContain("Sita");
            }
            assertThat(text(page, "/cases?owner=everyone&status=all")).doesNotContain(Code.shown(open.code()));
            assertThat(openCases(page)).isEqualTo("0");
        }
    }

    /** Each way of looking is shown to work by the open case, which is there. */
    private void findsNothing(Page page, boolean searches, String... said) {
        assertThat(text(page, "/today")).doesNotContain(Code.shown(fenced.code()));
        assertThat(text(page, "/cases?owner=everyone&status=all")).contains(Code.shown(open.code()), "1 to 1 of 1")
                .doesNotContain(TRACES).doesNotContain(Code.shown(fenced.code()));
        assertThat(text(page, "/cases?fenced=yes&owner=everyone&status=all")).doesNotContain(Code.shown(fenced.code()));
        assertThat(text(page, "/cases?owner=" + town.wanjiru.id())).contains(Code.shown(open.code())).doesNotContain(Code.shown(fenced.code()));
        assertThat(openCases(page)).isEqualTo("1");
        if (searches) {
            assertThat(text(page, "/people")).contains("Sita Rai").doesNotContain("Gita");
            assertThat(search(page, "sita rai")).contains("Sita Rai");
            assertThat(search(page, "gita lama")).doesNotContain("Gita Lama").doesNotContain(Code.shown(fenced.code()));
            assertThat(search(page, "0555 0173")).doesNotContain(Code.shown(fenced.code()));
            assertThat(search(page, Code.shown(fenced.code()))).doesNotContain(TRACES);
            assertThat(to(page, "/people/" + fenced.client())).isEqualTo(404);
        }
        for (var path : List.of("", "/closing", "/verification", "/assignment", "/activities/new", "/notes/new", "/fence")) {
            int status = to(page, fenced.path() + path);
            var theirs = page.locator("main").innerText();
            assertThat(status).as(path).isEqualTo(to(page, "/cases/" + Code.next() + path));
            assertThat(page.locator("main").innerText()).as(path).isEqualTo(theirs);
            assertThat(status).isIn(403, 404);
        }
        assertThat(to(page, open.path())).isEqualTo(200);
    }

    /** Entering her anew brings no "is it one of these?". */
    private void warnsOfNobody(Page page) {
        to(page, "/people/new");
        page.fill("#name", "Gita Lama");
        page.check("input[name=ageGroup][value=adult]");
        Chrome.onward(page, () -> page.click("main button.button-main"));
        assertThat(page.locator("input[name=person]").count()).isZero();
        assertThat(page.url()).contains("/people/");
    }

    private String attach(Page page, String code) {
        page.fill("input[name=caseCode]", code);
        Chrome.onward(page, () -> page.click("main button.button-main"));
        return page.locator(".errors").innerText();
    }

    private String openCases(Page page) {
        to(page, "/reports");
        return page.locator("section[aria-labelledby=by-stage] tfoot .number").first().innerText();
    }

    private String search(Page page, String typed) {
        to(page, "/today");
        page.fill("#search", typed);
        Chrome.onward(page, () -> page.press("#search", "Enter"));
        return page.locator("main").innerText();
    }

    private String text(Page page, String path) {
        assertThat(to(page, path)).as(path).isEqualTo(200);
        return page.locator("main").innerText();
    }

    private int to(Page page, String path) {
        return page.navigate("http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path).status();
    }
}
