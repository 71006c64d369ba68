package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.forms.Rebuilt;
import org.haki.kernel.Work;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is answered now is derived from what was saved, and from nothing else. */
@HakiTest
class AnswersRebuiltTest {

    @Autowired ApplicationContext haki;
    @Autowired AnswersRebuilt rebuilt;
    @Autowired Work work;
    @Autowired JdbcClient jdbc;

    @Test
    void answers_that_were_lost_or_spoiled_come_back_as_they_were() {
        var town = Town.in(haki);
        var system = town.riverbendSystem();
        var files = List.of(CaseStory.in(haki, town).withSheet().open(), CaseStory.in(haki, town).of("Devi Rana").withSheet().fencedIn().open(),
                CaseStory.in(haki, town).of("Mina Rai").withSheet().open());
        var wanjiru = town.wanjiru.signedIn();
        for (var file : files) {
            var visit = file.path() + "/sheet/visit";
            assertThat(wanjiru.get(visit).form(visit).send("a/safe", "yes", "a/needs", "food", "a/words", "First.", "a/who", "Biru").status()).isEqualTo(303);
            assertThat(wanjiru.get(visit).form(visit).send("a/words", "Of " + file.code()).status()).isEqualTo(303);
        }
        assertThat(rebuilt.all(system)).isEqualTo(new Rebuilt.Outcome(3, 0, 0));
        var before = rows(town);
        work.as(system, "case.archive", () -> {
            jdbc.sql("update haki.answers set coded = '{\"safe\": [\"no\"]}' where case_id = :id").param("id", files.get(0).id()).update();
            jdbc.sql("update haki.answers set sealed = '\\x01' where case_id = :id").param("id", files.get(1).id()).update();
            jdbc.sql("update haki.answers set version = 1 where case_id = :id").param("id", files.get(2).id()).update();
        });
        assertThat(rebuilt.all(system)).isEqualTo(new Rebuilt.Outcome(3, 3, 0));
        assertThat(rows(town)).isEqualTo(before);
        for (var file : files) {
            assertThat(words(wanjiru, file)).isEqualTo("Of " + file.code());
        }
        assertThat(rebuilt.all(system)).isEqualTo(new Rebuilt.Outcome(3, 0, 0));
    }

    private String words(org.haki.Visitor visitor, CaseFile file) {
        var visit = file.path() + "/sheet/visit";
        return visitor.get(visit).form(visit).value("a/words").strip();
    }

    /** Everything but the ciphertext, whose nonce is new each time. */
    private List<Map<String, Object>> rows(Town town) {
        return work.as(town.riverbendSystem(), "case.archive", () -> jdbc.sql("""
                select case_id, section, form_hash, version, submission_id, coded::text, changed_at, changed_by from haki.answers order by case_id""")
                .query().listOfRows());
    }
}
