package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.Parties;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Northgate takes a case over whose client it knows already, or which is of a kind that it does not work. */
@HakiTest
class TakeOverTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final String PHONE = "+254 20 555 0173";

    @Autowired ApplicationContext haki;
    @Autowired Work work;

    private Town town;
    private CaseFile asha;
    private Visitor wanjiru;
    private Visitor sushila;

    @BeforeEach
    void two_organisations() {
        town = Town.in(haki);
        town.inOneNetwork();
        wanjiru = town.wanjiru.signedIn();
        sushila = town.sushila.signedIn();
    }

    @Test
    void who_may_be_known_is_asked_for_before_a_second_entry_is_made() {
        var known = known("Asha T.", "adult");
        var path = accepted(CaseStory.in(haki, town).open());
        assertThat(sushila.get(path + "/takeover").text()).contains("Is it one of these?").contains("Asha T.");
        var refused = take(path);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Perhaps known to us");
        assertThat(refused.form(path + "/takeover").value("owner")).as("what was chosen stays").isEqualTo("queue");
        assertThat(cases()).isZero();
        assertThat(take(path, "person", UUID.randomUUID().toString()).status()).as("nobody of theirs").isEqualTo(404);
        assertThat(take(path, "person", asha.client().toString()).status()).as("somebody of the other organisation's").isEqualTo(404);
        assertThat(people()).containsExactly(known.toString());
    }

    @Test
    void the_case_becomes_hers_who_is_known_and_what_is_written_about_her_stays() {
        var known = known("Asha T.", "adult");
        var path = accepted(CaseStory.in(haki, town).open());
        var taken = take(path, "person", known.toString());
        assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        assertThat(people()).as("no second entry").containsExactly(known.toString());
        var page = sushila.get("/people/" + known).text();
        assertThat(page).contains("Asha T.").doesNotContain("Asha Thapa").doesNotContain("sewing");
        assertThat(sushila.get(taken.location()).text()).contains("Asha T.").contains("as it came with the case").contains("Asha Thapa")
                .contains("It is about the sewing class");
        assertThat(Everything.in(haki).list("select kept::text from haki.case_note where org_id = '" + town.northgate.id()
                + "' and kind = 'note' and :org is not null", town.northgate)).as("no window shows who she is").containsExactly("true");
    }

    @Test
    void whoever_is_somebody_else_is_entered_anew() {
        var known = known("Asha T.", "adult");
        var file = CaseStory.in(haki, town).open();
        town.tomasz.signedIn().fill("/settings/communities", "/settings/communities", "name", "Nubian");
        assertThat(wanjiru.fill("/people/" + file.client() + "/edit", "/people/" + file.client(), "community", "Nubian").status()).isEqualTo(303);
        var taken = take(accepted(file), "person", "new");
        assertThat(taken.status()).isEqualTo(303);
        assertThat(people()).hasSize(2).contains(known.toString()).allSatisfy(id -> assertThat(sushila.get("/people/" + id).text())
                .as("of which community she is stays where she said it").doesNotContain("Nubian"));
        assertThat(sushila.get(taken.location()).text()).contains("Asha Thapa").doesNotContain("as it came with the case");
    }

    @Test
    void her_yes_as_an_adult_is_none_of_a_child_here() {
        var known = known("Asha Thapa", "child");
        var path = accepted(CaseStory.in(haki, town).open());
        var refused = take(path, "person", known.toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("another age");
        assertThat(cases()).isZero();
    }

    @Test
    void a_kind_that_is_not_worked_here_is_said_and_nothing_is_chosen_in_silence() {
        var path = accepted(papers());
        assertThat(sushila.get(path + "/takeover").text()).contains("Your organisation opens no cases of this kind").contains("an administrator");
        for (var type : List.of("", "paralegal_id", "nothing")) {
            var refused = take(path, "type", type);
            assertThat(refused.status()).as(type).isEqualTo(422);
            assertThat(refused.text()).contains("Choose the kind of case");
        }
        assertThat(cases()).isZero();
    }

    @Test
    void it_comes_as_another_kind_with_everybody_in_it() {
        var taken = take(accepted(papers()), "type", "general");
        assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        assertThat(sushila.get(taken.location()).text()).contains("Asha Thapa").contains("Achieng Thapa").contains("Other");
        assertThat(types()).containsExactly("general");
    }

    @Test
    void once_the_kind_is_taken_up_it_comes_as_it_is() {
        var path = accepted(papers());
        adopt(town.northgate.id());
        assertThat(sushila.get(path + "/takeover").text()).doesNotContain("opens no cases of this kind");
        var taken = take(path);
        assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        assertThat(types()).containsExactly("paralegal_id");
        assertThat(sushila.get(taken.location()).text()).contains("Achieng Thapa").contains("Mother");
    }

    /** A case of a kind that Riverbend works and Northgate does not, with the client's mother in it. */
    private CaseFile papers() {
        adopt(town.riverbend.id());
        var file = new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "normal", false, "given", "paralegal_id").open();
        var leila = town.leila.actor();
        work.as(leila, "case.write", () -> {
            var mother = haki.getBean(Persons.class).register(leila, Identity.of("Achieng Thapa", "adult"), town.mainDesk.id(), false);
            haki.getBean(Parties.class).add(leila, file.code(), mother, "mother", Op.own());
        });
        return file;
    }

    private void adopt(UUID org) {
        var admin = org.equals(town.riverbend.id()) ? town.tomasz : town.nadia;
        haki.getBean(AdoptedTypes.class).adopt(admin.actor(), "paralegal_id", Op.own());
    }

    private UUID known(String name, String age) {
        var there = town.sushila.actor();
        var her = new Identity(name, List.of(), List.of(PHONE), null, "female", age, "", SafeContact.UNKNOWN, "");
        return work.as(there, "person.write", () -> haki.getBean(Persons.class).register(there, her, town.northgateOffice.id(), false));
    }

    private String accepted(CaseFile file) {
        asha = file;
        var offered = wanjiru.get(file.path() + "/transfer/new").form(file.path() + "/transfer").send("to", town.northgate.id().toString(),
                "show", "people", "show", "services", "method", "signature", "byWhom", "self");
        assertThat(offered.status()).as(offered.text()).isEqualTo(303);
        var found = SHARED.matcher(sushila.get("/shared").body());
        assertThat(found.find()).isTrue();
        sushila.fill(found.group(1), found.group(1) + "/acceptance");
        return found.group(1);
    }

    private Page take(String path, String... more) {
        var said = new ArrayList<>(List.of("office", town.northgateOffice.id().toString(), "owner", "queue"));
        said.addAll(List.of(more));
        return sushila.get(path + "/takeover").form(path + "/takeover").send(said.toArray(String[]::new));
    }

    private int cases() {
        return types().size();
    }

    private List<String> types() {
        return Everything.in(haki).list("select case_type from haki.case_file where org_id = :org", town.northgate);
    }

    private List<String> people() {
        return Everything.in(haki).list("select id::text from vault.person where org_id = :org", town.northgate);
    }
}
