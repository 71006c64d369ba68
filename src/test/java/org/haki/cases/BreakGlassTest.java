package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asha's case is kept to its team. Nuru, a supervisor who came later, is not on it. */
@HakiTest
class BreakGlassTest {

    @Autowired ApplicationContext haki;

    private Town town;
    private CaseFile file;
    private Town.Person nuru;

    @BeforeEach
    void a_fenced_case_and_somebody_outside() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).fencedIn().open();
        nuru = town.person(town.riverbend, "Nuru Hassan", "nuru", new Membership("supervisor", town.mainDesk.id()));
    }

    @Test
    void who_is_no_supervisor_breaks_no_glass() {
        for (var person : List.of(town.wanjiru, town.mateo, town.fatou, town.tomasz, town.ines)) {
            var visitor = person.signedIn();
            assertThat(visitor.get("/break-glass").status()).as(person.signInName()).isEqualTo(403);
            assertThat(sent(visitor, file.code()).status()).as(person.signInName()).isEqualTo(403);
        }
        assertThat(places()).isZero();
    }

    @Test
    void the_database_refuses_by_itself_whoever_is_no_supervisor_of_the_office() {
        var elsewhere = town.person(town.riverbend, "Somebody", "elsewhere", new Membership("supervisor", town.oldbridge.id()));
        for (var person : List.of(town.mateo, town.fatou, elsewhere)) {
            assertThat(haki.getBean(Work.class).<Boolean>as(person.actor(), "case.see", () -> haki.getBean(OversightRepository.class)
                    .breakGlass(file.code(), "danger_now", null))).as(person.signInName()).isFalse();
        }
        assertThat(places()).isZero();
    }

    @Test
    void P7_nothing_opens_without_a_reason_and_without_saying_who_was_told() {
        var visitor = nuru.signedIn();
        var answer = visitor.fill("/break-glass", "/break-glass", "code", file.code());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Choose one");
        assertThat(visitor.get(file.path()).status()).isEqualTo(404);
        assertThat(visitor.fill("/break-glass", "/break-glass", "code", file.code(), "reason", "danger_now").status()).isEqualTo(422);
        assertThat(visitor.fill("/break-glass", "/break-glass", "code", file.code(), "reason", "bored", "told", "nobody").status()).isEqualTo(422);
        assertThat(places()).isZero();
    }

    @Test
    void a_case_of_another_office_or_organisation_answers_as_one_that_was_never_given() {
        var elsewhere = town.person(town.riverbend, "Somebody", "elsewhere", new Membership("supervisor", town.oldbridge.id()));
        var never = Code.next();
        for (var person : List.of(elsewhere, town.prem)) {
            var visitor = person.signedIn();
            var theirs = sent(visitor, file.code());
            var nobodys = sent(visitor, never);
            assertThat(theirs.status()).isEqualTo(422).isEqualTo(nobodys.status());
            assertThat(plain(theirs, file.code())).isEqualTo(plain(nobodys, never));
        }
        assertThat(places()).isZero();
    }

    @Test
    void P7_it_opens_for_sixty_minutes_and_the_watchers_are_told() {
        var visitor = nuru.signedIn();
        assertThat(visitor.get(file.path()).status()).isEqualTo(404);
        var opened = opened(visitor);
        assertThat(opened.text()).contains(CaseStory.WORDS, "Nuru Hassan opened the case by break-glass: Somebody is in danger now");
        assertThat(number("select count(*) from haki.case_team where case_id = :id and role = 'break_glass' and until <= since + interval '60 minutes'"))
                .isEqualTo(1);
        var told = Everything.in(haki);
        assertThat(told.mailsTo(town.wanjiru.signInName())).contains("case_glass " + file.path());
        for (var person : List.of(town.leila, town.ines)) {
            assertThat(told.mailsTo(person.signInName())).as(person.signInName()).containsOnlyOnce("case_glass " + file.path() + "/openings");
        }
        assertThat(told.mailsTo(nuru.signInName())).isEmpty();
        assertThat(told.mailsTo(town.mateo.signInName())).isEmpty();
        asHaki("update haki.case_team set until = now() where case_id = :id and role = 'break_glass'");
        assertThat(visitor.get(file.path()).status()).isEqualTo(404);
    }

    @Test
    void whoever_is_there_for_the_hour_lets_nobody_in_not_even_herself() {
        var visitor = nuru.signedIn();
        opened(visitor);
        var csrf = visitor.get("/me").form("/me").value("_csrf");
        var base = Integer.toString(haki.getBean(CaseFiles.class).open(nuru.actor(), file.code()).version());
        String[] stays = {"_csrf", csrf, "op", Id.next().toString(), "base", base, "person", nuru.id().toString(), "role", "supervisor"};
        assertThat(visitor.post(file.path() + "/team", stays).status()).isEqualTo(403);
        assertThat(visitor.post(file.path() + "/assignment", "_csrf", csrf, "op", Id.next().toString(), "base", base, "owner", "queue").status())
                .isEqualTo(403);
        assertThat(visitor.post(file.path() + "/fence", "_csrf", csrf, "op", Id.next().toString(), "base", base, "fenced", "no", "reason", "by_mistake")
                .status()).isEqualTo(403);
    }

    @Test
    void P7_it_waits_for_a_review_until_somebody_else_signed_it() {
        var visitor = nuru.signedIn();
        opened(visitor);
        var ines = town.ines.signedIn();
        var waits = ines.get("/today");
        assertThat(waits.text()).contains("Nuru Hassan opened a case by break-glass", "told Leila Marzouq", Code.shown(file.code()));
        assertThat(waits.text()).doesNotContain("Asha");
        assertThat(town.leila.signedIn().get("/today").text()).contains("Nuru Hassan opened a case by break-glass");
        var review = waits.forms().stream().map(Page.Form::action).filter(action -> action.startsWith("/break-glass/")).findFirst().orElseThrow();
        assertThat(visitor.get("/today").hasForm(review)).isFalse();
        var csrf = visitor.get("/me").form("/me").value("_csrf");
        assertThat(visitor.post(review, "_csrf", csrf, "op", Id.next().toString(), "base", "0").status()).as("one's own").isEqualTo(404);
        var prem = town.prem.signedIn();
        var theirs = prem.get("/me").form("/me").value("_csrf");
        assertThat(prem.post(review, "_csrf", theirs, "op", Id.next().toString(), "base", "0").status()).as("another organisation").isEqualTo(404);
        assertThat(ines.get("/today").hasForm(review)).isTrue();
        assertThat(waits.form(review).send().status()).isEqualTo(303);
        assertThat(ines.get("/today").hasForm(review)).isFalse();
        assertThat(town.leila.signedIn().get("/today").text()).doesNotContain("break-glass");
    }

    private Page opened(Visitor visitor) {
        var answer = visitor.fill("/break-glass", "/break-glass", "code", Code.shown(file.code()), "reason", "danger_now",
                "told", town.leila.id().toString());
        assertThat(answer.location()).isEqualTo(file.path());
        return answer.next();
    }

    private Page sent(Visitor visitor, String code) {
        var csrf = visitor.get("/me").form("/me").value("_csrf");
        return visitor.post("/break-glass", "_csrf", csrf, "op", Id.next().toString(), "base", "0", "_page", "/break-glass",
                "code", code, "reason", "danger_now", "told", "nobody");
    }

    private static String plain(Page page, String code) {
        return page.body().replace(code, "").replace(page.header("X-Request-Id"), "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private long places() {
        return number("select count(*) from haki.case_team where case_id = :id and role = 'break_glass'");
    }

    private long number(String sql) {
        return haki.getBean(Work.class).as(town.riverbendSystem(), "case.archive",
                () -> haki.getBean(JdbcClient.class).sql(sql).param("id", file.id()).query(Long.class).single());
    }

    private void asHaki(String sql) {
        haki.getBean(Work.class).as(town.riverbendSystem(), "case.archive",
                () -> haki.getBean(JdbcClient.class).sql(sql).param("id", file.id()).update());
    }
}
