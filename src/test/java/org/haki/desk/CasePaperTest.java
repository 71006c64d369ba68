package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The history of a case leaves as a PDF only for whoever reads it, with the password, and the trail says so; what is new in a case shows itself. */
@HakiTest
class CasePaperTest {

    @Autowired ApplicationContext haki;

    private Town town;
    private CaseFile file;

    @BeforeEach
    void ashas_case() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).open();
    }

    @Test
    void whoever_does_not_read_the_history_takes_none_along() {
        var paper = file.path() + "/history/pdf";
        assertThat(town.stranger().get(paper).status()).isNotEqualTo(200);
        assertThat(town.fatou.signedIn().get(paper).status()).isEqualTo(403);
        assertThat(town.tomasz.signedIn().get(paper).status()).isEqualTo(403);
        for (var person : List.of(town.mateo, town.sushila)) {
            var visitor = person.signedIn();
            assertThat(visitor.get(paper).status()).isEqualTo(404);
            assertThat(visitor.get("/cases/" + Code.next() + "/history/pdf").status()).isEqualTo(404);
            var csrf = visitor.get("/me").form("/me").value("_csrf");
            assertThat(visitor.post(paper, "_csrf", csrf, "current", person.password()).status()).isEqualTo(404);
        }
        assertThat(taken()).isZero();
    }

    @Test
    void without_the_right_password_nothing_leaves() {
        var answer = sent(town.wanjiru, "not hers");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(taken()).isZero();
    }

    @Test
    void her_worker_takes_the_history_along_as_a_PDF_and_the_trail_of_the_case_says_so() {
        assertThat(town.wanjiru.signedIn().get(file.path() + "/history").body()).contains(file.path() + "/history/pdf");
        var answer = sent(town.wanjiru, town.wanjiru.password());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"history.pdf\"");
        assertThat(answer.body()).startsWith("%PDF-1.7").contains("NotoSans-Regular").doesNotContain("Asha");
        assertThat(taken()).isEqualTo(1);
        assertThat(town.ines.signedIn().get(file.path() + "/openings").text()).contains("Took the whole history along as a PDF");
    }

    @Test
    void what_is_written_elsewhere_shows_itself_on_the_page_and_a_look_that_finds_nothing_stands_in_no_trail_S2_36() {
        var wanjiru = town.wanjiru.signedIn();
        var fresh = between(wanjiru.get(file.path()).body(), "hx-get=\"", "\"");
        assertThat(fresh).startsWith(file.path() + "/fresh?seen=");
        var before = Everything.in(haki).trailOf(file.code()).size();
        assertThat(wanjiru.get(fresh).status()).isEqualTo(204);
        assertThat(Everything.in(haki).trailOf(file.code())).hasSize(before);
        town.leila.signedIn().fill(file.path(), file.path() + "/activities", "text", "The clinic gave her a certificate.", "kind", "note");
        var news = wanjiru.get(fresh);
        assertThat(news.status()).isEqualTo(200);
        assertThat(news.body()).contains("The clinic gave her a certificate.", "id=\"story-rows\"").doesNotContain("<html");
        assertThat(wanjiru.get(between(news.body(), "hx-get=\"", "\"")).status()).isEqualTo(204);
        assertThat(town.fatou.signedIn().get(fresh).status()).as("whoever sees the card only").isEqualTo(403);
        assertThat(town.mateo.signedIn().get(fresh).status()).as("another office").isEqualTo(404);
        assertThat(wanjiru.get(file.path() + "/fresh?seen=x").status()).isEqualTo(200);
    }

    private int taken() {
        return Everything.in(haki).count("select count(*) from haki.audit_entry where org_id = :org and act = 'case.exported' and object_id = '"
                + file.id() + "'", town.riverbend);
    }

    private Page sent(Town.Person who, String password) {
        return who.signedIn().fill(file.path() + "/history/pdf", file.path() + "/history/pdf", "current", password);
    }

    private static String between(String text, String begin, String end) {
        int at = text.indexOf(begin) + begin.length();
        return text.substring(at, text.indexOf(end, at)).replace("&amp;", "&");
    }
}
