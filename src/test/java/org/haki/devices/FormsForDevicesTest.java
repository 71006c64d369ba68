package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.haki.surveys.Survey;
import org.haki.surveys.SurveyKeeping;
import org.haki.surveys.SurveyMedia;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Sections B and C of the conformance list: what devices fetch. */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsForDevicesTest {

    private static final byte[] MAP = {(byte) 0x89, 'P', 'N', 'G', 1};
    private static final byte[] WARDS = "name,label\nkibra,Kibra\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    ApplicationContext haki;

    Field field;
    Field others;
    String address;
    CollectClient phone;
    String withoutRights;
    UUID photo;
    UUID plain;
    SurveyKeeping keeping;

    @BeforeAll
    void forms() {
        field = new Field(haki);
        others = new Field(haki);
        keeping = new SurveyKeeping(haki);
        address = field.address("Phone 1", field.town.wanjiru);
        phone = new CollectClient(address, "collect:1");
        photo = field.published(Field.PHOTO);
        plain = field.published(form("plain"));
        var keeper = field.town.tomasz.actor();
        keeping.media(keeper, photo, 1, new SurveyMedia("wards 1.csv", "text/csv", md5(WARDS), WARDS));
        keeping.media(keeper, photo, 1, new SurveyMedia("map.png", "image/png", md5(MAP), MAP));
        for (var state : List.of(Survey.State.CLOSING, Survey.State.CLOSED, Survey.State.WITHDRAWN)) {
            keeping.turn(keeper, field.published(form(state.key())), state);
        }
        others.published(Field.PHOTO.replace("House & home", "Theirs"));
        withoutRights = field.withoutRights();
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        var nobody = address.replaceAll("/key/.*", "/key/") + "A".repeat(43);
        return new Titles("B")
                .keep(1, () -> assertThat(phone.get(nobody + "/formList").statusCode()).isEqualTo(403))
                .keep(2, () -> assertThat(new CollectClient(withoutRights, "x").formList()).isEmpty())
                .keep(3, () -> {
                    var answer = phone.get(address + "/formList");
                    assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualToIgnoringCase("text/xml;charset=utf-8");
                    assertThat(answer.headers().firstValue("X-OpenRosa-Version")).hasValue("1.0");
                    assertThat(listed("photo")).containsEntry("version", "1").containsEntry("hash", "md5:" + md5(phone.get(listed("photo").get("downloadUrl")).body()));
                })
                .keep(4, () -> assertThat(text(address + "/formList?formID=plain")).contains("<formID>plain</formID>").doesNotContain("<formID>photo</formID>"))
                .keep(5, () -> assertThat(text(address + "/formList?formID=nothing")).contains("<xforms").doesNotContain("<xform>"))
                .keep(6, () -> assertThat(phone.formList()).extracting(form -> form.get("name")).doesNotContain("Theirs"))
                .keep(7, () -> assertThat(listed("photo").get("downloadUrl")).isEqualTo(address + "/forms/" + photo + "/1/form.xml"))
                .keep(8, () -> assertThat(phone.formList()).extracting(form -> form.get("formID")).doesNotContain("closing", "closed"))
                .keep(9, () -> assertThat(phone.formList()).extracting(form -> form.get("formID")).doesNotContain("withdrawn"))
                .keep(10, () -> {
                    field.forms.upload(form("draft"));
                    assertThat(phone.formList()).extracting(form -> form.get("formID")).doesNotContain("draft");
                })
                .keep(11, () -> assertThat(files()).anySatisfy(file -> assertThat(file.get("downloadUrl")).endsWith("/media/wards%201.csv")))
                .keep(12, () -> {
                    assertThat(listed("photo").get("manifestUrl")).isEqualTo(address + "/forms/" + photo + "/1/manifest");
                    assertThat(listed("plain")).doesNotContainKey("manifestUrl");
                })
                .keep(13, () -> assertThat(listed("photo")).containsEntry("name", "House & home"))
                .keep(14, () -> assertThat(text(address + "/formList")).contains("<name>House &amp; home</name>"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> forms_and_their_files() {
        var form = address + "/forms/" + photo + "/1";
        var unknown = address + "/forms/" + UUID.randomUUID() + "/1";
        return new Titles("C")
                .keep(1, () -> assertThat(phone.get(withoutRights + "/forms/" + photo + "/1/form.xml").statusCode()).isEqualTo(403))
                .keep(2, () -> assertThat(text(form + "/form.xml")).startsWith("<?xml").contains("<h:html", "id=\"photo\""))
                .keep(3, () -> assertThat(text(form + "/form.xml")).contains("House &amp; home").doesNotContain("Theirs"))
                .keep(4, () -> assertThat(phone.get(withoutRights + "/forms/" + photo + "/1/manifest").statusCode()).isEqualTo(403))
                .keep(5, () -> assertThat(phone.manifest(address + "/forms/" + plain + "/1/manifest")).isEmpty())
                .keep(6, () -> assertThat(files()).extracting(file -> file.get("hash")).containsExactlyInAnyOrder("md5:" + md5(MAP), "md5:" + md5(WARDS)))
                .keep(7, () -> assertThatThrownBy(() -> phone.manifest(unknown + "/manifest")).isInstanceOf(IOException.class))
                .keep(8, () -> assertThat(phone.get(withoutRights + "/forms/" + photo + "/1/manifest").statusCode()).isEqualTo(403))
                .keep(9, () -> assertThat(text(address + "/forms/" + plain + "/1/manifest")).contains("<manifest").doesNotContain("<mediaFile>"))
                .keep(10, () -> assertThat(files()).extracting(file -> file.get("filename")).containsExactlyInAnyOrder("map.png", "wards 1.csv"))
                .keep(14, () -> assertThat(phone.get(unknown + "/media/map.png").statusCode()).isEqualTo(404))
                .keep(15, () -> assertThat(phone.get(withoutRights + "/forms/" + photo + "/1/media/map.png").statusCode()).isEqualTo(403))
                .keep(16, () -> assertThat(phone.get(form + "/media/none.png").statusCode()).isEqualTo(404))
                .keep(17, () -> {
                    var answer = phone.get(form + "/media/wards%201.csv");
                    assertThat(answer.body()).isEqualTo(WARDS);
                    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
                    assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + md5(WARDS) + "\"");
                })
                .keep(18, () -> assertThat(phone.get(form + "/media/map.png").headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment"))
                .keep(20, () -> assertThat(field.raw("GET", form + "/media/map.png", null, new byte[0], "If-None-Match", "\"" + md5(MAP) + "\"").statusCode()).isEqualTo(304))
                .keep(21, () -> assertThat(field.raw("GET", form + "/media/map.png", null, new byte[0], "If-None-Match", "\"older\"").statusCode()).isEqualTo(200))
                .keep(38, () -> assertThat(phone.manifest(form + "/manifest")).hasSize(2))
                .keep(39, () -> assertThat(files()).hasSize(2))
                .keep(40, () -> assertThat(phone.get(form + "/media/map.png").body()).isEqualTo(MAP))
                .tests();
    }

    private Map<String, String> listed(String formId) throws IOException {
        return phone.formList().stream().filter(form -> form.get("formID").equals(formId)).findFirst().orElseThrow();
    }

    private List<Map<String, String>> files() throws IOException {
        return phone.manifest(listed("photo").get("manifestUrl"));
    }

    private String text(String url) throws IOException {
        return new String(phone.get(url).body(), StandardCharsets.UTF_8);
    }

    static String form(String id) {
        return "| survey |\n| | type | name | label |\n| | text | village | Village |\n| settings |\n| | form_id | version |\n| | " + id + " | 1 |\n";
    }

    private static String md5(byte[] bytes) {
        try {
            return "%032x".formatted(new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
