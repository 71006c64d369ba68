package org.haki.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haki.AtAnOffice;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An organisation's own lists at the front door: kept, pasted, retired, and asked for by a section of a sheet. */
@HakiTest
class ListsTest {

    private static final String INSTITUTIONS = "/settings/institutions";
    private static final String PLACES = "/settings/places";
    private static final Pattern ENTRY = Pattern.compile("/settings/(institutions|places)/[0-9a-f-]{36}");

    @Autowired
    private ApplicationContext haki;

    private static final List<String> NAMES = List.of("Hodan Warsame", "Mwangi Kariuki", "Zeituni Ali");

    private int opened;
    private Town town;
    private Visitor tomasz;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        tomasz = town.tomasz.signedIn();
    }

    @Test
    void who_may_not_change_lists_sees_none() {
        for (var person : List.of(town.wanjiru, town.fatou, town.ines)) {
            assertThat(person.signedIn().get(INSTITUTIONS).status()).as(person.signInName()).isEqualTo(403);
        }
        assertThat(town.leila.signedIn().get(PLACES).status()).as("a supervisor keeps lists, too").isEqualTo(200);
        assertThat(tomasz.get("/settings/clients").status()).isEqualTo(404);
    }

    @Test
    void what_another_organisation_lists_does_not_exist() {
        assertThat(add("Kibra civil registry", "civil_registry").status()).isEqualTo(303);
        var entry = entry("Kibra civil registry");
        var nadia = town.nadia.signedIn();
        assertThat(nadia.get(INSTITUTIONS).text()).doesNotContain("Kibra");
        assertThat(nadia.get(entry).status()).isEqualTo(404);
        var form = nadia.get(INSTITUTIONS).form(INSTITUTIONS);
        assertThat(new Page.Form(nadia, entry, form.fields()).send("name", "Taken", "kind", "police").status()).isEqualTo(404);
        assertThat(new Page.Form(nadia, entry + "/retirement", form.fields()).send().status()).isEqualTo(404);
        assertThat(tomasz.get(INSTITUTIONS).text()).contains("Kibra civil registry").doesNotContain("Taken");
    }

    @Test
    void an_entry_that_needs_another_look_comes_back_as_typed() {
        var nameless = add("", "police");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.text()).contains("A name is needed");
        assertThat(nameless.form(INSTITUTIONS).value("kind")).isEqualTo("police");
        var nowhere = tomasz.fill(INSTITUTIONS, INSTITUTIONS, "name", "Gate", "kind", "police", "place", "Nowhere");
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.form(INSTITUTIONS).value("name")).isEqualTo("Gate");
        var twice = nowhere.form(INSTITUTIONS);
        assertThat(twice.send().status()).as("and sent twice it is not there either").isEqualTo(422);
        assertThat(add("Gate", "police").status()).isEqualTo(303);
        assertThat(add("GATE", "police").text()).contains("This is in the list already");
    }

    @Test
    void a_place_does_not_come_to_lie_in_itself() {
        tomasz.fill(PLACES, PLACES + "/lines", "lines", "Nairobi; 047\nKibra; 0471; Nairobi");
        var nairobi = entry(PLACES, "Nairobi");
        var changed = tomasz.fill(nairobi, nairobi, "parent", "Kibra");
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.text()).contains("It cannot lie in itself");
        assertThat(tomasz.fill(nairobi, nairobi, "name", "Nairobi City").status()).isEqualTo(303);
        assertThat(tomasz.get(PLACES).text()).contains("in Nairobi City");
    }

    @Test
    void two_who_change_the_list_at_once_make_no_circle() throws Exception {
        tomasz.fill(PLACES, PLACES + "/lines", "lines", "Nairobi\nKibra");
        var nairobi = Id.of(entry(PLACES, "Nairobi").replaceAll(".*/", ""));
        var kibra = Id.of(entry(PLACES, "Kibra").replaceAll(".*/", ""));
        var lists = haki.getBean(Lists.class);
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = haki.getBean(Work.class).as(town.tomasz.actor(), "list.write", () -> {
                lists.change(town.tomasz.actor(), OwnList.PLACES, kibra, new KeepEntry("Kibra", "", "", "Nairobi", ""), op());
                var meanwhile = other.submit(() -> lists.change(town.leila.actor(), OwnList.PLACES, nairobi, new KeepEntry("Nairobi", "", "", "Kibra", ""), op()));
                assertThatThrownBy(() -> meanwhile.get(1, TimeUnit.SECONDS)).as("it waits for the first").isInstanceOf(TimeoutException.class);
                return meanwhile;
            });
            assertThatThrownBy(second::get).hasCauseInstanceOf(Problem.class);
        }
        assertThat(tomasz.get(PLACES).text()).contains("in Nairobi").doesNotContain("in Kibra");
    }

    @Test
    void lines_are_pasted_all_or_none_and_each_mistake_is_at_its_line() {
        assertThat(tomasz.fill(PLACES, PLACES + "/lines", "lines", "Nairobi\t047\nKibra\t0471\tNairobi\nMathare,0472,047").status()).isEqualTo(303);
        var pasted = "Kibra registry; Civil registry; ; Kibra\n\nGate police; Polizei\n\"Chief, Kibra\", local_admin\nVetting desk; vetting; Nothing";
        var wrong = tomasz.fill(INSTITUTIONS, INSTITUTIONS + "/lines", "lines", pasted);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Line 3: it needs a kind").contains("Line 5: the list has nothing");
        assertThat(wrong.form(INSTITUTIONS + "/lines").value("lines")).isEqualTo(pasted);
        assertThat(tomasz.get(INSTITUTIONS).text()).doesNotContain("Kibra registry");
        var right = pasted.replace("Polizei", "Policía").replace("; Nothing", "; Chief, Kibra");
        assertThat(wrong.form(INSTITUTIONS + "/lines").send("lines", right).status()).isEqualTo(303);
        assertThat(tomasz.fill(INSTITUTIONS, INSTITUTIONS + "/lines", "lines", right).status()).as("again, nothing is there twice").isEqualTo(303);
        var text = tomasz.get(INSTITUTIONS).text();
        assertThat(text).contains("Chief, Kibra Chief or local administration", "Gate police Police", "in Chief, Kibra", "Kibra registry Civil registry · Kibra");
        assertThat(text.split("Gate police", -1)).hasSize(2);
    }

    @Test
    void a_sheet_offers_the_list_and_a_retired_office_keeps_its_name() {
        add("Kibra registry", "civil_registry");
        add("Gate police", "police");
        var application = application();
        var wanjiru = town.wanjiru.signedIn();
        var page = wanjiru.get(application);
        assertThat(page.text()).contains("Gate police", "Kibra registry");
        var kibra = entry("Kibra registry").replaceAll(".*/", "");
        assertThat(fill(page, application, "office", UUID.randomUUID().toString()).status()).as("nothing that is in no list").isEqualTo(422);
        assertThat(fill(page, application, "office", kibra).status()).isEqualTo(303);
        var entry = entry("Kibra registry");
        assertThat(tomasz.fill(entry, entry + "/retirement").status()).isEqualTo(303);
        var later = wanjiru.get(application);
        assertThat(later.text()).contains("Kibra registry");
        assertThat(wanjiru.get(application + "/history").text()).contains("Kibra registry");
        assertThat(fill(later, application, "fee_paid", "20").status()).as("what was answered stays").isEqualTo(303);
        assertThat(wanjiru.get(application()).text()).as("but nobody is offered it again").contains("Gate police").doesNotContain("Kibra registry");
        assertThat(tomasz.fill(entry, entry + "/retirement/end").status()).isEqualTo(303);
        assertThat(wanjiru.get(application()).text()).contains("Kibra registry");
    }

    @Test
    void two_thousand_offices_are_found_by_a_part_of_the_name() {
        var lines = IntStream.range(0, 2_000).mapToObj(i -> "Office " + i + " of " + (i % 2 == 0 ? "Isiolo" : "Wajir") + "; police").collect(Collectors.joining("\n"));
        assertThat(tomasz.fill(INSTITUTIONS, INSTITUTIONS + "/lines", "lines", lines).status()).isEqualTo(303);
        var application = application();
        var wanjiru = town.wanjiru.signedIn();
        var page = wanjiru.get(application);
        assertThat(page.body().length()).as("the page does not carry the list").isLessThan(40_000);
        var asked = fill(page, application + "/questions", application, "office", null, "1999");
        assertThat(asked.text()).contains("Office 1999 of Wajir");
        var many = fill(page, application + "/questions", application, "office", null, "isiolo 10");
        assertThat(many.text()).contains("Office 10 of Isiolo", "Office 100 of Isiolo").doesNotContain("Wajir");
        var none = fill(page, application, application, "office", null, "Mombasa");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Nothing is called like this");
        assertThat(fill(page, application, application, "office", null, "office 1999").status()).isEqualTo(303);
        assertThat(wanjiru.get(application).text()).contains("Office 1999 of Wajir");
    }

    private static Op op() {
        return new Op(Id.next(), 1, new byte[0]);
    }

    private Page add(String name, String kind) {
        return tomasz.fill(INSTITUTIONS, INSTITUTIONS, "name", name, "kind", kind);
    }

    private String entry(String name) {
        return entry(INSTITUTIONS, name);
    }

    private String entry(String list, String name) {
        var found = ENTRY.matcher(tomasz.get(list + "?named=" + name.replace(" ", "+")).body());
        assertThat(found.find()).as(name).isTrue();
        return found.group();
    }

    /** The section of a new case that asks for an office. */
    private String application() {
        var types = "/settings/case-types";
        if (tomasz.get(types).text().contains("Identity documents")) {
            tomasz.fill(types, types + "/adoptions", "type", "paralegal_id");
        }
        return new AtAnOffice(town).section(town.wanjiru.signedIn(), NAMES.get(opened++));
    }

    private static Page fill(Page page, String application, String question, String answer) {
        return fill(page, application, application, question, answer, null);
    }

    private static Page fill(Page page, String action, String application, String question, String answer, String find) {
        var at = AtAnOffice.attempt(page);
        var form = page.form(application);
        var fields = form.with(answer == null ? "f/" + at + question : "a/" + at + question, answer == null ? find : answer,
                "a/" + at + "submitted_on", "2026-01-02", "a/" + at + "vetting_required", "no");
        return new Page.Form(form.visitor(), action, fields).send();
    }
}
