package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.cases.AdoptedTypes;
import org.haki.kernel.Op;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The next case in a family: what was asked once comes over, what was agreed is asked anew. */
@HakiTest
class HouseholdTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;
    private String path;

    @BeforeEach
    void aFamily() {
        town = Town.in(haki);
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "paralegal_id", Op.own());
        wanjiru = town.wanjiru.signedIn();
        path = path(wanjiru.get("/cases/new?type=paralegal_id").form("/cases").send("name", "Halima Noor", "ageGroup", "child", "birth", "2019",
                "address", "Line Saba, Kibra", "phones", "0712 345 678", "whose", "mine", "services", "given", "reporting", "refused", "method",
                "signature", "byWhom", "guardian", "assent", "too_young", "a/doc_sought", "birth_cert", "a/for_whom", "child"));
        var family = path + "/sheet/family";
        assertThat(wanjiru.fill(family, family, "a/mother_name", "Amina Noor", "a/household_size", "6").status()).isEqualTo(303);
    }

    @Test
    void who_may_not_read_the_case_copies_nothing_of_it() {
        for (var stranger : List.of(town.mateo, town.sushila, town.prem)) {
            assertThat(stranger.signedIn().get(path + "/next").status()).isEqualTo(404);
        }
        assertThat(town.fatou.signedIn().get(path + "/next").status()).isEqualTo(403);
    }

    @Test
    void the_next_child_takes_two_answers_and_what_was_agreed_anew() {
        var form = wanjiru.get(path + "/next").form(path + "/next");
        assertThat(form.value("address")).isEqualTo("Line Saba, Kibra");
        assertThat(form.value("phones")).contains("712");
        assertThat(form.value("a/doc_sought")).isEqualTo("birth_cert");
        assertThat(form.value("name")).isEmpty();
        for (var unsaid : List.of("ageGroup", "services", "reporting")) {
            assertThat(form.value(unsaid)).as(unsaid).isNull();
        }
        assertThat(form.send("name", "Yusuf Noor", "ageGroup", "child").status()).as("consent is asked anew").isEqualTo(422);
        var fields = form.with(agreed("name", "Yusuf Noor", "ageGroup", "child"));
        var opened = form.sendWith(fields);
        var next = path(opened);
        assertThat(form.sendWith(fields).location()).as("sent twice, opened once").isEqualTo(opened.location());
        assertThat(next).isNotEqualTo(path);
        var family = wanjiru.get(next + "/sheet/family").form(next + "/sheet/family");
        assertThat(family.value("a/mother_name")).isEqualTo("Amina Noor");
        assertThat(family.value("a/household_size")).isEqualTo("6");
        assertThat(wanjiru.get(next).text()).contains("Yusuf Noor").doesNotContain("Halima");
        wanjiru.fill(next + "/sheet/family", next + "/sheet/family", "a/mother_name", "Amina Ali");
        assertThat(wanjiru.get(path + "/sheet/family").text()).as("each case has its own").doesNotContain("Ali");
    }

    @Test
    void a_case_that_is_kept_to_its_team_is_copied_by_its_team_alone_and_stays_so() {
        var kept = new CaseStory(haki, town, "Zeituni Ali", town.wanjiru.id(), "normal", true, "given", "paralegal_id").open().path();
        var later = town.person(town.riverbend, "Nuru Hassan", "nuru", Town.everywhere("supervisor")).signedIn();
        assertThat(later.get(kept + "/next").status()).isEqualTo(404);
        later.fill("/break-glass", "/break-glass", "code", kept.replace("/cases/", ""), "reason", "danger_now", "told", "nobody");
        assertThat(later.get(kept).status()).as("for an hour").isEqualTo(200);
        assertThat(later.get(kept + "/next").status()).isEqualTo(404);
        assertThat(wanjiru.get(kept + "/next").text()).contains("It is kept to its team, as the case before");
    }

    @Test
    void the_next_of_a_case_that_is_kept_to_its_team_is_kept_too_whatever_is_sent() {
        var kept = new CaseStory(haki, town, "Zeituni Ali", town.wanjiru.id(), "normal", true, "given", "paralegal_id").open().path();
        var family = kept + "/sheet/family";
        wanjiru.fill(family, family, "a/mother_name", "Amina Noor");
        var form = wanjiru.get(kept + "/next").form(kept + "/next");
        var next = path(form.send(agreed("name", "Rehema Ali", "ageGroup", "child", "fenced", "", "a/doc_sought", "birth_cert", "a/for_whom", "child")));
        var colleague = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id())).signedIn();
        assertThat(wanjiru.get(next).status()).isEqualTo(200);
        for (var hers : List.of(kept, next, next + "/sheet/family")) {
            assertThat(colleague.get(hers).status()).as(hers).isEqualTo(404);
        }
    }

    @Test
    void a_type_without_households_has_no_next() {
        var other = CaseStory.in(haki, town).of("Lulu Achieng").open().path();
        assertThat(wanjiru.get(other + "/next").status()).isEqualTo(404);
        assertThat(wanjiru.get(other).text()).doesNotContain("Next in this family");
        assertThat(wanjiru.get(path).text()).contains("Next in this family");
    }

    private static String[] agreed(String... who) {
        return Stream.concat(Stream.of(who), Stream.of("services", "given", "reporting", "given", "method", "signature", "byWhom", "guardian", "assent",
                "too_young")).toArray(String[]::new);
    }

    private static String path(Page opened) {
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        return opened.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1");
    }
}
