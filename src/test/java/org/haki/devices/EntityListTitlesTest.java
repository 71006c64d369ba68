package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.surveys.Survey;
import org.haki.surveys.SurveyKeeping;
import org.haki.surveys.SurveyMedia;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Section E of the conformance list, as far as Haki has it: lists that forms keep, as phones fetch them. */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityListTitlesTest {

    private static final String HEAD = "name,label,__version,head,village,people\r\n";

    @Autowired
    ApplicationContext haki;

    HouseBook book;
    CollectClient phone;

    @BeforeAll
    void two_forms() {
        book = new HouseBook(haki);
        phone = book.phone;
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        var titles = new Titles("E");
        refused(titles);
        held(titles);
        linked(titles);
        hashes(titles);
        integrity(titles);
        return titles.tests();
    }

    private void refused(Titles titles) {
        titles.keep(1, () -> {
                    for (var person : List.of(book.town.fatou, book.town.tomasz, book.town.ines)) {
                        assertThat(person.signedIn().get("/form-lists").status()).as(person.signInName()).isEqualTo(403);
                    }
                    assertThat(book.town.mateo.signedIn().get(book.page(book.made("Walls"))).status()).as("of another office").isEqualTo(404);
                })
                .keep(2, () -> assertThat(book.csv(book.field.device("Oldbridge", null))).startsWith(HEAD))
                .keep(4, () -> assertThat(phone.get(url().replace("households", "castles")).statusCode()).isEqualTo(404))
                .keep(5, () -> {
                    book.field.forms.upload(OwnForms.HOUSEHOLD.replace("households", "drafts").replace("| household |", "| draft_book |"));
                    assertThat(book.field.asked("select count(*)::text from haki.entity_list where org_id = haki.org() and name = 'drafts'")).isEqualTo("0");
                });
    }

    private void held(Titles titles) {
        titles.keep(3, () -> assertThat(book.csv(phone)).startsWith(HEAD))
                .keep(6, () -> assertThat(book.stands(book.made("Otieno", "village", "Kibra", "people", "4"))).isEqualTo("1 Otieno, Kibra, 4"))
                .keep(8, () -> {
                    book.field.published(OwnForms.HOUSEHOLD.replace("| household |", "| second |"));
                    var id = HouseBook.fresh();
                    assertThat(book.send("second", "", new HouseBook.Said(id, true, "", "", "", "Second"), "people", "2").status()).isEqualTo(201);
                    var first = book.made("First");
                    assertThat(book.csv(phone)).contains(id, first);
                })
                .keep(9, () -> {
                    var id = retired("Gone");
                    assertThat(book.csv(phone)).doesNotContain(id);
                })
                .keep(11, () -> assertThat(book.stands(book.changed("Odera"))).isEqualTo("2 Odera, Mathare, "))
                .keep(39, () -> {
                    var id = book.made("There");
                    assertThat(book.csv(phone)).contains(id);
                })
                .keep(41, () -> {
                    var id = book.made("=HYPERLINK(1)", "village", "-1.29 36.82, \"Kibra\"");
                    assertThat(book.csv(phone)).contains("\"'=HYPERLINK(1)\"").contains("\"'-1.29 36.82, \"\"Kibra\"\"\"").contains(id);
                })
                .keep(42, () -> {
                    var id = destroyed("Nobody");
                    assertThat(book.csv(phone)).doesNotContain(id);
                })
                .keep(43, () -> assertThat(book.line(book.changed("Value"))).containsEntry("village", "Mathare"));
    }

    private void linked(Titles titles) {
        titles.keep(24, () -> uploaded("uploaded"))
                .keep(31, () -> uploaded("uploaded_too"))
                .keep(27, () -> {
                    book.field.published(OwnForms.HOUSEHOLD_VISIT.replace("households", "wells").replace("| household_visit |", "| wells |")
                            .replace("| | households | ${home} | ${head} |", "| | wells | ${home} | ${head} |"));
                    var listed = phone.formList().stream().filter(one -> one.get("formID").equals("wells")).findFirst().orElseThrow();
                    assertThat(phone.manifest(listed.get("manifestUrl"))).singleElement().satisfies(one -> assertThat(one).containsEntry("type", "entityList"));
                })
                .keep(37, () -> {
                    book.field.published(OwnForms.HOUSEHOLD.replace("| household |", "| capital |").replace("| | text | head |", "| | csv-external | HOUSEHOLDS | | |\n| | text | head |"));
                    assertThat(phone.formList().stream().filter(one -> one.get("formID").equals("capital"))).allSatisfy(one -> assertThat(one).doesNotContainKey("manifestUrl"));
                });
    }

    private void hashes(Titles titles) {
        titles.keep(15, this::known).keep(46, this::known)
                .keep(16, () -> changes(() -> book.changed("Sixteen"), true))
                .keep(17, () -> ends("Seventeen", "/retirement"))
                .keep(44, () -> assertThat(book.entry(phone)).containsEntry("type", "entityList").satisfies(one -> assertThat(one.get("hash")).startsWith("md5:")))
                .keep(47, () -> assertThat(fetched(tagAnd(() -> book.changed("Content")))).isEqualTo(200))
                .keep(48, () -> {
                    var id = book.made("Deleted");
                    assertThat(fetched(tagAnd(() -> kept(book.leila.fill(book.page(id), book.page(id) + "/destruction"))))).isEqualTo(200);
                })
                .keep(101, () -> {
                    book.field.published(OwnForms.HOUSEHOLD.replace("households", "trees").replace("| household |", "| trees |"));
                    var tree = HouseBook.xml("trees", "uuid:tree", "", new HouseBook.Said(HouseBook.fresh(), true, "", "", "", "Mango"), " create=\"1\"");
                    changes(() -> assertThat(phone.submit(new String(tree, StandardCharsets.UTF_8).replace("households", "trees").getBytes(StandardCharsets.UTF_8), List.of())
                            .status()).isEqualTo(201), false);
                    assertThat(book.field.asked("select count(*)::text from haki.entity e join haki.entity_list l on l.org_id = e.org_id and l.id = e.list_id where e.org_id = haki.org() and l.name = 'trees'")).isEqualTo("1");
                })
                .keep(105, () -> ends("Deleted for good", "/destruction"))
                .keep(106, () -> {
                    var id = retired("Purged");
                    changes(() -> kept(book.leila.fill(book.page(id), book.page(id) + "/destruction")), false);
                })
                .keep(107, () -> {
                    var id = retired("Back");
                    changes(() -> kept(book.leila.fill(book.page(id), book.page(id) + "/retirement", "gone", "no")), true);
                    assertThat(book.csv(phone)).contains(id);
                })
                .keep(109, this::property).keep(142, this::property)
                .keep(137, () -> changes(() -> book.made("Added"), true))
                .keep(138, () -> changes(() -> book.changed("Updated"), true))
                .keep(139, () -> ends("Ended", "/retirement"))
                .keep(140, () -> assertThat(book.entry(book.field.device("Phone 2", book.town.wanjiru)).get("hash")).isEqualTo(book.entry(phone).get("hash")));
    }

    private void integrity(Titles titles) {
        titles.keep(144, () -> assertThat(phone.get(gone().replace("households", "castles") + "?id=" + HouseBook.fresh()).statusCode()).isEqualTo(404))
                .keep(145, () -> assertThat(phone.get(gone().replaceAll("/key/[^/]*", "/key/wrong")).statusCode()).isEqualTo(403))
                .keep(146, () -> assertThat(phone.integrity(gone())).isEmpty())
                .keep(147, () -> assertThat(phone.integrity(gone(), book.made("Asked")).values()).containsExactly("false"))
                .keep(149, () -> assertThat(phone.integrity(gone(), retired("Retired"), book.made("Kept")).values()).containsExactly("true", "false"))
                .keep(150, () -> assertThat(phone.integrity(gone(), destroyed("Burnt")).values()).containsExactly("true"))
                .keep(151, () -> {
                    var id = book.made("Only");
                    assertThat(phone.integrity(gone(), id)).containsOnlyKeys(id);
                })
                .keep(152, () -> {
                    var id = destroyed("Only burnt");
                    assertThat(phone.integrity(gone(), id)).containsOnlyKeys(id);
                });
    }

    private void known() throws IOException {
        var tag = phone.get(url()).headers().firstValue("ETag").orElseThrow();
        assertThat(phone.get(url(), "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private void property() throws IOException {
        var name = "p" + System.nanoTime();
        changes(() -> book.field.published(OwnForms.HOUSEHOLD.replace("| household |", "| " + name + " |").replace("| head |\n", "| " + name + " |\n")), true);
        assertThat(book.csv(phone)).contains("," + name);
    }

    private void uploaded(String form) throws IOException {
        var id = book.field.published(OwnForms.HOUSEHOLD_VISIT.replace("| household_visit |", "| " + form + " |"));
        var own = "name,label\none,One\n".getBytes(StandardCharsets.UTF_8);
        new SurveyKeeping(haki).media(book.town.tomasz.actor(), id, 1, new SurveyMedia("households.csv", "text/csv", "0123456789abcdef0123456789abcdef", own));
        var listed = phone.formList().stream().filter(one -> one.get("formID").equals(form)).findFirst().orElseThrow();
        assertThat(phone.manifest(listed.get("manifestUrl"))).singleElement().satisfies(one -> assertThat(one).doesNotContainKey("type"));
        new SurveyKeeping(haki).turn(book.town.tomasz.actor(), id, Survey.State.CLOSED);
    }

    private interface Deed {
        void run() throws IOException;
    }

    private void changes(Deed deed, boolean other) throws IOException {
        var before = book.entry(phone).get("hash");
        deed.run();
        assertThat(book.entry(phone).get("hash").equals(before)).isEqualTo(!other);
    }

    private void ends(String label, String how) throws IOException {
        var id = book.made(label);
        changes(() -> kept(book.leila.fill(book.page(id), book.page(id) + how, "gone", "yes")), true);
    }

    private String tagAnd(Deed deed) throws IOException {
        var tag = phone.get(url()).headers().firstValue("ETag").orElseThrow();
        deed.run();
        return tag;
    }

    private int fetched(String tag) throws IOException {
        return phone.get(url(), "If-None-Match", tag).statusCode();
    }

    private String url() throws IOException {
        return book.entry(phone).get("downloadUrl");
    }

    private String gone() throws IOException {
        return book.entry(phone).get("integrityUrl");
    }

    private String retired(String label) throws IOException {
        var id = book.made(label);
        kept(book.leila.fill(book.page(id), book.page(id) + "/retirement", "gone", "yes"));
        return id;
    }

    private String destroyed(String label) throws IOException {
        var id = book.made(label);
        kept(book.leila.fill(book.page(id), book.page(id) + "/destruction"));
        return id;
    }

    private static void kept(Page answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    }
}
