package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Statements;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.intake.Account;
import org.haki.intake.Intakes;
import org.haki.intake.Told;
import org.haki.kernel.Id;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How many statements a page sends: a few, and no more of them where there is more to show. */
@HakiTest
class QueriesTest {

    @Autowired ApplicationContext haki;

    private Town town;
    private CaseFile file;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).open();
        report();
    }

    @ParameterizedTest
    @CsvSource({"/intake, 3", "/people, 3", "/settings/people, 3", "/cases, 6"})
    void a_list_takes_as_many_statements_for_many_as_for_one(String path, int most) {
        sends(path.startsWith("/settings") ? town.tomasz : town.leila, path, most);
    }

    @Test
    void a_case_takes_a_statement_or_two_for_each_of_its_sections_and_one_for_all_its_keys() {
        var path = file.path();
        sends(town.wanjiru, path, 15);
        sends(town.wanjiru, path + "/history", 14);
        var reader = town.wanjiru.signedIn();
        assertThat(Statements.during(() -> reader.get(path))).filteredOn(sql -> sql.contains("vault.key_wrap")).hasSize(1);
    }

    @Test
    void the_page_about_workers_takes_as_many_statements_for_many_as_for_few() {
        sends(town.leila, "/reports/workers", 8);
    }

    @Test
    void today_takes_a_statement_for_each_of_its_sections() {
        sends(town.leila, "/today", 16);
    }

    private void sends(Town.Person person, String path, int most) {
        var reader = person.signedIn();
        assertThat(reader.get(path).status()).isEqualTo(200);
        var few = Statements.during(() -> reader.get(path));
        for (int i = 0; i < 3; i++) {
            grow(i);
        }
        var many = Statements.during(() -> reader.get(path));
        assertThat(many).as(path + "\n" + shown(many)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(most);
    }

    /** One more of everything. */
    private void grow(int number) {
        CaseStory.in(haki, town).of("Hodan Warsame").ownedBy(town.leila.id()).open();
        report();
        town.person(town.riverbend, "Somebody New", "new" + number + "-" + Id.next(), new Membership("caseworker", town.oldbridge.id()));
        var wanjiru = town.wanjiru.signedIn();
        var people = file.path() + "/people";
        wanjiru.fill(people, people, "role", "other", "name", "Neighbour " + number, "age", "adult", "isNew", "yes");
        wanjiru.fill(file.path(), file.path() + "/activities", "text", "She called.", "kind", "call");
    }

    private void report() {
        var account = new Account("They wait under the bridge", "Seti Bazaar", "", null, "", "", "", "", "", List.of(), "", "");
        haki.getBean(Intakes.class).receive(town.fatou.actor(), new Told(
                Id.next(), town.mainDesk.id(), "phone", "en", "other", "adult", "normal", "none", Instant.now(), false, account));
    }

    private static String shown(List<String> statements) {
        return statements.stream().map(sql -> "  " + sql.substring(0, Math.min(150, sql.length()))).collect(Collectors.joining("\n"));
    }
}
