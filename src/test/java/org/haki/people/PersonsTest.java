package org.haki.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HakiTest
class PersonsTest {

    @Autowired ApplicationContext haki;
    @Autowired Persons persons;
    @Autowired JdbcClient jdbc;

    private Town town;
    private Actor wanjiru;
    private UUID asha;

    @BeforeEach
    void asha_is_in_the_register() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.actor();
        asha = persons.register(wanjiru, named("Asha Thapa", "0555 0173"), town.mainDesk.id(), false);
    }

    @Test
    void another_office_and_another_organisation_do_not_find_her() {
        for (var stranger : List.of(town.mateo.actor(), town.sushila.actor(), town.prem.actor())) {
            refused(Problem.Kind.NOT_FOUND, () -> persons.open(stranger, asha));
            refused(Problem.Kind.NOT_FOUND, () -> persons.amend(stranger, asha, named("Somebody", "1"), op(1)));
            assertThat(persons.openAll(stranger, List.of(asha))).isEmpty();
            assertThat(persons.search(stranger, "Asha", 10)).isEmpty();
            assertThat(persons.alike(stranger, named("Asha Thapa", "0555 0173"))).isEmpty();
        }
    }

    @Test
    void an_administrator_and_a_protection_officer_do_not_open_identities() {
        refused(Problem.Kind.NOT_YOURS, () -> persons.open(town.tomasz.actor(), asha));
        refused(Problem.Kind.NOT_YOURS, () -> persons.search(town.ines.actor(), "Asha", 10));
    }

    @Test
    void a_director_sees_cases_but_nobodys_name() {
        var director = town.person(town.riverbend, "Chipo Ndlovu", "chipo", Town.everywhere("director")).actor();
        assertThat(persons.openAll(director, List.of(asha))).isEmpty();
    }

    @Test
    void nobody_enters_people_where_they_have_no_role() {
        refused(Problem.Kind.NOT_YOURS, () -> persons.register(wanjiru, named("Devi Rana", ""), town.oldbridge.id(), false));
    }

    @Test
    void she_is_found_by_part_of_her_name_another_spelling_and_her_phone() {
        for (var typed : List.of("thapa", "ASHA", "Ásha", "Aasha", "05550173", "Thapaa")) {
            assertThat(persons.search(wanjiru, typed, 10)).as(typed).extracting(Person::id).containsExactly(asha);
        }
        assertThat(persons.search(wanjiru, "Devi", 10)).isEmpty();
    }

    @Test
    void who_is_alike_is_told_before_a_second_entry_with_what_is_alike() {
        var likely = persons.alike(wanjiru, named("Asha Thapa", "0555 0173")).getFirst();
        assertThat(likely.person().id()).isEqualTo(asha);
        assertThat(likely.likely()).isTrue();
        assertThat(likely.because()).contains("phone", "name");
        var child = new Identity("Asha Gurung", List.of(), List.of(), null, "male", "child", "", SafeContact.UNKNOWN, "");
        assertThat(persons.alike(wanjiru, child)).noneMatch(Likeness::likely);
        assertThat(persons.alike(wanjiru, named("Nirmala Rai", "0444 9999"))).isEmpty();
    }

    @Test
    void a_second_entry_waits_until_it_is_said_that_this_is_somebody_else() {
        var typed = RegisterPerson.of(named("Asha Thapa", "0555 0173"));
        assertThatThrownBy(() -> persons.enter(wanjiru, typed, town.mainDesk.id(), op(0))).isInstanceOf(LooksAlike.class);
        assertThat(persons.enter(wanjiru, sure(typed), town.mainDesk.id(), op(0))).startsWith("/people/");
    }

    @Test
    void a_form_sent_twice_enters_one_person() {
        var typed = RegisterPerson.of(named("Devi Rana", ""));
        var op = op(0);
        var first = persons.enter(wanjiru, typed, town.mainDesk.id(), op);
        assertThat(persons.enter(wanjiru, typed, town.mainDesk.id(), op)).isEqualTo(first);
        assertThat(persons.search(wanjiru, "Devi Rana", 10)).hasSize(1);
    }

    @Test
    void whoever_looked_at_an_older_state_does_not_overwrite_the_newer() {
        persons.amend(wanjiru, asha, named("Asha Magar", "0555 0173"), op(1));
        refused(Problem.Kind.STALE, () -> persons.amend(town.leila.actor(), asha, named("Asha Rai", ""), op(1)));
        assertThat(persons.open(wanjiru, asha).name()).isEqualTo("Asha Magar");
        assertThat(persons.search(wanjiru, "Magar", 10)).hasSize(1);
        assertThat(persons.search(wanjiru, "Thapa", 10)).isEmpty();
    }

    @Test
    void somebody_only_in_a_fenced_case_is_there_for_its_team_only() {
        var file = CaseStory.in(haki, town).of("Nirmala Rai").fencedIn().open();
        var colleague = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id())).actor();
        assertThat(persons.open(wanjiru, file.client()).name()).isEqualTo("Nirmala Rai");
        refused(Problem.Kind.NOT_FOUND, () -> persons.open(colleague, file.client()));
        assertThat(persons.search(colleague, "Nirmala", 10)).isEmpty();
        assertThat(persons.alike(colleague, named("Nirmala Rai", "+254 20 555 0173"))).noneMatch(one -> one.person().id().equals(file.client()));
        assertThat(persons.list(colleague, PersonRepository.Mark.NEWEST, 50).found().count()).isEqualTo(1);
    }

    @Test
    void the_list_is_the_newest_first_page_by_page_with_an_honest_count() {
        for (int i = 0; i < 4; i++) {
            persons.register(wanjiru, named("Person " + i, ""), town.mainDesk.id(), false);
        }
        var first = persons.list(wanjiru, PersonRepository.Mark.NEWEST, 3);
        assertThat(first.people()).extracting(person -> person.identity().name()).containsExactly("Person 3", "Person 2", "Person 1");
        assertThat(first.found().count()).isEqualTo(5);
        var last = first.people().getLast();
        var second = persons.list(wanjiru, PersonRepository.Mark.read(new PersonRepository.Mark(last.since(), last.id()).text()), 3);
        assertThat(second.people()).extracting(person -> person.identity().name()).containsExactly("Person 0", "Asha Thapa");
        assertThat(second.found().before()).isEqualTo(3);
        assertThat(second.more()).isFalse();
    }

    /** S2.18. */
    @Test
    void nobody_is_asked_of_which_community_she_is_until_the_organisation_keeps_a_list_of_them() {
        var page = "/people/" + asha;
        var leila = town.leila.signedIn();
        assertThat(leila.get(page + "/edit").text()).doesNotContain("Ethnic or community group");
        refusedToMakeAList();
        assertThat(town.tomasz.signedIn().fill("/settings/communities", "/settings/communities/lines", "lines", "Nubian\nSomali; the rest is left out").status())
                .isEqualTo(303);
        var form = leila.get(page + "/edit").form(page);
        assertThat(form.value("community")).as("no answer is given beforehand").isEmpty();
        assertThat(form.send("community", "Nubian").status()).isEqualTo(303);
        assertThat(leila.get(page).text()).contains("Ethnic or community group Nubian");
        assertThat(persons.open(wanjiru, asha).community()).isEqualTo("Nubian");
        assertThat(inClear()).as("sealed with the rest of her").doesNotContain("Nubian");
    }

    /** S2.18. */
    @Test
    void a_community_that_is_offered_no_longer_stays_with_who_said_it_and_is_counted_nowhere() {
        var tomasz = town.tomasz.signedIn();
        tomasz.fill("/settings/communities", "/settings/communities", "name", "Nubian");
        var page = "/people/" + asha;
        town.wanjiru.signedIn().fill(page + "/edit", page, "community", "Nubian");
        var entry = read("select '/settings/communities/' || id from haki.list_entry where list = 'ethnicity' and org_id = :id", town.riverbend.id());
        assertThat(tomasz.fill(entry, entry + "/retirement").status()).isEqualTo(303);
        var wanjirus = town.wanjiru.signedIn();
        assertThat(wanjirus.get("/people/new").text()).as("the list is empty now").doesNotContain("Ethnic or community group");
        assertThat(wanjirus.get(page + "/edit").form(page).send("note", "Her sister is Devi").status()).isEqualTo(303);
        assertThat(persons.open(wanjiru, asha).community()).isEqualTo("Nubian");
        assertThat(persons.inFigures(wanjiru, List.of(asha)).get(asha)).isEqualTo(new PersonInFigures("adult", "female"));
    }

    private void refusedToMakeAList() {
        for (var person : List.of(town.wanjiru, town.fatou, town.ines)) {
            assertThat(person.signedIn().get("/settings/communities").status()).as(person.signInName()).isEqualTo(403);
        }
    }

    /** The row of the person as whoever holds the database only reads it. */
    private String inClear() {
        return read("select encode(sealed, 'escape') || to_jsonb(person)::text from vault.person where id = :id", asha);
    }

    private String read(String sql, UUID id) {
        return haki.getBean(Work.class).as(wanjiru, "person.see", () -> jdbc.sql(sql).param("id", id).query(String.class).single());
    }

    private static RegisterPerson sure(RegisterPerson typed) {
        return new RegisterPerson(
                typed.name(), typed.otherNames(), typed.phones(), typed.birth(), typed.sex(), typed.ageGroup(), typed.address(), typed.community(),
                typed.whose(), typed.ways(), typed.hours(), typed.ifOther(), typed.codeWord(), typed.safeNote(), typed.note(), "", "new");
    }

    private static Identity named(String name, String phone) {
        var phones = phone.isEmpty() ? List.<String>of() : List.of(phone);
        return new Identity(name, List.of(), phones, null, "female", "adult", "", SafeContact.UNKNOWN, "");
    }

    private static Op op(int base) {
        return new Op(Id.next(), base, new byte[] {1});
    }

    private static void refused(Problem.Kind kind, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
