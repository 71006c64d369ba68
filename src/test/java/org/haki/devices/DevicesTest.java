package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Statements;
import org.haki.devices.CollectClient.FormFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** Devices and who looks after them: let in by a key that is shown once, watched, shut out at once. */
@HakiTest
class DevicesTest {

    @Autowired
    ApplicationContext haki;

    Field field;

    @BeforeEach
    void aTown() {
        field = new Field(haki);
    }

    @Test
    void only_who_looks_after_devices_lets_one_in_and_only_for_somebody_who_fills_in_forms() {
        assertThat(field.town.wanjiru.signedIn().get("/settings/devices").status()).isEqualTo(403);
        var nameless = field.enrolled(" ", null);
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.text()).contains("It needs a name");
        assertThat(field.enrolled("Phone", field.town.mateo).status()).as("of another office").isEqualTo(404);
        assertThat(field.enrolled("Phone", field.town.ines).status()).as("who fills in nothing").isEqualTo(404);
        assertThat(field.enrolled("Phone", field.town.sushila).status()).as("of another organisation").isEqualTo(404);
    }

    @Test
    void a_form_that_was_filled_in_asks_the_database_so_often_and_no_more() throws Exception {
        field.published(Field.PHOTO);
        var phone = field.device("Phone 1", field.town.wanjiru);
        assertThat(phone.post(Field.house("uuid:first"), List.of(), false).status()).isEqualTo(201);
        var asked = Statements.during(() -> assertThatNoException().isThrownBy(() -> phone.post(Field.house("uuid:second"), List.of(), false)));
        assertThat(asked).hasSizeBetween(5, 14);
        assertThat(field.submissions()).isEqualTo(2);
    }

    @Test
    void a_key_is_shown_once_and_lies_nowhere_neither_in_the_trail_nor_in_the_log() throws Exception {
        field.published(Field.PHOTO);
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        try {
            var address = field.address("Phone 1", field.town.wanjiru);
            var key = address.replaceAll(".*/", "");
            var phone = new CollectClient(address, "collect:1");
            phone.formList();
            phone.submit(Field.house("uuid:1"), List.of());
            var refused = phone.submit(Field.xml("nothing", "1", "uuid:2", "", ""), List.of());
            assertThat(refused.status()).isEqualTo(404);
            assertThat(phone.get(address + "/nowhere").statusCode()).isEqualTo(404);
            var broken = field.raw("POST", address + "/submission", "multipart/form-data; boundary=x", "--y".getBytes(StandardCharsets.UTF_8), "X-OpenRosa-Version", "1.0");
            assertThat(broken.body()).doesNotContain(key);
            assertThat(log.list).noneSatisfy(line -> assertThat(line.getFormattedMessage() + line.getMDCPropertyMap()).contains(key));
            assertThat(field.asked("select string_agg(e::text, ' ') from haki.audit_entry e where org_id = haki.org()")).doesNotContain(key).contains("device.refused");
            assertThat(field.asked("select string_agg(d::text, ' ') from haki.device d where org_id = haki.org()")).doesNotContain(key);
            assertThat(field.tomasz.get("/settings/devices").body()).doesNotContain(key).contains("Phone 1", "1 refused");
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
    }

    @Test
    void a_form_with_rows_and_choices_is_filled_in_by_collect_sim_so_that_nothing_is_wrong_with_it() throws Exception {
        field.published(OwnForms.HOME);
        assertThat(new PhoneInHand(field.address("Phone 1", field.town.wanjiru)).fillIn("home").status()).isEqualTo(201);
    }

    @Test
    void the_picture_holds_what_Collect_reads() throws Exception {
        var packed = Base64.getDecoder().decode(CollectSettings.of("https://haki.example/key/abc", "Riverbend"));
        var json = new String(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(json).contains("\"server_url\":\"https://haki.example/key/abc\"", "\"form_update_mode\":\"match_exactly\"", "\"name\":\"Riverbend\"");
    }

    @Test
    void what_was_refused_is_kept_as_it_came_for_who_may_read_it_until_it_is_destroyed() throws Exception {
        field.published(Field.PHOTO);
        var phone = field.device("Phone 1", field.town.wanjiru);
        var bomb = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><data id=\"photo\" version=\"1\">&b;</data>".getBytes(StandardCharsets.UTF_8);
        for (int times = 0; times < 2; times++) {
            var answer = phone.submit(bomb, List.of());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).isEqualTo("This cannot be read as this form.");
        }
        var path = "/settings/devices/" + field.asked("select id::text from haki.device where org_id = haki.org()");
        assertThat(field.tomasz.get(path).text()).contains("This cannot be read as this form.", "Sent 2 times").doesNotContain("Download");
        var raw = path + "/posts/" + field.asked("select id::text from haki.device_post where org_id = haki.org()");
        assertThat(field.tomasz.get(raw).status()).as("an administrator reads no content").isEqualTo(403);
        assertThat(field.asked("select encode(raw, 'escape') from haki.device_post where org_id = haki.org()")).doesNotContain("ENTITY");
        var leila = field.town.leila.signedIn();
        assertThat(leila.get(raw).body()).isEqualTo(new String(bomb, StandardCharsets.UTF_8));
        var key = field.asked("select key_id::text from haki.device_post where org_id = haki.org()");
        assertThat(leila.fill(path, raw + "/end").status()).isEqualTo(303);
        assertThat(field.asked("select count(*)::text from vault.key_wrap where key_id = '" + key + "'")).isEqualTo("0");
        assertThat(leila.get(raw).status()).isEqualTo(404);
    }

    @Test
    void what_waits_for_files_and_what_needs_a_look_stands_on_the_devices_page() throws Exception {
        field.published(Field.PHOTO);
        var phone = field.device("Phone 1", field.town.wanjiru);
        var path = "/settings/devices/" + field.asked("select id::text from haki.device where org_id = haki.org()");
        assertThat(phone.post(Field.house("uuid:1", "a.jpg", "b.jpg"), List.of(Field.picture("a.jpg")), true).status()).isEqualTo(201);
        assertThat(field.tomasz.get(path).text()).contains("Waiting for files", "One file did not come yet.", "org.odk.collect.android");
        assertThat(phone.post(Field.house("uuid:1", "a.jpg", "b.jpg"), List.of(Field.picture("b.jpg")), false).status()).isEqualTo(201);
        assertThat(field.tomasz.get(path).text()).contains("All that it sent is in order.");
        var odd = phone.submit(Field.xml("photo", "1", "uuid:2", "", "<homes>many</homes><road>maybe</road><shoe>4</shoe>"), List.of());
        assertThat(odd.status()).isEqualTo(202);
        assertThat(odd.message()).isEqualTo("Received. Something in it needs a look by your office.");
        var lie = phone.submit(Field.house("uuid:3", "a.jpg"), List.of(new FormFile("a.jpg", "image/jpeg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))));
        assertThat(lie.status()).isEqualTo(202);
        assertThat(field.asked("select media_type from haki.survey_file f join haki.survey_submission s on s.id = f.submission_id where f.org_id = haki.org()"
                + " and s.instance_id = 'uuid:3'")).isEqualTo("application/octet-stream");
        assertThat(field.tomasz.get(path).text()).contains("needs a look", "In 3 places something does not fit.", "In one place something does not fit.");
    }

    @Test
    void who_was_shut_out_or_left_is_refused_at_the_next_request() throws Exception {
        field.published(Field.PHOTO);
        var phone = field.device("Phone 1", field.town.wanjiru);
        var shared = field.device("Phone 2", null);
        assertThat(phone.formList()).hasSize(1);
        assertThat(shared.submit(Field.house("uuid:1"), List.of()).status()).isEqualTo(201);
        assertThat(field.asked("select coalesce(entered_by::text, 'nobody') from haki.survey_submission where org_id = haki.org()")).isEqualTo("nobody");
        var path = "/settings/devices/" + field.asked("select id::text from haki.device where org_id = haki.org() and person_id is null");
        assertThat(field.tomasz.fill(path, path + "/end").status()).isEqualTo(303);
        var answer = shared.submit(Field.house("uuid:2"), List.of());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(field.tomasz.get(path).text()).contains("Shut out");
        var wanjiru = "/settings/people/" + field.town.wanjiru.id();
        assertThat(field.tomasz.fill(wanjiru, wanjiru + "/end").status()).isEqualTo(303);
        assertThat(phone.ready().statusCode()).as("her account ended").isEqualTo(403);
        assertThat(field.submissions()).isEqualTo(1);
    }

    @Test
    void a_device_does_nothing_but_forms_and_a_form_of_another_organisation_is_not_there() throws Exception {
        var id = field.published(OwnForms.HOME);
        var phone = field.device("Phone 1", field.town.leila);
        var other = new Field(haki);
        var theirs = other.address("Phone 1", null);
        assertThat(phone.get(theirs + "/forms/" + id + "/1/form.xml").statusCode()).isEqualTo(404);
        var mine = phone.formList().getFirst().get("downloadUrl").replaceAll("/forms/.*", "");
        assertThat(phone.get(mine + "/cases").statusCode()).isEqualTo(404);
        assertThat(field.raw("GET", mine.replaceAll("/key/.*", "/openrosa/formList"), null, new byte[0]).statusCode()).as("Basic over HTTPS only").isEqualTo(403);
    }

    @Test
    void over_HTTPS_the_key_is_taken_as_a_password_and_elsewhere_none_is_asked_for() {
        var key = field.address("Phone 1", field.town.wanjiru).replaceAll(".*/", "");
        var door = haki.getBean(DeviceDoor.class);
        var request = new MockHttpServletRequest("GET", "/openrosa/formList");
        request.addHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(("anybody:" + key).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> door.enter(request, null)).isInstanceOfSatisfying(Refused.class, no -> assertThat(no.why()).isEqualTo(Refusal.KEY));
        request.setSecure(true);
        var at = door.enter(request, null);
        assertThat(at.actor().is(field.town.wanjiru.id())).isTrue();
        assertThat(at.actor().rights()).as("what forms need and nothing else")
                .isEqualTo(Map.of(field.town.mainDesk.id(), Set.of("form.see", "form.fill", "case.see", "case.write", "activity.write", "intake.take", "walkin.write",
                        "person.see", "list.see")));
        request.removeHeader("Authorization");
        assertThatThrownBy(() -> door.enter(request, null)).isInstanceOfSatisfying(Refused.class, no -> assertThat(no.why()).isEqualTo(Refusal.SIGN_IN));
    }
}
