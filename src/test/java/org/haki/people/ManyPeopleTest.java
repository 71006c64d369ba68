package org.haki.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.RowsRead;
import org.haki.Town;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.people.PersonRepository.Mark;
import org.haki.ui.Stretch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A page of a register of very many people costs as much as one of a thousand: rows are counted, not seconds. */
@HakiTest
@TestPropertySource(properties = RowsRead.ALONE)
class ManyPeopleTest {

    private static final int FEW = 1_000;
    private static final int MOST = 2 * (Stretch.COUNTED + 1 + 51) + 60;

    @Autowired ApplicationContext haki;
    @Autowired PersonRepository people;
    private Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        CaseStory.in(haki, town).open();
    }

    @AfterEach
    void as_before() {
        Everything.in(haki).pass("delete from vault.person where org_id = :org and version = 77", town.riverbend);
    }

    @Test
    void twenty_thousand_people_are_listed_with_as_few_rows_as_a_thousand() {
        costs_the_same(20_000);
    }

    @Test
    @Tag("soak")
    void a_hundred_thousand_people_are_listed_with_as_few_rows_as_a_thousand() {
        costs_the_same(100_000);
    }

    private void costs_the_same(int many) {
        make(0, FEW);
        for (var actor : List.of(town.leila.actor(), town.wanjiru.actor(), town.mateo.actor())) {
            assertThat(newest(actor, Mark.NEWEST).rows()).isNotEmpty();
        }
        make(FEW, many);
        for (var actor : List.of(town.leila.actor(), town.wanjiru.actor(), town.mateo.actor())) {
            for (var mark : List.of(Mark.NEWEST, new Mark(Instant.now().minus(Duration.ofSeconds(500)), new UUID(0, 0)))) {
                var read = RowsRead.during(haki, () -> newest(actor, mark));
                assertThat(read.of("vault.person")).isBetween(51L, (long) MOST);
                assertThat(read.wholeTables()).doesNotContain("vault.person");
            }
        }
        assertThat(newest(town.leila.actor(), Mark.NEWEST).count()).isEqualTo(Stretch.COUNTED + 1);
    }

    private PersonRepository.Found newest(Actor actor, Mark after) {
        return haki.getBean(Work.class).as(actor, "person.see", () -> people.newest(after, 50));
    }

    /** People of both offices, each entered earlier than the one before. */
    private void make(int from, int to) {
        Everything.in(haki).pass("""
                insert into vault.person (org_id, id, office_id, key_id, sealed, created_at, version)
                select org_id, gen_random_uuid(), case n %% 3 when 0 then '%s'::uuid else office_id end, key_id, sealed,
                    now() - n * interval '1 second', 77
                from vault.person, generate_series(%d, %d) n where org_id = :org and version <> 77"""
                .formatted(town.oldbridge.id(), from, to - 1), town.riverbend);
        Everything.in(haki).analyze("vault.person");
    }
}
