package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haki.devices.Field.house;
import static org.haki.devices.Field.picture;
import static org.haki.devices.Field.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.haki.devices.CollectClient.FormFile;
import org.haki.kernel.Actor;
import org.haki.surveys.Survey;
import org.haki.surveys.SurveyKeeping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Section A of the conformance list: devices ask whether they may send, and send. */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmissionTitlesTest {

    private static final String VERSION = "X-OpenRosa-Version";
    private static final String MULTIPART = "multipart/form-data; boundary=x";

    @Autowired
    ApplicationContext haki;

    Field field;
    SurveyKeeping keeping;
    String address;
    CollectClient phone;
    String withoutRights;
    UUID photo;

    @BeforeAll
    void forms() {
        field = new Field(haki);
        keeping = new SurveyKeeping(haki);
        photo = field.published(Field.PHOTO);
        field.published(FormsForDevicesTest.form("plain"));
        address = field.address("Phone 1", field.town.wanjiru);
        phone = new CollectClient(address, "collect:1");
        withoutRights = field.withoutRights();
    }

    @TestFactory
    Stream<DynamicTest> submissions() {
        var titles = new Titles("A");
        asked(titles);
        torn(titles);
        refused(titles);
        kept(titles);
        files(titles);
        filesLater(titles);
        edits(titles);
        return titles.tests();
    }

    private void asked(Titles titles) {
        var submission = "/submission?deviceID=x";
        titles.keep(1, () -> {
                    var ready = phone.ready();
                    assertThat(ready.statusCode()).isEqualTo(204);
                    assertThat(ready.headers().firstValue(VERSION)).hasValue("1.0");
                    assertThat(ready.headers().firstValueAsLong(OpenRosa.LARGEST)).hasValue(16L * 1024 * 1024);
                })
                .keep(2, () -> assertThat(field.raw("HEAD", address + submission, null, new byte[0]).statusCode()).isEqualTo(400))
                .keep(3, () -> assertThat(field.raw("HEAD", address.replaceAll("/key/.*", "/openrosa") + submission, null, new byte[0], VERSION, "1.0").statusCode()).isEqualTo(403))
                .keep(4, () -> assertThat(field.raw("HEAD", address.replaceAll("/key/.*", "/key/wrong") + submission, null, new byte[0], VERSION, "1.0").statusCode()).isEqualTo(403));
    }

    private void torn(Titles titles) {
        var whole = CollectClient.body("x", house("uuid:torn"), List.of(), false);
        titles.keep(5, () -> torn(MULTIPART, "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n"))
                .keep(6, () -> assertThat(phone.submit("this is no xml".getBytes(StandardCharsets.UTF_8), List.of()).status()).isEqualTo(400))
                .keep(7, () -> torn("multipart/form-data", new String(whole, StandardCharsets.UTF_8)))
                .keep(8, () -> torn(MULTIPART, new String(whole, StandardCharsets.UTF_8).replace("--x--\r\n", "")))
                .keep(9, () -> torn(MULTIPART, "--x\r\nmalformed\r\n\r\nb\r\n--x--\r\n"));
    }

    private void torn(String type, String body) {
        var answer = field.raw("POST", address + "/submission", type, body.getBytes(StandardCharsets.UTF_8), VERSION, "1.0");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(answer.body()).contains("<OpenRosaResponse", "nature=\"submit_error\"");
    }

    private void refused(Titles titles) {
        titles.keep(10, () -> sent(404, xml("nothing", "1", "uuid:r1", "", "")))
                .keep(11, () -> assertThat(new CollectClient(withoutRights, "x").post(house("uuid:r2"), List.of(), false).status()).isEqualTo(403))
                .keep(12, () -> {
                    keeping.turn(field.town.tomasz.actor(), field.published(FormsForDevicesTest.form("shut")), Survey.State.CLOSED);
                    sent(409, xml("shut", "1", "uuid:r3", "", ""));
                })
                .keep(13, () -> sent(404, xml("photo", "99", "uuid:r4", "", "")))
                .keep(30, () -> {
                    sent(201, house("uuid:r5"));
                    sent(409, xml("photo", "1", "uuid:r5", "", "<village>Mathare</village>"));
                })
                .keep(37, () -> {
                    sent(201, house("uuid:r6"));
                    keeping.destroy(field.town.leila.actor(), photo, "uuid:r6");
                    sent(409, house("uuid:r6"));
                    assertThat(submissions("uuid:r6")).isZero();
                })
                .keep(38, () -> sent(404, edit("uuid:r7", "uuid:never")))
                .keep(39, () -> {
                    sent(201, house("uuid:r8"));
                    sent(201, edit("uuid:r9", "uuid:r8"));
                    sent(409, edit("uuid:r10", "uuid:r8"));
                })
                .keep(40, () -> {
                    sent(201, house("uuid:r11"));
                    sent(201, house("uuid:r12"));
                    sent(409, edit("uuid:r12", "uuid:r11"));
                })
                .keep(41, () -> {
                    sent(201, house("uuid:r13"));
                    sent(201, xml("plain", "1", "uuid:r13", "", "<village>Kibra</village>"));
                });
    }

    private void kept(Titles titles) {
        titles.keep(14, () -> {
                    sent(201, house("uuid:k1"));
                    assertThat(submission("uuid:k1", "survey_id")).isEqualTo(photo.toString());
                })
                .keep(15, () -> {
                    var body = CollectClient.body("x", house("uuid:k2"), List.of(), false);
                    assertThat(field.raw("POST", address + "/submission", MULTIPART, body, VERSION, "1.0").statusCode()).isEqualTo(201);
                    assertThat(submission("uuid:k2", "device")).isEmpty();
                })
                .keep(16, () -> {
                    sent(201, house("uuid:k3"));
                    assertThat(submission("uuid:k3", "device")).isEqualTo("collect:1");
                    assertThat(field.asked("select agent from haki.device where org_id = haki.org() and name = 'Phone 1'")).startsWith("org.odk.collect.android/");
                })
                .keep(17, () -> {
                    sent(201, house("uuid:k4"));
                    sent(201, edit("uuid:k5", "uuid:k4"));
                    assertThat(submission("uuid:k5", "device")).isEqualTo("collect:1");
                })
                .keep(19, () -> {
                    field.published(FormsForDevicesTest.form("old"));
                    field.published(FormsForDevicesTest.form("old").replace("| 1 |", "| 2 |"));
                    sent(201, xml("old", "1", "uuid:k6", "", "<village>Kibra</village>"));
                    assertThat(submission("uuid:k6", "number")).isEqualTo("1");
                })
                .keep(20, () -> {
                    sent(201, house("uuid:k7"));
                    assertThat(submission("uuid:k7", "number")).isEqualTo("1");
                    assertThat(submission("uuid:k7", "entered_by")).isEqualTo(field.town.wanjiru.id().toString());
                });
    }

    private void files(Titles titles) {
        titles.keep(21, () -> {
                    sent(201, house("uuid:f1", "a.jpg", "b.jpg"), picture("a.jpg"), picture("b.jpg"));
                    assertThat(files("uuid:f1")).isEqualTo("a.jpg b.jpg");
                })
                .keep(22, () -> {
                    sent(201, house("uuid:f2", "фото बाड़ी é.jpg"), picture("фото बाड़ी é.jpg"));
                    assertThat(files("uuid:f2")).isEqualTo("фото बाड़ी é.jpg");
                })
                .keep(23, () -> {
                    sent(201, house("uuid:f3", "one.jpg", "two.jpg"), picture("one.jpg"), picture("two.jpg"));
                    assertThat(files("uuid:f3")).isEqualTo("one.jpg two.jpg");
                })
                .keep(24, () -> {
                    sent(201, house("uuid:f4", "same.jpg", "same.jpg"), picture("same.jpg"));
                    assertThat(files("uuid:f4")).isEqualTo("same.jpg");
                })
                .keep(25, () -> {
                    sent(201, house("uuid:f5", "a.jpg"), picture("a.jpg"));
                    assertThat(field.asked("select count(*)::text from haki.audit_entry where org_id = haki.org() and act = 'form.received' and object_id = '"
                            + submission("uuid:f5", "sheet_id") + "'")).isEqualTo("1");
                })
                .keep(26, () -> {
                    sent(201, house("uuid:f6", "a.jpg"), picture("a.jpg"), picture("unknown.jpg"));
                    assertThat(files("uuid:f6")).isEqualTo("a.jpg");
                })
                .keep(29, () -> {
                    sent(201, house("uuid:f7", "a.jpg", "b.jpg"));
                    assertThat(files("uuid:f7")).isEqualTo("a.jpg? b.jpg?");
                });
    }

    private void filesLater(Titles titles) {
        var other = new FormFile("b.jpg", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 9});
        titles.keep(31, () -> {
                    sent(201, house("uuid:l1", "a.jpg", "b.jpg"), picture("a.jpg"));
                    sent(201, house("uuid:l1", "a.jpg", "b.jpg"), picture("b.jpg"));
                    assertThat(files("uuid:l1")).isEqualTo("a.jpg b.jpg");
                    assertThat(submissions("uuid:l1")).isEqualTo(1);
                })
                .keep(32, () -> {
                    sent(201, house("uuid:l2", "a.jpg"), picture("a.jpg"));
                    assertThat(file("uuid:l2", "a.jpg")).isEqualTo(Field.JPEG);
                })
                .keep(33, () -> {
                    sent(201, house("uuid:l3", "a.jpg", "b.jpg"), picture("a.jpg"));
                    sent(201, house("uuid:l3", "a.jpg", "b.jpg"), other);
                    assertThat(file("uuid:l3", "b.jpg")).isEqualTo(other.content());
                });
    }

    private void edits(Titles titles) {
        var keeper = field.town.tomasz.actor();
        var newer = new FormFile("a.jpg", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 7});
        titles.keep(42, () -> {
                    sent(201, house("uuid:e1"));
                    sent(201, edit("uuid:e2", "uuid:e1"));
                    assertThat(submission("uuid:e2", "sheet_id")).isEqualTo(submission("uuid:e1", "sheet_id"));
                    assertThat(submission("uuid:e2", "edit")).isEqualTo("2");
                })
                .keep(43, () -> turned("ending", Survey.State.CLOSING, keeper))
                .keep(44, () -> turned("ended", Survey.State.CLOSED, keeper))
                .keep(46, () -> {
                    sent(201, house("uuid:e3", "a.jpg"), picture("a.jpg"));
                    sent(201, edit("uuid:e4", "uuid:e3", "<house>a.jpg</house>"));
                    assertThat(file("uuid:e4", "a.jpg")).isEqualTo(Field.JPEG);
                })
                .keep(47, () -> {
                    sent(201, house("uuid:e5", "a.jpg"), picture("a.jpg"));
                    sent(201, edit("uuid:e6", "uuid:e5", "<house>a.jpg</house>"), newer);
                    assertThat(file("uuid:e6", "a.jpg")).isEqualTo(newer.content());
                })
                .keep(48, () -> {
                    sent(201, house("uuid:e7", "a.jpg"), picture("a.jpg"));
                    sent(201, edit("uuid:e8", "uuid:e7", "<house>a.jpg</house><map>m.jpg</map>"), picture("m.jpg"));
                    assertThat(file("uuid:e8", "a.jpg")).isEqualTo(Field.JPEG);
                    assertThat(file("uuid:e8", "m.jpg")).isEqualTo(Field.JPEG);
                });
    }

    private void turned(String form, Survey.State to, Actor keeper) throws IOException {
        var id = field.published(FormsForDevicesTest.form(form));
        sent(201, xml(form, "1", "uuid:" + form, "", "<village>Kibra</village>"));
        keeping.turn(keeper, id, to);
        sent(201, xml(form, "1", "uuid:" + form + "2", "uuid:" + form, "<village>Mathare</village>"));
    }

    private static byte[] edit(String instance, String edits, String... more) {
        return xml("photo", "1", instance, edits, "<village>Mathare</village><homes>5</homes><road>no</road>" + String.join("", more));
    }

    private void sent(int status, byte[] xml, FormFile... files) throws IOException {
        var answer = phone.post(xml, List.of(files), false);
        assertThat(answer.status()).as(answer.message()).isEqualTo(status);
    }

    private long submissions(String instance) {
        return Long.parseLong(field.asked("select count(*)::text from haki.survey_submission where org_id = haki.org() and instance_id = '" + instance + "'"));
    }

    private String submission(String instance, String column) {
        return field.asked("select " + column + "::text from haki.survey_submission where org_id = haki.org() and instance_id = '" + instance + "'");
    }

    /** The files of a submission by name; one that is awaited still has a question mark. */
    private String files(String instance) {
        return field.asked("select string_agg(f.name || case when f.content is null then '?' else '' end, ' ' order by f.name) from haki.survey_file f"
                + " join haki.survey_submission s on s.id = f.submission_id where f.org_id = haki.org() and s.instance_id = '" + instance + "'");
    }

    private byte[] file(String instance, String name) {
        return keeping.file(field.town.wanjiru.actor(), photo, instance, name);
    }
}
