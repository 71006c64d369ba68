package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.forms.Rebuilt;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.surveys.Receipt.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What devices hand in, at the service that every door to it uses: kept as it came, once, with its edits and its files. */
@HakiTest
class ReceiveSubmissionTest {

    private static final String PHOTO = """
            | survey |
            | | type | name | label |
            | | text | village | Village |
            | | image | house | House |
            | settings |
            | | form_id | version |
            | | photo | %s |
            """;

    @Autowired
    private ApplicationContext haki;
    @Autowired
    private Surveys surveys;
    @Autowired
    private SurveySubmissions submissions;

    private Town town;
    private Actor wanjiru;
    private OwnForms tomasz;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.actor();
        tomasz = new OwnForms(town.tomasz.signedIn());
    }

    @Test
    void who_may_not_fill_in_is_refused_and_what_came_opens_under_a_key_of_its_own() {
        var version = published(OwnForms.HOME);
        assertThatThrownBy(() -> receive(town.tomasz.actor(), version, xml("uuid:1", "", "<village>Kibra</village>"))).isInstanceOf(Problem.class);
        var kept = receive(wanjiru, version, xml("uuid:1", "", "<village>Kibra</village><has_id>no</has_id>"));
        assertThat(kept.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(asked("select count(distinct key_id)::text from haki.survey_sheet where org_id = haki.org()")).isEqualTo("1");
        assertThat(asked("select string_agg(encode(instance, 'escape') || encode(answers, 'escape'), '') from haki.survey_submission join haki.survey_sheet s"
                + " on s.id = sheet_id where survey_submission.org_id = haki.org()")).doesNotContain("Kibra");
        assertThat(submissions.answers(wanjiru, version.survey(), kept.code()).value("village")).isEqualTo("Kibra");
        assertThatThrownBy(() -> submissions.answers(town.mateo.actor(), version.survey(), kept.code())).as("of another office").isInstanceOf(Problem.class);
        assertThatThrownBy(() -> submissions.answers(town.sushila.actor(), version.survey(), kept.code())).as("of another organisation").isInstanceOf(Problem.class);
    }

    @Test
    void the_same_again_has_one_effect_and_something_else_under_its_id_is_refused() {
        var version = published(OwnForms.HOME);
        var first = receive(wanjiru, version, xml("uuid:1", "", "<village>Kibra</village>"));
        assertThat(receive(wanjiru, version, xml("uuid:1", "", "<village>Kibra</village>"))).isEqualTo(new Receipt(Outcome.KEPT_BEFORE, first.sheet(), first.code()));
        assertThat(receive(wanjiru, version, xml("uuid:1", "", "<village>Mathare</village>")).outcome()).isEqualTo(Outcome.ANOTHER);
        assertThat(receive(wanjiru, version, "<!DOCTYPE x []><data/>".getBytes(StandardCharsets.UTF_8)).outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(asked("select count(*)::text from haki.survey_submission where org_id = haki.org()")).isEqualTo("1");
    }

    @Test
    void what_is_wrong_with_it_is_noted_and_never_refused() {
        var version = published(OwnForms.HOME);
        var kept = receive(wanjiru, version, xml("uuid:1", "", "<village>Kibra</village><has_id>perhaps</has_id><why_not>fee tax</why_not><person><age>twelve</age></person><shoe>4</shoe>"));
        assertThat(kept.outcome()).isEqualTo(Outcome.KEPT);
        assertThat(asked("select problems::text from haki.survey_submission where org_id = haki.org()")).contains("person/age", "integer", "shoe", "unknown", "has_id", "choice", "why_not")
                .doesNotContain("twelve", "perhaps", "tax");
    }

    @Test
    void an_edit_under_a_newer_version_keeps_what_is_asked_no_more() {
        var version = published(OwnForms.HOME);
        var kept = receive(wanjiru, version, xml("uuid:1", "", "<village>Kibra</village><has_id>no</has_id>"));
        var newer = published(OwnForms.HOME.replace("| home | 1 |", "| home | 2 |").replace("| | text | village | Village | Aldea | | | | |\n", ""));
        assertThat(receive(wanjiru, newer, xml("uuid:2", "uuid:9", "<has_id>yes</has_id>")).outcome()).isEqualTo(Outcome.EDITS_NOTHING);
        var edited = receive(wanjiru, newer, xml("uuid:2", "uuid:1", "<has_id>yes</has_id>"));
        assertThat(edited).isEqualTo(new Receipt(Outcome.KEPT, kept.sheet(), kept.code()));
        var answers = submissions.answers(wanjiru, version.survey(), kept.code());
        assertThat(answers.value("village")).isEqualTo("Kibra");
        assertThat(answers.value("has_id")).isEqualTo("yes");
        assertThat(receive(wanjiru, newer, xml("uuid:3", "uuid:1", "<has_id>no</has_id>")).outcome()).isEqualTo(Outcome.EDITED_SINCE);
        var rebuilt = haki.getBean(SheetsRebuilt.class);
        var system = town.riverbendSystem();
        assertThat(rebuilt.all(system)).as("it stands as derived anew").isEqualTo(new Rebuilt.Outcome(1, 0, 0));
        var before = submissions.answers(wanjiru, version.survey(), kept.code());
        for (var damage : List.of("answers = '\\x01'", "edit = 7", "answers = (select instance from haki.survey_submission where sheet_id = survey_sheet.id limit 1)")) {
            haki.getBean(Work.class).as(system, "form.fill", () -> haki.getBean(JdbcClient.class).sql("update haki.survey_sheet set " + damage).update());
            assertThat(rebuilt.all(system)).as(damage).isEqualTo(new Rebuilt.Outcome(1, 1, 0));
            assertThat(submissions.answers(wanjiru, version.survey(), kept.code())).isEqualTo(before);
        }
        assertThat(rebuilt.all(system)).isEqualTo(new Rebuilt.Outcome(1, 0, 0));
    }

    @Test
    void files_are_expected_by_their_names_and_may_come_later() {
        var version = published(PHOTO.formatted("1"));
        var xml = xml("uuid:1", "", "<village>Kibra</village><house>house 1.jpg</house>");
        var kept = receive(wanjiru, version, xml, new ReceivedInstance.ReceivedFile("other.jpg", "image/jpeg", new byte[] {1}));
        assertThat(asked("select string_agg(name || (content is null), ',') from haki.survey_file where org_id = haki.org()")).isEqualTo("house 1.jpgtrue");
        assertThat(receive(wanjiru, version, xml, new ReceivedInstance.ReceivedFile("house 1.jpg", "image/jpeg", new byte[] {7, 7})).outcome())
                .isEqualTo(Outcome.KEPT_BEFORE);
        assertThat(submissions.file(wanjiru, version.survey(), kept.code(), "house 1.jpg").content()).containsExactly(7, 7);
        receive(wanjiru, version, xml("uuid:2", "uuid:1", "<village>Mathare</village><house>house 1.jpg</house>"));
        assertThat(submissions.file(wanjiru, version.survey(), kept.code(), "house 1.jpg").content()).as("an edit carries it along").containsExactly(7, 7);
    }

    @Test
    void a_closed_form_takes_nothing_more() {
        var version = published(OwnForms.HOME);
        var survey = surveys.one(wanjiru, version.survey());
        surveys.turn(town.tomasz.actor(), survey.id(), Survey.State.CLOSED, new Op(UUID.randomUUID(), survey.version(), new byte[0]));
        assertThat(receive(wanjiru, version, xml("uuid:1", "", "<village>Kibra</village>")).outcome()).isEqualTo(Outcome.CLOSED);
        assertThat(surveys.offered(wanjiru)).isEmpty();
    }

    @Test
    void a_destroyed_sheet_is_gone_with_its_key() {
        var version = published(OwnForms.HOME);
        var kept = receive(wanjiru, version, xml("uuid:1", "", "<village>Kibra</village>"));
        var key = asked("select key_id::text from haki.survey_sheet where org_id = haki.org()");
        assertThatThrownBy(() -> submissions.destroy(wanjiru, version.survey(), kept.code(), Op.own())).isInstanceOf(Problem.class);
        submissions.destroy(town.leila.actor(), version.survey(), kept.code(), Op.own());
        assertThat(asked("select count(*)::text from vault.key_wrap where org_id = haki.org() and key_id = '" + key + "'")).isEqualTo("0");
        assertThat(asked("select count(*)::text from haki.survey_submission where org_id = haki.org()")).isEqualTo("0");
    }

    private SurveyVersion published(String markdown) {
        var id = UUID.fromString(tomasz.published(markdown).replaceAll(".*/", ""));
        return surveys.versions(town.leila.actor(), id).getFirst();
    }

    private Receipt receive(Actor actor, SurveyVersion version, byte[] xml, ReceivedInstance.ReceivedFile... files) {
        return submissions.receive(actor, new ReceivedInstance(version, town.mainDesk.id(), xml, List.of(files), "device", "phone 1", Instant.now()), Op.own());
    }

    private static byte[] xml(String id, String edits, String answers) {
        return ("<data id=\"x\">" + answers + "<meta><instanceID>" + id + "</instanceID>"
                + (edits.isEmpty() ? "" : "<deprecatedID>" + edits + "</deprecatedID>") + "</meta></data>").getBytes(StandardCharsets.UTF_8);
    }

    private String asked(String sql) {
        return haki.getBean(Work.class).as(town.riverbendSystem(), "form.see", () -> haki.getBean(JdbcClient.class).sql(sql).query(String.class).single());
    }
}
