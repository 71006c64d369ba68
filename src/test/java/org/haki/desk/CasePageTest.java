package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Statements;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.audit.Audit;
import org.haki.audit.Opening;
import org.haki.cases.CaseFile;
import org.haki.kernel.Code;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HakiTest
class CasePageTest {

    @Autowired ApplicationContext haki;
    @Autowired Audit audit;
    @Autowired Work work;

    private Town town;
    private CaseFile file;

    @BeforeEach
    void ashas_case() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).open();
    }

    @Test
    void another_office_and_another_organisation_get_the_answer_of_a_code_that_was_never_given() {
        for (var person : List.of(town.mateo, town.sushila)) {
            var visitor = person.signedIn();
            var theirs = visitor.get(file.path());
            var never = visitor.get("/cases/" + Code.next());
            assertThat(theirs.status()).isEqualTo(404);
            assertThat(withoutOwnIds(theirs.body())).isEqualTo(withoutOwnIds(never.body()));
        }
    }

    @Test
    void an_administrator_opens_no_case() {
        assertThat(town.tomasz.signedIn().get(file.path()).status()).isEqualTo(403);
        assertThat(town.tomasz.signedIn().get(file.path() + "/history").status()).isEqualTo(403);
    }

    @Test
    void a_colleague_outside_the_team_does_not_find_a_fenced_case() {
        var devi = town.person(town.riverbend, "Devi Rana", "devi", new Membership("caseworker", town.mainDesk.id()));
        var fenced = CaseStory.in(haki, town).fencedIn().open();
        assertThat(devi.signedIn().get(file.path()).status()).isEqualTo(200);
        assertThat(devi.signedIn().get(fenced.path()).status()).isEqualTo(404);
        assertThat(town.wanjiru.signedIn().get(fenced.path()).status()).isEqualTo(200);
    }

    @Test
    void an_operator_sees_the_card_and_whom_to_call_but_not_the_story() {
        var page = town.fatou.signedIn().get(file.path());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Wanjiru Otieno", "It is about the sewing class").doesNotContain(CaseStory.WORDS);
        assertThat(page.hasForm(file.path() + "/activities")).isFalse();
        assertThat(town.fatou.signedIn().get(file.path() + "/history").status()).isEqualTo(403);
    }

    @Test
    void a_director_sees_the_card_without_a_name() {
        var director = town.person(town.riverbend, "Ruth Achieng", "ruth", Town.everywhere("director"));
        var page = director.signedIn().get(file.path());
        assertThat(page.text()).contains("Wanjiru Otieno").doesNotContain("Asha Thapa").doesNotContain("sewing class");
    }

    @Test
    void the_caseworker_reads_her_words_and_writes_a_note_and_a_call_without_script() {
        var wanjiru = town.wanjiru.signedIn();
        assertThat(wanjiru.get(file.path()).text()).contains("Asha Thapa", CaseStory.WORDS, "First contact");
        write(wanjiru, "text", "She wants a lawyer.", "kind", "note");
        var after = write(wanjiru, "text", "Her sister passed the phone.", "kind", "call", "nextKind", "visit", "nextDay", tomorrow());
        assertThat(after.status()).isEqualTo(303);
        assertThat(after.location()).startsWith(file.path() + "#entry-");
        assertThat(after.next().text()).contains("She wants a lawyer.", "Her sister passed the phone.", "Planned from this: Visit");
    }

    @Test
    void a_writer_left_empty_is_sent_back_with_what_was_chosen() {
        var page = write(town.wanjiru.signedIn(), "text", "", "kind", "call", "when", "day", "day", "31.2.2026");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.form(file.path() + "/activities").value("day")).isEqualTo("31.2.2026");
        assertThat(page.form(file.path() + "/activities").value("kind")).isEqualTo("call");
    }

    @Test
    void a_page_seen_is_one_entry_that_names_the_case() {
        var wanjiru = town.wanjiru.signedIn();
        var before = openings();
        wanjiru.get(file.path());
        var seen = openings().subList(0, openings().size() - before.size());
        assertThat(seen).extracting(Opening::act).containsExactly("case.read");
        assertThat(seen.getFirst().person()).isEqualTo(town.wanjiru.id());
    }

    @Test
    void a_longer_story_takes_no_more_statements() {
        var wanjiru = town.wanjiru.signedIn();
        write(wanjiru, "text", "The first word.", "kind", "note");
        var few = Statements.during(() -> wanjiru.get(file.path()));
        for (int i = 0; i < 5; i++) {
            write(wanjiru, "text", "A call.", "kind", "call", "nextKind", "visit", "nextDay", tomorrow());
        }
        var many = Statements.during(() -> wanjiru.get(file.path()));
        assertThat(many).hasSameSizeAs(few);
        assertThat(many).as("statements of the case page").hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void the_history_says_who_drew_it_up_and_holds_everything() {
        var wanjiru = town.wanjiru.signedIn();
        write(wanjiru, "text", "She wants a lawyer.", "kind", "note");
        var page = wanjiru.get(file.path() + "/history");
        assertThat(page.text()).contains("Confidential", "Wanjiru Otieno", CaseStory.WORDS, "She wants a lawyer.", "Asha Thapa");
        assertThat(page.body()).contains("<title>" + Code.shown(file.code()) + " · Haki</title>");
    }

    private Page write(Visitor visitor, String... fields) {
        return visitor.fill(file.path(), file.path() + "/activities", fields);
    }

    private List<Opening> openings() {
        var ines = town.ines.actor();
        return work.as(ines, "audit.see", () -> audit.openingsOf(file.id(), Long.MAX_VALUE, 100));
    }

    private static String tomorrow() {
        return LocalDate.now(ZoneId.of("Africa/Nairobi")).plusDays(1).toString();
    }

    private static String withoutOwnIds(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID").replaceAll("value=\"[A-Za-z0-9_-]{30,}\"", "TOKEN");
    }
}
