package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.database.BlankDatabase;
import org.haki.database.Database;
import org.haki.database.TestDatabase;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A restored database is asked by a second Haki whether it is what was written; each way in which it is not, is seen. */
@HakiTest
class RestoreProofTest {

    @Autowired ApplicationContext haki;
    @Autowired Backup backup;
    @Autowired Restore restore;
    @Autowired RestoreProof proof;
    @Autowired Database database;

    @TempDir Path folder;

    private Town town;
    private TestDatabase empty;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        CaseStory.in(haki, town).open();
    }

    @Test
    void a_whole_backup_is_whole_for_each_organisation() {
        asked((blank, manifest) -> assertThat(proof.of(blank, manifest, folder)).anySatisfy(found -> {
            assertThat(found.org()).isEqualTo(town.riverbend.id());
            assertThat(found.entries()).isPositive();
            assertThat(found.opened()).isPositive();
        }));
    }

    @Test
    void a_key_that_does_not_open_is_seen() {
        refused("does not open", """
                update vault.key_wrap set wrapped = set_byte(wrapped, 40, (get_byte(wrapped, 40) + 1) % 256) where org_id = :org""");
    }

    @Test
    void a_trail_that_lost_its_end_is_seen() {
        refused("does not end where it did", """
                delete from haki.audit_entry e using haki.audit_head h where e.org_id = :org and h.org_id = e.org_id and e.seq = h.seq""", """
                update haki.audit_head h set seq = e.seq, hash = e.hash from haki.audit_entry e
                where h.org_id = :org and e.org_id = h.org_id and e.seq = h.seq - 1""");
    }

    @Test
    void an_entry_of_the_trail_that_was_changed_is_named() {
        refused("is broken at entry 2", "update haki.audit_entry set details = details || '!' where org_id = :org and seq = 2");
    }

    /** Damages a restored database, and asks. */
    private void refused(String sentence, String... damages) {
        asked((blank, manifest) -> {
            var superuser = JdbcClient.create(empty.superuser());
            superuser.sql("alter table haki.audit_entry disable trigger audit_stays").update();
            for (var damage : damages) {
                assertThat(superuser.sql(damage).param("org", town.riverbend.id()).update()).isPositive();
            }
            assertThatThrownBy(() -> proof.of(blank, manifest, folder)).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
        });
    }

    private void asked(BiConsumer<BlankDatabase, BackupManifest> question) {
        var file = folder.resolve("everything.backup");
        var manifest = backup.write(database::connectAsOwner, file);
        empty = TestDatabase.empty();
        try (var blank = BlankDatabase.of(null, empty.url(), empty.ownerUrl())) {
            restore.into(blank, file, List.of());
            question.accept(blank, manifest);
        }
    }
}
