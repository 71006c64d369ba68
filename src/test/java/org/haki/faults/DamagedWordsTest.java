package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;

/**
 * F14: a bit turns in what is sealed. It says so where it stands, the log names it, and everything else opens. On a Haki of its own,
 * for whoever looks through everything that lies there would find it.
 */
@HakiTest
@TestPropertySource(properties = "haki.damaged-in=DamagedWordsTest")
@ExtendWith(OutputCaptureExtension.class)
class DamagedWordsTest {

    private static final String SAID = "Cannot be read (damaged)";

    @Autowired
    ApplicationContext haki;

    Town town;
    CaseFile file;
    Visitor wanjiru;

    @BeforeEach
    void ashas_case_with_two_notes() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).withSheet().open();
        wanjiru = town.wanjiru.signedIn();
        for (var words : new String[] {"She called at dawn", "She called at noon"}) {
            wanjiru.get(file.path() + "/notes/new").form(file.path() + "/notes").send("text", words);
        }
        assertThat(wanjiru.get(file.path()).text()).doesNotContain(SAID);
    }

    @Test
    void F14_a_damaged_note_says_so_in_its_place_and_the_case_and_its_print_open(CapturedOutput log) {
        var note = find("select id from haki.case_note where case_id = :id and kind = 'note' order by recorded_at desc limit 1", file.id());
        damage("update haki.case_note set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where id = :id", note);
        var page = wanjiru.get(file.path());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(SAID, "She called at dawn", CaseStory.WORDS, "Asha Thapa").doesNotContain("She called at noon");
        assertThat(log.getAll()).contains("The note of " + note + " is damaged").doesNotContain("Asha", "at dawn");
        var amend = wanjiru.get(file.path() + "/notes/" + note);
        assertThat(amend.status()).as("nobody writes over it").isEqualTo(500);
        assertThat(amend.text()).contains("This is damaged and cannot be opened");
    }

    @Test
    void F14_a_damaged_plan_name_or_key_closes_neither_the_case_nor_a_list(CapturedOutput log) {
        var other = CaseStory.in(haki, town).of("Bina Gurung").open();
        var step = find("select id from haki.activity where case_id = :id limit 1", file.id());
        damage("update haki.activity set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where id = :id", step);
        damage("update vault.person set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where id = :id", file.client());
        assertThat(wanjiru.get(file.path()).text()).contains(SAID, "She called at dawn", "She called at noon");
        assertThat(wanjiru.get("/people/" + file.client()).text()).contains(SAID);
        assertThat(log.getAll()).contains("The activity of " + step + " is damaged", "The identity of " + file.client() + " is damaged");
        assertThat(wanjiru.get("/people/" + file.client() + "/edit").form("/people/" + file.client()).send("name", "Somebody").status())
                .as("nobody writes over it").isEqualTo(500);
        var done = wanjiru.get(file.path() + "/activities/" + step).form(file.path() + "/activities/" + step + "/completion").send("result", "reached", "text", "I saw her.");
        assertThat(done.status()).as("nor over what it was").isEqualTo(500);

        damage("update vault.key_wrap set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where key_id = :id", file.key());
        for (var list : new String[] {"/cases", "/today", "/people", file.path()}) {
            var page = wanjiru.get(list);
            assertThat(page.status()).as(list).isEqualTo(200);
            assertThat(page.text()).as(list).contains(SAID);
        }
        assertThat(wanjiru.get("/cases").text()).contains("Bina Gurung");
        assertThat(wanjiru.get(other.path()).text()).contains(CaseStory.WORDS).doesNotContain(SAID);
        assertThat(log.getAll()).contains("The wrap of the key " + file.key());
    }

    @Test
    void F14_damaged_answers_are_derived_once_more_and_a_damaged_save_closes_its_section_only(CapturedOutput log) {
        var visit = file.path() + "/sheet/visit";
        assertThat(wanjiru.get(visit).form(visit).send("a/safe", "yes", "a/needs", "food", "a/words", "First.", "a/who", "Biru").status()).isEqualTo(303);
        damage("update haki.answers set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where case_id = :id", file.id());
        assertThat(wanjiru.get(visit).form(visit).value("a/words").strip()).as("from its save").isEqualTo("First.");
        damage("update haki.submission set instance = set_byte(instance, 20, get_byte(instance, 20) # 1) where case_id = :id", file.id());
        assertThat(wanjiru.get(visit).text()).contains("This is damaged and cannot be opened");
        assertThat(wanjiru.get(file.path()).text()).contains("She called at dawn", "Asha Thapa");
        assertThat(log.getAll()).contains("The answers of ", "The submission of ").doesNotContain("Biru");
    }

    private UUID find(String sql, UUID id) {
        return asBackup().sql(sql).param("id", id).query(UUID.class).single();
    }

    private void damage(String sql, UUID id) {
        assertThat(asBackup().sql(sql).param("id", id).update()).isPositive();
    }

    /** As whoever may write past every policy. */
    private JdbcClient asBackup() {
        var owner = JdbcClient.create(new SingleConnectionDataSource(haki.getEnvironment().getRequiredProperty("haki.database.owner-url"), true));
        owner.sql("set role haki_backup").update();
        return owner;
    }
}
