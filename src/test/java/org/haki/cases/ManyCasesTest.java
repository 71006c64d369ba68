package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.RowsRead;
import org.haki.ui.Stretch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The list of an organisation with very many cases costs as much as that of one with a thousand: rows are counted, not seconds. */
@HakiTest
@TestPropertySource(properties = RowsRead.ALONE)
class ManyCasesTest extends CaseTest {

    private static final int FEW = 1_000;
    /** The page is read once more than shown, then counted; each at most once for each status in each of two offices. */
    private static final int MOST = 2 * 2 * (Stretch.COUNTED + 1 + 51);

    @Autowired CaseList list;

    @AfterEach
    void as_before() {
        Everything.in(haki).pass("delete from hub.case_window where owner_org = :org and code like 'many-%'", town.riverbend);
        Everything.in(haki).pass("delete from haki.case_file where org_id = :org and code like 'many-%'", town.riverbend);
    }

    @Test
    void twenty_thousand_cases_are_listed_with_as_few_rows_as_a_thousand() {
        costs_the_same(20_000);
    }

    @Test
    @Tag("soak")
    void a_hundred_thousand_cases_are_listed_with_as_few_rows_as_a_thousand() {
        costs_the_same(100_000);
    }

    @Test
    void five_hundred_open_windows_cost_the_list_nothing() {
        make(0, FEW);
        var without = RowsRead.during(haki, () -> list.show(leila, asked("", "everyone", "", "")));
        Everything.in(haki).pass("""
                insert into hub.case_window (id, owner_org, by_org, to_org, office_id, case_id, client_id, key_id, code, kind, service, urgency,
                    sections, own_key_id, respond_by, until)
                select gen_random_uuid(), org_id, org_id, '%s', office_id, id, client_id, key_id, code, 'service', 'legal', 'normal', '{case}',
                    gen_random_uuid(), now() + interval '14 days', now() + interval '90 days'
                from haki.case_file where org_id = :org and code like 'many-%%' limit 500""".formatted(town.northgate.id()), town.riverbend);
        Everything.in(haki).analyze("hub.case_window");
        assertThat(RowsRead.during(haki, () -> list.show(leila, asked("", "everyone", "", "")))).isEqualTo(without);
        assertThat(without.rows()).containsKey("haki.case_file").doesNotContainKeys("hub.case_window", "haki.referral");
    }

    private void costs_the_same(int many) {
        var lists = List.<Supplier<CasesPage>>of(
                () -> list.show(leila, asked("", "everyone", "", "")),
                () -> list.show(leila, asked("closed", "everyone", "", "")),
                () -> list.show(leila, asked("all", "everyone", "", "")),
                () -> list.show(leila, asked("", "everyone", town.mainDesk.id().toString(), "")),
                () -> list.show(leila, asked("", "queue", "", "")),
                () -> list.show(wanjiru, asked("", "me", "", "")),
                () -> list.show(leila, asked("", "everyone", "", fiveThousandBack())));
        make(0, FEW);
        var few = lists.stream().map(asked -> RowsRead.during(haki, asked)).toList();
        make(FEW, many);
        for (int i = 0; i < lists.size(); i++) {
            var read = RowsRead.during(haki, lists.get(i));
            System.out.println("list " + i + ": rows of case_file read with " + FEW + " cases " + few.get(i).of("haki.case_file") + ", with " + many
                    + " " + read.of("haki.case_file"));
            assertThat(read.of("haki.case_file")).as("list %d", i).isBetween(1L, (long) MOST);
            assertThat(read.wholeTables()).as("list %d", i).doesNotContain("haki.case_file", "vault.person");
            assertThat(others(read)).as("all other rows of list %d: %s", i, read.rows()).isLessThan(600);
        }
        assertThat(list.show(leila, asked("", "everyone", "", "")).shown().count()).isEqualTo(Stretch.COUNTED + 1);
    }

    private static long others(RowsRead read) {
        return read.rows().values().stream().mapToLong(Long::longValue).sum() - read.of("haki.case_file");
    }

    /** Cases of Asha's in both offices, half of them closed, each older than the one before. */
    private void make(int from, int to) {
        Everything.in(haki).pass("""
                insert into haki.case_file (org_id, by_org, id, code, office_id, key_id, case_type, type_version, status, stage, client_id,
                    owner_id, urgency, channel, received_at, accepted_at, closing_at, closed_at, touched_at)
                select org_id, by_org, gen_random_uuid(), 'many-' || n, case n %% 3 when 0 then '%s'::uuid else office_id end, key_id, case_type,
                    type_version, case n %% 2 when 0 then 'open' else 'closed' end, stage, client_id,
                    case n %% 5 when 0 then null else owner_id end, urgency, channel, received_at, accepted_at,
                    case n %% 2 when 1 then now() end, case n %% 2 when 1 then now() end, now() - n * interval '1 second'
                from haki.case_file, generate_series(%d, %d) n where org_id = :org and code = '%s'"""
                .formatted(town.oldbridge.id(), from, to - 1, file.code()), town.riverbend);
        Everything.in(haki).analyze("haki.case_file");
    }

    private static String fiveThousandBack() {
        return new ListCases.Mark(java.time.Instant.now().minusSeconds(500), new java.util.UUID(0, 0)).toString();
    }

    private static ListCases asked(String status, String owner, String office, String after) {
        return new ListCases(status, "", "", owner, "", office, "", after);
    }
}
