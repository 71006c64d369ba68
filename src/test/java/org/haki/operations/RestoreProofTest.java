package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.database.BlankDatabase;
import org.haki.database.Database;
import org.haki.database.TestDatabase;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A restored database is asked by a second Haki whether it is what was written; each way in which it is not, is seen. It is
 * restored once, and whoever damages it mends it again.
 */
@HakiTest
@TestPropertySource(properties = HakiTest.GONE_THROUGH)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreProofTest {

    @Autowired ApplicationContext haki;
    @Autowired Backup backup;
    @Autowired Restore restore;
    @Autowired RestoreProof proof;
    @Autowired Database database;

    @TempDir Path folder;

    private Town town;
    private TestDatabase restored;
    private BlankDatabase blank;
    private BackupManifest manifest;

    @BeforeAll
    void a_restored_database(@TempDir Path place) {
        town = Town.in(haki);
        CaseStory.in(haki, town).open();
        var file = place.resolve("everything.backup");
        manifest = backup.write(database::connectAsOwner, file);
        restored = TestDatabase.empty();
        blank = BlankDatabase.of(null, restored.url(), restored.ownerUrl());
        restore.into(blank, file, List.of());
        superuser().sql("alter table haki.audit_entry disable trigger all").update();
        superuser().sql("alter table haki.audit_subject disable trigger all").update();
        superuser().sql("create table public.heads as select * from haki.audit_head").update();
    }

    /** Each proof writes into the trail that it looked; the next one finds it as it was restored. */
    @AfterEach
    void as_it_was_restored() {
        superuser().sql("delete from haki.audit_subject s using public.heads h where s.org_id = h.org_id and s.seq > h.seq").update();
        superuser().sql("delete from haki.audit_entry e using public.heads h where e.org_id = h.org_id and e.seq > h.seq").update();
        superuser().sql("update haki.audit_head a set seq = h.seq, hash = h.hash from public.heads h where a.org_id = h.org_id").update();
    }

    @AfterAll
    void end() {
        blank.close();
    }

    @Test
    void a_whole_backup_is_whole_for_each_organisation() {
        assertThat(proof.of(blank, manifest, folder)).anySatisfy(found -> {
            assertThat(found.org()).isEqualTo(town.riverbend.id());
            assertThat(found.entries()).isPositive();
            assertThat(found.opened()).isPositive();
        });
    }

    @Test
    void a_key_that_does_not_open_is_seen() {
        refused("does not open",
                List.of("update vault.key_wrap set wrapped = set_byte(wrapped, 40, (get_byte(wrapped, 40) + 1) % 256) where org_id = :org"),
                List.of("update vault.key_wrap set wrapped = set_byte(wrapped, 40, (get_byte(wrapped, 40) + 255) % 256) where org_id = :org"));
    }

    @Test
    void a_trail_that_lost_its_end_is_seen() {
        superuser().sql("""
                create table public.lost as select e.* from haki.audit_entry e join haki.audit_head h on h.org_id = e.org_id and h.seq = e.seq
                where e.org_id = '%s'""".formatted(town.riverbend.id())).update();
        refused("does not end where it did",
                List.of("""
                        delete from haki.audit_entry e using haki.audit_head h where e.org_id = :org and h.org_id = e.org_id and e.seq = h.seq""", """
                        update haki.audit_head h set seq = e.seq, hash = e.hash from haki.audit_entry e
                        where h.org_id = :org and e.org_id = h.org_id and e.seq = h.seq - 1"""),
                List.of("insert into haki.audit_entry select * from public.lost where org_id = :org", """
                        update haki.audit_head h set seq = e.seq, hash = e.hash from public.lost e where h.org_id = :org and e.org_id = h.org_id"""));
    }

    @Test
    void an_entry_of_the_trail_that_was_changed_is_named() {
        refused("is broken at entry 2",
                List.of("update haki.audit_entry set details = details || '!' where org_id = :org and seq = 2"),
                List.of("update haki.audit_entry set details = left(details, -1) where org_id = :org and seq = 2"));
    }

    /** Damages the restored database, asks, and mends it. */
    private void refused(String sentence, List<String> damages, List<String> mends) {
        damages.forEach(this::change);
        try {
            assertThatThrownBy(() -> proof.of(blank, manifest, folder)).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
        } finally {
            mends.forEach(this::change);
        }
    }

    private void change(String sql) {
        assertThat(superuser().sql(sql).param("org", town.riverbend.id()).update()).isPositive();
    }

    private JdbcClient superuser() {
        return JdbcClient.create(restored.superuser());
    }
}
