package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.surveys.SurveyKeeping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Section F of the conformance list, as far as Haki has it: what filled-in forms make and change, in order and out of it, and what people settle. */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityTitlesTest {

    @Autowired
    ApplicationContext haki;

    HouseBook book;

    @BeforeAll
    void forms() {
        book = new HouseBook(haki);
        book.field.published(OwnForms.HOUSEHOLD_VISIT.replace("| household_visit |", "| household_either |").replace("| list_name | entity_id | label |",
                "| list_name | entity_id | label | create_if | update_if |").replace("| ${home} | ${head} |\n", "| ${home} | ${head} | true() | true() |\n"));
    }

    @TestFactory
    Stream<DynamicTest> entities() {
        var titles = new Titles("F");
        read(titles);
        settled(titles);
        made(titles);
        wrong(titles);
        either(titles);
        once(titles);
        several(titles);
        new EntityRuns(book).titles(titles);
        return titles.tests();
    }

    private void read(Titles titles) {
        titles.keep(1, () -> assertThat(book.leila.get(book.page(book.changed("One"))).text()).contains("Version 2", "Mathare"))
                .keep(2, () -> {
                    var id = book.made("Stays", "village", "Kibra");
                    new SurveyKeeping(haki).destroy(book.town.leila.actor(), book.making, book.last());
                    assertThat(book.leila.get(book.page(id)).text()).contains("Stays", "Kibra");
                })
                .keep(3, () -> assertThat(book.conflict(soft("Soft"))).isEqualTo("soft"))
                .keep(4, () -> assertThat(book.conflict(hard("Hard"))).isEqualTo("hard"))
                .keep(6, () -> assertThat(book.leila.get(book.page(hard("Both"))).text()).contains("Two people changed the same", "Mathare", "Korogocho"))
                .keep(16, () -> {
                    var id = book.changed("Source");
                    assertThat(book.field.asked("select count(distinct sheet_id)::text from haki.entity_version where org_id = haki.org() and entity_id = '" + id + "'")).isEqualTo("2");
                })
                .keep(22, () -> {
                    var id = book.made("By");
                    assertThat(book.field.asked("select by_person::text from haki.entity_version where org_id = haki.org() and entity_id = '" + id + "'"))
                            .isEqualTo(book.town.wanjiru.id().toString());
                });
    }

    private void settled(Titles titles) {
        titles.keep(7, () -> assertThat(book.leila.get(book.page(settledOne("Seven", "4"))).text()).doesNotContain("Two people changed"))
                .keep(8, () -> {
                    var id = settledOne("Eight", "3");
                    assertThat(book.change(id, "2", "people", "9").status()).isEqualTo(201);
                    assertThat(book.conflict(id)).isNotEmpty();
                })
                .keep(28, () -> assertThat(book.stands(settledOne("Stands", "3"))).isEqualTo("4 Stands, Korogocho, "))
                .keep(29, () -> assertThat(book.stands(settledOne("Older", "2"))).isEqualTo("4 Older, Mathare, "))
                .keep(32, () -> {
                    var id = hard("Once");
                    var form = book.leila.get(book.page(id)).form(book.page(id) + "/settlement");
                    assertThat(form.send("of/village", "3", "op", HouseBook.fresh()).status()).isEqualTo(303);
                    assertThat(form.send("of/village", "2", "op", HouseBook.fresh(), "base", "4").status()).isEqualTo(409);
                    assertThat(book.stands(id)).isEqualTo("4 Once, Korogocho, ");
                })
                .keep(33, () -> {
                    var id = hard("Stale");
                    var form = book.leila.get(book.page(id)).form(book.page(id) + "/settlement");
                    assertThat(book.change(id, "3", "people", "7").status()).isEqualTo(201);
                    assertThat(form.send("of/village", "2").status()).isEqualTo(409);
                    assertThat(book.conflict(id)).as("still to settle").isEqualTo("hard");
                });
    }

    private void made(Titles titles) {
        titles.keep(49, () -> assertThat(book.stands(book.made("New", "village", "Kibra", "people", "3"))).isEqualTo("1 New, Kibra, 3"))
                .keep(52, () -> {
                    var id = book.changed("Row");
                    assertThat(book.change(id, "2", "people", "5").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("3 Row, Mathare, 5");
                })
                .keep(53, () -> {
                    var id = book.made("Data", "village", "Kibra");
                    said(id, "1", "Data now", "village", "Mathare");
                    assertThat(book.stands(id)).isEqualTo("2 Data now, Mathare, ");
                })
                .keep(54, () -> {
                    var id = book.made("Label", "village", "Kibra");
                    said(id, "1", "Label now");
                    assertThat(book.stands(id)).isEqualTo("2 Label now, Kibra, ");
                })
                .keep(55, () -> {
                    var id = book.made("Not included");
                    said(id, "1", null, "people", "2");
                    assertThat(book.stands(id)).isEqualTo("2 Not included, , 2");
                })
                .keep(56, () -> {
                    var id = book.made("Blank");
                    said(id, "1", "", "people", "2");
                    assertThat(book.stands(id)).isEqualTo("2 Blank, , 2");
                })
                .keep(57, () -> {
                    var id = book.made("Emptied", "village", "Kibra");
                    assertThat(book.change(id, "1", "village", "").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("2 Emptied, , ");
                })
                .keep(58, () -> {
                    var id = book.made("Kept", "village", "Kibra");
                    assertThat(book.change(id, "1", "people", "8").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("2 Kept, Kibra, 8");
                });
    }

    private void wrong(Titles titles) {
        titles.keep(50, () -> nothing(book.make(HouseBook.fresh(), ""), "no_label"))
                .keep(51, () -> nothing(book.make("", "Without an id"), "no_id"))
                .keep(59, () -> unchanged("Base", id -> nothing(book.change(id, "", "village", "X"), "no_version")))
                .keep(60, () -> unchanged("Never", id -> nothing(book.change(id, "7", "village", "X"), "no_version")))
                .keep(61, () -> unchanged("Word", id -> nothing(book.change(id, "one", "village", "X"), "no_version")))
                .keep(80, () -> unchanged("From a form that makes", id -> nothing(book.send("household", "", new HouseBook.Said(id, false, "1", "", "", ""), "village", "X"), "not_declared")))
                .keep(81, () -> nothing(book.send("household_visit", "", new HouseBook.Said(HouseBook.fresh(), true, "", "", "", "From a form that changes")), "not_declared"))
                .keep(105, () -> unchanged("Branch", id -> nothing(book.later(id, "1", "1", "", "village", "X"), "no_branch")))
                .keep(113, () -> unchanged("Past", id -> nothing(book.later(id, "4", "4", HouseBook.fresh(), "village", "X"), "no_version")));
    }

    private void either(Titles titles) {
        titles.keep(62, () -> {
                    var id = HouseBook.fresh();
                    assertThat(book.either(id, "", "Not yet", "people", "2").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("1 Not yet, , 2");
                })
                .keep(63, () -> {
                    var id = book.made("Blank upsert");
                    assertThat(book.either(id, "1", "", "people", "2").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("2 Blank upsert, , 2");
                })
                .keep(64, () -> nothing(book.either(HouseBook.fresh(), "1", ""), "no_label"))
                .keep(65, () -> {
                    var id = book.made("Does exist");
                    assertThat(book.either(id, "1", "Does exist still").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("2 Does exist still, , ");
                })
                .keep(66, () -> unchanged("Wrong base", id -> nothing(book.either(id, "9", "X"), "no_version")))
                .keep(67, () -> nothing(book.either("no-id", "1", "X"), "no_id"))
                .keep(68, () -> {
                    var id = HouseBook.fresh();
                    assertThat(book.either(id, "", "No base").status()).isEqualTo(201);
                    assertThat(book.versions(id)).isEqualTo(1);
                })
                .keep(69, () -> unchanged("There", id -> nothing(book.either(id, "", "X"), "no_version")));
    }

    /** Each filled-in form does something once, however often it is edited. */
    private void once(Titles titles) {
        titles.keep(70, () -> {
                    assertThat(book.phone.submit(HouseBook.xml("household", "uuid:plain", "", null, "", "village", "Kibra"), List.of()).status()).isEqualTo(201);
                    var id = HouseBook.fresh();
                    assertThat(book.send("household", "uuid:plain", new HouseBook.Said(id, true, "", "", "", "Later")).status()).isEqualTo(201);
                    assertThat(book.versions(id)).isEqualTo(1);
                })
                .keep(72, () -> {
                    book.made("First");
                    var other = HouseBook.fresh();
                    assertThat(book.send("household", book.last(), new HouseBook.Said(other, true, "", "", "", "Second")).status()).isEqualTo(201);
                    assertThat(book.versions(other)).isZero();
                })
                .keep(74, () -> {
                    var id = book.made("Same");
                    assertThat(book.send("household", book.last(), new HouseBook.Said(id, true, "", "", "", "Same again")).status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("1 Same, , ");
                })
                .keep(77, () -> {
                    var id = book.changed("Not again");
                    assertThat(book.send("household_visit", book.last(), new HouseBook.Said(id, false, "2", "", "", ""), "people", "3").status()).isEqualTo(201);
                    assertThat(book.versions(id)).isEqualTo(2);
                })
                .keep(78, () -> {
                    nothing(book.change(HouseBook.fresh(), "1", "people", "3"), "no_such");
                    var id = book.made("Valid");
                    var wrong = "uuid:h" + (Integer.parseInt(book.last().replace("uuid:h", "")) - 1);
                    assertThat(book.send("household_visit", wrong, new HouseBook.Said(id, false, "1", "", "", ""), "people", "3").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("2 Valid, , 3");
                });
    }

    /** One form with a household and its people, who are rows of a repeat. */
    private void several(Titles titles) {
        titles.keep(86, () -> assertThat(book.phone.submit(family("a", "Family", "Amani", "Neema"), List.of()).status()).isEqualTo(201))
                .keep(89, () -> assertThat(book.field.asked("select array_to_string(properties, ' ') from haki.entity_list where org_id = haki.org() and name = 'persons'"))
                        .isEqualTo("age"))
                .keep(93, () -> {
                    assertThat(book.phone.submit(family("b", "Two levels", "Zawadi", "Juma"), List.of()).status()).isEqualTo(201);
                    assertThat(book.leila.get("/form-lists/" + book.field.asked("select id::text from haki.entity_list where org_id = haki.org() and name = 'persons'")).text())
                            .contains("Zawadi", "Juma");
                })
                .keep(97, () -> {
                    assertThat(book.phone.submit(family("c", "One source", "Pendo", "Baraka"), List.of()).status()).isEqualTo(201);
                    assertThat(book.field.asked("select max(n)::text from (select count(*) as n from haki.entity_version where org_id = haki.org() and sheet_id is not null group by sheet_id) s")).isEqualTo("3");
                })
                .keep(99, () -> assertThat(book.phone.submit(family("d", "One is wrong", "", "Imani"), List.of()).status()).isEqualTo(202));
    }

    private byte[] family(String instance, String label, String... people) {
        if (book.field.asked("select count(*)::text from haki.survey where org_id = haki.org() and form_id = 'family'").equals("0")) {
            book.field.published("""
                    | survey |
                    | | type | name | label | save_to |
                    | | text | village | Village | households#village |
                    | | begin_repeat | person | Person | |
                    | | text | called | Name | |
                    | | integer | age | Age | persons#age |
                    | | end_repeat | | | |
                    | settings |
                    | | form_title | form_id | version |
                    | | Family | family | 1 |
                    | entities |
                    | | list_name | label |
                    | | households | ${village} |
                    | | persons | ${called} |
                    """);
        }
        var rows = Stream.of(people).map(name -> "<person><called>" + name + "</called><age>9</age><meta><entity dataset=\"persons\" id=\"" + HouseBook.fresh()
                + "\" create=\"1\"><label>" + name + "</label></entity></meta></person>").toList();
        return new String(HouseBook.xml("family", "uuid:family-" + instance, "", new HouseBook.Said(HouseBook.fresh(), true, "", "", "", label), " create=\"1\"", "village", label), StandardCharsets.UTF_8)
                .replace("<meta><instanceID>", String.join("", rows) + "<meta><instanceID>").getBytes(StandardCharsets.UTF_8);
    }

    private String soft(String label) throws IOException {
        var id = book.changed(label);
        assertThat(book.change(id, "1", "people", "5").status()).isEqualTo(201);
        return id;
    }

    private String hard(String label) throws IOException {
        var id = book.changed(label);
        assertThat(book.change(id, "1", "village", "Korogocho").status()).isEqualTo(201);
        return id;
    }

    /** Two changed its village; somebody says that the value of this version stands. */
    private String settledOne(String label, String version) throws IOException {
        var id = hard(label);
        var answer = book.leila.fill(book.page(id), book.page(id) + "/settlement", "of/village", version);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(book.conflict(id)).isEmpty();
        return id;
    }

    private void said(String id, String base, String label, String... properties) throws IOException {
        assertThat(book.send("household_visit", "", new HouseBook.Said(id, false, base, "", "", label), properties).status()).isEqualTo(201);
    }

    private interface Deed {
        void with(String id) throws IOException;
    }

    private void unchanged(String label, Deed deed) throws IOException {
        var id = book.made(label, "village", "Kibra");
        deed.with(id);
        assertThat(book.stands(id)).isEqualTo("1 " + label + ", Kibra, ");
    }

    /** It is taken all the same, is noted, and needs a look. */
    private void nothing(CollectClient.Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(202);
        assertThat(book.noted()).isEqualTo("meta/entity/" + why);
    }
}
