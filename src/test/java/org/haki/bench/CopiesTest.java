package org.haki.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.audit.AuditChain;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.people.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the bench writes by COPY is what the services would have written: nobody at the front door can tell. */
@HakiTest
class CopiesTest {

    private static final int MADE = 6;
    private static final int COPIED = 20;

    @Autowired ApplicationContext haki;

    @Test
    void a_copied_case_is_opened_found_counted_and_noted_like_any_other() throws Exception {
        var town = Town.in(haki);
        var house = new InventedTowns.House(town, town.riverbend, town.mainDesk.id(), town.leila, town.fatou, List.of(town.wanjiru));
        var first = Id.next();
        new InventedTowns(haki).batch(house, MADE, new SplittableRandom(3));
        var door = new DriverManagerDataSource(haki.getEnvironment().getRequiredProperty("haki.database.owner-url"));
        new Copies(haki, door, "set role haki_backup")
                .fill(town.riverbend.id(), first, List.of(town.wanjiru.id()), COPIED, COPIED / 2, () -> {});

        var everything = Everything.in(haki);
        var wanjiru = town.wanjiru.signedIn();
        var codes = everything.list("select code from haki.case_file where org_id = :org order by id limit " + COPIED, town.riverbend);
        for (var code : codes) {
            assertThat(wanjiru.get("/cases/" + code).text()).contains(Code.shown(code), nameOf(town, code));
        }
        assertThat(wanjiru.fill("/search", "/search", "q", nameOf(town, codes.getFirst())).text()).contains(Code.shown(codes.getFirst()));
        assertThat(everything.count("select count(*) from facts.fact where org_id = :org and kind = 'case_accepted'", town.riverbend)).isEqualTo(MADE + COPIED);
        assertThat(everything.count("select count(distinct key_id) from vault.key_wrap where org_id = :org", town.riverbend)).isEqualTo(2 * (MADE + COPIED));
        assertThat(haki.getBean(AuditChain.class).verify(town.riverbend.id()).broken()).isEmpty();
        assertThat(everything.trailOf(codes.getFirst())).contains("case.open");
    }

    private String nameOf(Town town, String code) {
        var file = haki.getBean(CaseFiles.class).open(town.leila.actor(), code);
        return haki.getBean(Persons.class).open(town.leila.actor(), file.client()).name();
    }
}
