package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.audit.Audit;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@HakiTest
@Import(TestClock.class)
class SettingsTest {

    private static final List<String> PAGES = List.of(
            "/settings", "/settings/people", "/settings/people/new", "/settings/offices", "/settings/organisation",
            "/settings/public-page");

    @Autowired
    ApplicationContext haki;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    Town town;
    Visitor tomasz;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        tomasz = town.tomasz.signedIn();
    }

    @Test
    void settings_are_the_administrators_alone() {
        for (var person : List.of(town.fatou, town.wanjiru, town.leila, town.ines)) {
            var visitor = person.signedIn();
            for (var page : PAGES) {
                assertThat(visitor.get(page).status()).as(person.signInName() + " " + page).isEqualTo(403);
            }
        }
        for (var page : PAGES) {
            assertThat(tomasz.get(page).status()).as(page).isEqualTo(200);
        }
    }

    @Test
    void people_of_another_organisation_are_like_people_who_do_not_exist() {
        var theirs = tomasz.get("/settings/people/" + town.sushila.id());
        var nobodys = tomasz.get("/settings/people/" + UUID.randomUUID());
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(plain(theirs)).isEqualTo(plain(nobodys));
        var form = tomasz.get("/settings/people/" + town.mateo.id()).form("/settings/people/" + town.mateo.id() + "/code");
        assertThat(new Page.Form(tomasz, "/settings/people/" + town.sushila.id() + "/code", form.fields()).send().status())
                .isEqualTo(404);
        assertThat(new Page.Form(tomasz, "/settings/people/" + town.sushila.id() + "/end", form.fields()).send().status())
                .isEqualTo(404);
        assertThat(town.sushila.signedIn().get("/me").status()).isEqualTo(200);
        assertThat(tomasz.get("/settings/people").text()).doesNotContain("Sushila");
    }

    @Test
    void a_role_in_an_office_of_another_organisation_is_refused() {
        var form = tomasz.get("/settings/people/" + town.mateo.id()).form("/settings/people/" + town.mateo.id());
        assertThat(form.send("roles", "caseworker@" + town.northgateOffice.id()).status()).isEqualTo(404);
        assertThat(form.send("roles", "emperor@").status()).isEqualTo(404);
    }

    @Test
    void somebody_new_gets_a_code_that_is_shown_once() {
        var form = tomasz.get("/settings/people/new").form("/settings/people");
        var fields = form.with("name", "Amina Yusuf", "signInName", "amina-" + town.fatou.signInName(), "roles", "operator@");
        var shown = form.sendWith(fields);
        assertThat(shown.text()).contains("A one-time code").contains("Amina Yusuf");
        assertThat(shown.text()).containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}");
        var again = form.sendWith(fields);
        assertThat(again.location()).as("sent twice: one account, and no second code").startsWith("/settings/people/");
        var taken = form.sendWith(tomasz.get("/settings/people/new").form("/settings/people")
                .with("name", "Another", "signInName", town.sushila.signInName().toUpperCase(), "roles", "operator@"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("Somebody signs in with this name already");
    }

    @Test
    void P8_a_change_of_roles_holds_at_the_next_request_and_ends_the_sessions() {
        var mateo = town.mateo.signedIn();
        assertThat(mateo.get("/me").status()).isEqualTo(200);
        change(town.mateo, "roles", "evaluator@");
        assertThat(mateo.get("/me").location()).startsWith("/sign-in");
        assertThat(town.mateo.signedIn().get("/cases").status()).isEqualTo(403);
    }

    @Test
    void P8_rights_are_read_at_each_request_even_where_a_session_stays() {
        var mateo = town.mateo.signedIn();
        assertThat(mateo.get("/cases").status()).isEqualTo(200);
        var work = haki.getBean(Work.class);
        var system = town.riverbendSystem();
        work.as(system, "people.manage", () ->
                haki.getBean(AccountRepository.class).setRoles(town.mateo.id(), List.of(new Membership("monitor", null))));
        assertThat(mateo.get("/cases").status()).isEqualTo(403);
    }

    @Test
    void nobody_changes_their_own_roles_or_ends_their_own_account() {
        var own = "/settings/people/" + town.tomasz.id();
        var page = tomasz.get(own);
        assertThat(page.body()).doesNotContain("name=\"roles\"");
        page.form(own).send("name", "Tomasz W.", "roles", "supervisor@");
        var after = accounts.of(town.tomasz.actor(), town.tomasz.id());
        assertThat(after.name()).isEqualTo("Tomasz W.");
        assertThat(after.memberships()).containsExactly(new Membership("administrator", null));
        assertThat(page.hasForm(own + "/end")).isFalse();
        assertThat(tomasz.post(own + "/end", "_csrf", page.form(own).value("_csrf"), "op", UUID.randomUUID().toString(),
                "base", "1").status()).isEqualTo(409);
    }

    @Test
    void two_administrators_who_end_each_other_at_once_leave_one() throws Exception {
        var olga = town.person(town.riverbend, "Olga Petrova", "olga", Town.everywhere("administrator"));
        var ends = new ArrayList<Callable<Boolean>>();
        ends.add(() -> ended(town.tomasz, olga));
        ends.add(() -> ended(olga, town.tomasz));
        try (var both = Executors.newFixedThreadPool(2)) {
            var done = both.invokeAll(ends).stream().filter(SettingsTest::answer).count();
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() {
        var path = "/settings/people/" + town.mateo.id();
        var old = tomasz.get(path).form(path);
        change(town.mateo, "name", "Mateo C.");
        assertThat(old.send("name", "Mateo the old").status()).isEqualTo(409);
        assertThat(accounts.of(town.tomasz.actor(), town.mateo.id()).name()).isEqualTo("Mateo C.");
    }

    @Test
    void the_public_page_says_what_the_administrator_wrote() {
        var path = "/settings/public-page";
        var form = tomasz.get(path).form(path);
        var wrong = form.send("label", "Police", "number", "", "answerHours", "soon");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Each line needs both").contains("A number of hours");
        assertThat(wrong.body()).contains("value=\"Police\"").contains("value=\"soon\"");
        var sent = form.with("answerHours", "४८", "keepDays", "60", "languages", "es");
        sent.removeIf(field -> List.of("label", "number").contains(field.getKey()));
        sent.addAll(List.of(Map.entry("label", "Police"), Map.entry("number", "112"),
                Map.entry("label", "Our line"), Map.entry("number", "+254 800 555 014")));
        assertThat(form.sendWith(sent).location()).isEqualTo("/settings?done=saved");
        var page = organisations.of(town.riverbend.id()).publicPage();
        assertThat(page.numbers()).extracting(PublicPage.EmergencyNumber::number).containsExactly("112", "+254 800 555 014");
        assertThat(page.answerHours()).isEqualTo(48);
        assertThat(page.languages()).containsExactly("es");
        assertThat(organisations.of(town.northgate.id()).publicPage()).isEqualTo(PublicPage.UNSET);
        assertThat(town.stranger().get("/report/" + town.riverbend.slug()).text()).contains("Our line");
    }

    @Test
    void an_office_is_added_once_and_renamed() {
        var form = tomasz.get("/settings/offices").form("/settings/offices");
        var fields = form.with("name", "Lakeside");
        form.sendWith(fields);
        form.sendWith(fields);
        assertThat(organisations.offices(town.tomasz.actor())).extracting(Office::name)
                .containsExactly("Lakeside", "Main desk", "Oldbridge");
        var path = "/settings/offices/" + town.oldbridge.id();
        tomasz.get(path).form(path).send("name", "Newbridge");
        assertThat(organisations.offices(town.tomasz.actor())).extracting(Office::name).contains("Newbridge");
        assertThat(form.send("name", "", "op", UUID.randomUUID().toString()).status()).isEqualTo(422);
        var theirs = "/settings/offices/" + town.northgateOffice.id();
        assertThat(new Page.Form(tomasz, theirs, form.fields()).send("name", "Mine", "op", UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void many_offices_are_found_by_region_and_name_and_read_page_by_page() {
        var offices = "/settings/offices";
        for (var region : List.of("Coast", "Hills")) {
            assertThat(tomasz.get(offices).form("/settings/regions").send("named", region).status()).isEqualTo(303);
        }
        assertThat(tomasz.get(offices).form("/settings/regions").send("named", " ").status()).isEqualTo(422);
        assertThat(tomasz.get(offices).form(offices).send("name", "Lost", "region", "Mars").status()).isEqualTo(422);
        for (int i = 0; i < 312; i++) {
            organisations.addOffice(town.tomasz.actor(), new OfficeForm("Post " + i, i % 2 == 0 ? "Coast" : "Hills"), Op.own());
        }
        var first = tomasz.get(offices);
        assertThat(first.text()).contains("1 to 50 of 314").doesNotContain("Post 99");
        assertThat(tomasz.get(offices + "?region=Coast").text()).contains("1 to 50 of 156", "Post 10 ").doesNotContain("Post 11 ");
        assertThat(tomasz.get(offices + "?named=post%2059&region=Hills").text()).contains("Post 59").doesNotContain("Post 8", "Post 61");
        assertThat(tomasz.get(offices + "?named=post&region=Nowhere").text()).contains("No office is like this");
        assertThat(organisations.regions(town.nadia.actor())).as("another organisation's").isEmpty();
    }

    @Test
    void where_there_are_many_offices_a_role_in_one_is_chosen_from_a_list() {
        for (int i = 0; i < 6; i++) {
            organisations.addOffice(town.tomasz.actor(), new OfficeForm("Post " + i, ""), Op.own());
        }
        var path = "/settings/people/" + town.mateo.id();
        var form = tomasz.get(path).form(path);
        assertThat(form.send("inRole", "supervisor", "inRole", "", "inOffice", "", "inOffice", "").text())
                .contains("Choose both the role and its office");
        var oldbridge = town.oldbridge.id().toString();
        assertThat(form.send("inRole", "supervisor", "inRole", "", "inOffice", oldbridge, "inOffice", "").status()).isEqualTo(303);
        assertThat(accounts.of(town.tomasz.actor(), town.mateo.id()).memberships()).containsExactlyInAnyOrder(
                new Membership("caseworker", town.oldbridge.id()), new Membership("supervisor", town.oldbridge.id()));
        assertThat(tomasz.get(path).text()).contains("Supervisor, Oldbridge");
    }

    @Test
    void settings_say_what_is_still_to_do_and_tick_themselves() {
        var before = tomasz.get("/settings").text();
        assertThat(before).contains("Before the first case: 4 of 5 done", "In each office somebody reads what comes in").doesNotContain("Our services");
        var nadia = town.nadia.signedIn();
        change(town.fatou, "roles", "operator@" + town.mainDesk.id());
        change(town.leila, "roles", "supervisor@" + town.mainDesk.id());
        assertThat(tomasz.get("/settings").text()).contains("Nobody reads what comes in for Oldbridge");
        town.inOneNetwork();
        assertThat(nadia.get("/settings").text()).contains("Our services", "is not written yet");
    }

    @Test
    void every_change_stands_in_the_trail() {
        change(town.mateo, "name", "Mateo C.", "roles", "supervisor@");
        var work = haki.getBean(Work.class);
        var acts = work.as(town.leila.actor(), "audit.see", () -> haki.getBean(Audit.class)
                .openingsOf(town.mateo.id(), Long.MAX_VALUE, 10));
        assertThat(acts).anySatisfy(entry -> {
            assertThat(entry.act()).isEqualTo("person.roles");
            assertThat(entry.details()).isEqualTo("supervisor");
            assertThat(entry.person()).isEqualTo(town.tomasz.id());
        });
    }

    private void change(Town.Person person, String... fields) {
        var path = "/settings/people/" + person.id();
        assertThat(tomasz.fill(path, path, fields).location()).isEqualTo(path + "?done=saved");
    }

    private boolean ended(Town.Person by, Town.Person whom) {
        try {
            accounts.end(by.actor(), whom.id(), new Op(UUID.randomUUID(), 1, new byte[0]));
            return true;
        } catch (Problem lastOne) {
            return false;
        }
    }

    private static boolean answer(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static String plain(Page page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "");
    }
}
