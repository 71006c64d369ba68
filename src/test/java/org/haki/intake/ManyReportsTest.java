package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.RowsRead;
import org.haki.Town;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.haki.ui.Stretch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A page of the queue costs as much with very many reports as with a thousand: rows are counted, not seconds. */
@HakiTest
@TestPropertySource(properties = RowsRead.ALONE)
class ManyReportsTest {

    private static final int FEW = 1_000;
    private static final int PAGE = 26;
    /** Four counts. */
    private static final int MOST = 4 * (Stretch.COUNTED + 1);

    @Autowired ApplicationContext haki;
    @Autowired QueueRepository queue;
    private Town town;

    @BeforeEach
    void aReport() {
        town = Town.in(haki);
        var account = new Account("They wait under the bridge", "Seti Bazaar", "", null, "", "", "", "", "", List.of(), "", "");
        haki.getBean(Intakes.class).receive(town.fatou.actor(), new Told(
                Id.next(), town.mainDesk.id(), "phone", "en", "other", "adult", "normal", "none", Instant.now(), false, account));
    }

    @AfterEach
    void as_before() {
        Everything.in(haki).pass("delete from haki.intake where org_id = :org and code like 'many-%'", town.riverbend);
    }

    @Test
    void twenty_thousand_reports_are_listed_with_as_few_rows_as_a_thousand() {
        costs_the_same(20_000);
    }

    @Test
    @Tag("soak")
    void a_hundred_thousand_reports_are_listed_with_as_few_rows_as_a_thousand() {
        costs_the_same(100_000);
    }

    private void costs_the_same(int many) {
        make(0, FEW);
        assertThat(counts().waiting()).isPositive();
        make(FEW, many);
        for (var view : Filter.VIEWS) {
            var first = new Filter(view, "", "", "");
            var read = read(() -> first.decided() ? queue.decided(first, PAGE) : queue.waiting(first, PAGE));
            assertThat(read.of("haki.intake")).as(view).isBetween(1L, 2L * PAGE);
        }
        assertThat(read(this::counts).of("haki.intake")).isBetween(1L, (long) MOST);
        assertThat(counts().waiting()).isEqualTo(Stretch.COUNTED + 1);
    }

    private RowsRead read(Supplier<?> reading) {
        var read = RowsRead.during(haki, () -> haki.getBean(Work.class).as(town.fatou.actor(), "intake.see", reading));
        assertThat(read.wholeTables()).doesNotContain("haki.intake");
        return read;
    }

    private Counts counts() {
        return haki.getBean(Work.class).as(town.fatou.actor(), "intake.see", () -> queue.counts(Instant.now().minus(Duration.ofDays(1))));
    }

    /** Reports in every view, three in ten of them still waiting. */
    private void make(int from, int to) {
        Everything.in(haki).pass("""
                insert into haki.intake (org_id, id, code, office_id, key_id, channel, received_at, urgency, about, age_group, reach, state,
                    quarantined, decided_at)
                select org_id, gen_random_uuid(), 'many-' || n, office_id, key_id, channel, now() - n * interval '1 minute',
                    case n %% 7 when 0 then 'urgent' else 'normal' end, about, age_group, reach,
                    case n %% 10 when 0 then 'received' when 1 then 'received' when 2 then 'call_back' else 'not_a_case' end,
                    n %% 10 = 1, case when n %% 10 > 2 then now() - n * interval '1 minute' end
                from haki.intake, generate_series(%d, %d) n where org_id = :org and code not like 'many-%%'""".formatted(from, to - 1), town.riverbend);
        Everything.in(haki).analyze("haki.intake");
    }
}
