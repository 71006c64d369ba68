package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.referrals.Referrals;
import org.haki.referrals.SendReferral;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who opened Asha's case, which is kept to its team: for the supervisor, and for Ines, who may never read it. */
@HakiTest
class OpeningsTest {

    @Autowired ApplicationContext haki;
    @Autowired CaseFiles cases;

    private Town town;
    private CaseFile file;
    private String path;

    @BeforeEach
    void a_fenced_case() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).fencedIn().open();
        path = file.path() + "/openings";
    }

    @Test
    void who_does_not_watch_over_cases_sees_no_trail() {
        for (var person : List.of(town.wanjiru, town.fatou, town.mateo, town.tomasz)) {
            var visitor = person.signedIn();
            assertThat(visitor.get(path).status()).as(person.signInName()).isEqualTo(403);
            assertThat(visitor.get("/audit").status()).as(person.signInName()).isEqualTo(403);
        }
    }

    @Test
    void a_case_of_another_office_or_organisation_answers_as_one_that_was_never_given() {
        var elsewhere = town.person(town.riverbend, "Somebody", "elsewhere", new Membership("protection", town.oldbridge.id()));
        var never = Code.next();
        for (var person : List.of(elsewhere, town.prem)) {
            var visitor = person.signedIn();
            assertThat(visitor.get(path).status()).as(person.signInName()).isEqualTo(404);
            var theirs = visitor.fill("/audit", "/audit", "code", file.code());
            var nobodys = visitor.fill("/audit", "/audit", "code", never);
            assertThat(theirs.status()).isEqualTo(422).isEqualTo(nobodys.status());
            assertThat(plain(theirs, file.code())).isEqualTo(plain(nobodys, never));
        }
        var noCode = town.ines.signedIn().fill("/audit", "/audit", "code", "hello");
        assertThat(noCode.status()).isEqualTo(422);
    }

    @Test
    void the_data_protection_officer_sees_the_trail_of_a_fenced_case_and_nothing_of_what_is_in_it() {
        town.wanjiru.signedIn().get(file.path());
        var ines = town.ines.signedIn();
        assertThat(ines.get(file.path()).status()).isIn(403, 404);
        var found = ines.fill("/audit", "/audit", "code", Code.shown(file.code()).toLowerCase(Locale.ROOT));
        assertThat(found.location()).isEqualTo(path);
        var trail = found.next();
        assertThat(trail.status()).isEqualTo(200);
        assertThat(trail.text()).contains("Wanjiru Otieno", "Read the case", "Leila Marzouq", "Accepted the case");
        assertThat(trail.body()).doesNotContain("Asha", "Thapa", CaseStory.WORDS, "href=\"" + file.path() + "\"");
        assertThat(ines.get(path).text()).as("looking is written down").contains("Ines Duarte Looked at who opened it");
    }

    @Test
    void the_supervisor_comes_to_it_from_the_case() {
        var leila = town.leila.signedIn();
        assertThat(leila.get(file.path()).body()).contains("href=\"" + path + "\"");
        assertThat(leila.get(path).body()).contains("href=\"" + file.path() + "\"");
        assertThat(town.wanjiru.signedIn().get(file.path()).body()).doesNotContain(path);
    }

    @Test
    void somebody_of_another_organisation_stands_there_by_the_name_of_that_organisation() {
        town.inOneNetwork();
        var said = new SendReferral("service", "legal", town.northgate.id().toString(), "normal", List.of("identity"), "none", "",
                "Please go with her", "now", "verbal_phone", "self", "", "", "");
        haki.getBean(Referrals.class).send(town.wanjiru.actor(), file.code(), said, Op.own());
        var sushila = town.sushila.signedIn();
        var window = Pattern.compile("/shared/[0-9a-f-]{36}").matcher(sushila.get("/shared").body()).results()
                .map(MatchResult::group).findFirst().orElseThrow();
        assertThat(sushila.fill(window, window + "/acceptance").status()).isEqualTo(303);
        assertThat(sushila.get(window).text()).contains("Asha Thapa");
        var trail = town.ines.signedIn().get(path);
        assertThat(trail.body()).contains("<span class=\"org org-theirs\">Northgate Legal Aid</span>").doesNotContain("Sushila");
        assertThat(trail.text()).contains("Northgate Legal Aid Looked at it through the window");
    }

    @Test
    void the_newest_stand_first_and_the_rest_on_the_pages_behind() {
        for (int i = 0; i < 60; i++) {
            cases.open(town.wanjiru.actor(), file.code());
        }
        var ines = town.ines.signedIn();
        var first = ines.get(path);
        assertThat(rows(first)).isEqualTo(50);
        assertThat(first.text()).doesNotContain("Accepted the case");
        var older = Pattern.compile("href=\"(" + path + "\\?before=\\d+)\"").matcher(first.body()).results().findFirst().orElseThrow().group(1);
        var second = ines.get(older);
        assertThat(rows(second)).isGreaterThanOrEqualTo(11);
        assertThat(second.text()).contains("Accepted the case");
        assertThat(second.body()).contains("href=\"" + path + "\"");
        assertThat(ines.get(path + "?before=nonsense").status()).isEqualTo(200);
    }

    private static long rows(Page page) {
        return Pattern.compile("<th scope=\"row\">").matcher(page.body()).results().count();
    }

    private static String plain(Page page, String code) {
        return page.body().replace(code, "").replace(page.header("X-Request-Id"), "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
