package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.RowsRead;
import org.haki.Statements;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What was shared is listed with as few rows whether ten windows are open or thousands, and however many have ended. */
@HakiTest
@TestPropertySource(properties = RowsRead.ALONE)
class WindowPlansTest {

    private static final int OPEN = 500;
    private static final int MANY = 5000;
    private static final int OTHERS = 50;

    @Autowired ApplicationContext haki;
    private Town town;
    private CaseFile asha;

    @BeforeEach
    void much_that_is_others() throws SQLException {
        town = Town.in(haki);
        town.inOneNetwork();
        asha = CaseStory.in(haki, town).open();
        asOwner("""
                insert into hub.organisation (id, slug, name, zone, region)
                select md5('plans' || n)::uuid, 'plans-' || n, 'Plans', 'Africa/Nairobi', 'KE' from generate_series(0, %d) n""".formatted(OTHERS - 1));
        Everything.in(haki).pass("""
                insert into haki.case_file (org_id, by_org, id, code, office_id, key_id, case_type, type_version, status, stage, client_id,
                    urgency, channel, received_at, accepted_at)
                select md5('plans' || n %% %d)::uuid, :org, gen_random_uuid(), 'P' || n, gen_random_uuid(), gen_random_uuid(), 'none', 1,
                    'open', 'none', gen_random_uuid(), 'normal', 'phone', now(), now()
                from generate_series(1, %d) n""".formatted(OTHERS, MANY), town.riverbend);
        windows("md5('plans' || n %% %1$d)::uuid, md5('plans' || (n + 1) %% %1$d)::uuid".formatted(OTHERS), MANY);
    }

    @AfterEach
    void as_before() throws SQLException {
        asOwner("delete from hub.case_window where case_id = '" + asha.id() + "'");
        asOwner("delete from hub.organisation where slug like 'plans-%'");
        Everything.in(haki).pass("delete from haki.case_file where by_org = :org and case_type = 'none'", town.riverbend);
    }

    @Test
    void what_was_shared_is_listed_by_its_index_however_much_it_is() throws SQLException {
        var sushila = town.sushila.signedIn();
        sushila.get("/shared");
        var asked = Statements.during(() -> sushila.get("/shared"));
        windows("'%s'::uuid, '%s'::uuid".formatted(town.riverbend.id(), town.northgate.id()), OPEN);
        assertThat(Statements.during(() -> assertThat(sushila.get("/shared").text()).contains(town.riverbend.name()))).isEqualTo(asked);
        var read = RowsRead.during(haki, this::waiting).besidesTheTrail();
        asOwner("update hub.case_window set state = 'rejected', ended_at = now() where case_id = '" + asha.id() + "' and code like 'P%0'");
        windows("'%s'::uuid, '%s'::uuid".formatted(town.riverbend.id(), town.northgate.id()), MANY);
        assertThat(RowsRead.during(haki, this::waiting).besidesTheTrail()).isEqualTo(read);
        assertThat(read.of("hub.case_window")).isEqualTo(51);
        assertThat(read.wholeTables()).doesNotContain("hub.case_window");
    }

    private Object waiting() {
        return haki.getBean(SharedCases.class).list(town.sushila.actor(), List.of("sent", "expired"), CaseWindowRepository.Mark.FIRST, 51);
    }

    /** Windows that wait for an answer; {@code between} says in SQL whose case is shown, and to whom. */
    private void windows(String between, int count) throws SQLException {
        asOwner("""
                insert into hub.case_window (id, owner_org, by_org, to_org, office_id, case_id, client_id, key_id, code, kind, service, urgency,
                    sections, own_key_id, told_at, respond_by, until)
                select gen_random_uuid(), owner, owner, receiver, gen_random_uuid(), '%s', gen_random_uuid(), gen_random_uuid(), 'P' || n,
                    'service', 'legal', 'normal', '{case}', gen_random_uuid(), now(), now() + interval '14 days', now() + interval '90 days'
                from (select n, %s from generate_series(1, %d) n) one (n, owner, receiver)""".formatted(asha.id(), between, count));
        asOwner("analyze haki.case_file, hub.case_window");
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(haki.getEnvironment().getRequiredProperty("haki.database.owner-url"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
