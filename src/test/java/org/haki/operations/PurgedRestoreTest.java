package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.cases.Purges;
import org.haki.database.BlankDatabase;
import org.haki.database.OwnerDoor;
import org.haki.database.TestDatabase;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A backup from before a case was destroyed does not bring it back. */
@HakiTest
class PurgedRestoreTest {

    @Autowired ApplicationContext haki;
    @Autowired Backup backup;
    @Autowired Restore restore;
    @Autowired JobRepository jobs;
    @Autowired DestroyedWriter destroyed;
    @Autowired Purges purges;
    @Autowired Work work;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @TempDir Path folder;

    @Test
    void a_restored_backup_destroys_again_what_was_destroyed_since_and_leaves_the_rest() {
        var town = Town.in(haki);
        var hana = town.person(town.riverbend, "Hana Abebe", "hana", Town.everywhere("supervisor")).actor();
        var file = CaseStory.in(haki, town).of("Quillonia Vantongeren").open();
        var other = CaseStory.in(haki, town).of("Bina Gurung").open();
        var copy = folder.resolve("before.backup");
        backup.write(owner(), copy);
        var since = Instant.now().minusSeconds(5);
        archive(town, file);
        purges.propose(town.leila.actor(), file.code(), "erasure", Op.own());
        purges.approve(hana, file.code(), Op.own());
        var lines = transaction.execute(_ -> jobs.destroyedSince(since));
        assertThat(lines).extracting(DestroyedList.Line::key).contains(file.key()).doesNotContain(other.key());

        try (var blank = blank()) {
            restore.into(blank, copy, lines);
            assertThat(texts(blank, "select status from haki.case_file where id = '" + file.id() + "'")).containsExactly("purged");
            assertThat(texts(blank, "select status from haki.case_file where id = '" + other.id() + "'")).containsExactly("open");
            assertThat(texts(blank, "select id::text from vault.person where id = '" + file.client() + "'")).isEmpty();
            assertThat(texts(blank, "select id::text from vault.person where id = '" + other.client() + "'")).hasSize(1);
            assertThat(texts(blank, "select id::text from haki.case_note where case_id = '" + file.id() + "'")).isEmpty();
            assertThat(texts(blank, "select key_id::text from vault.key_wrap where key_id = '" + file.key() + "'")).isEmpty();
            assertThat(texts(blank, "select ref::text from facts.link where object_id = '" + file.id() + "'")).isEmpty();
            assertThat(texts(blank, "select subject_id::text from vault.search_token where subject_id = '" + file.client() + "'")).isEmpty();
        }
    }

    @Test
    void the_night_looks_after_a_case_whose_key_is_gone_and_touches_no_other() {
        var town = Town.in(haki);
        var file = CaseStory.in(haki, town).open();
        var other = CaseStory.in(haki, town).of("Bina Gurung").open();
        work.as(town.riverbendSystem(), "case.archive", () -> jdbc.sql("delete from vault.key_wrap where key_id = :key").param("key", file.key()).update());
        destroyed.destroyAgain();
        assertThat(status(town, file)).isEqualTo("purged");
        assertThat(status(town, other)).isEqualTo("open");
    }

    private String status(Town town, CaseFile file) {
        return work.as(town.riverbendSystem(), "case.archive",
                () -> jdbc.sql("select status from haki.case_file where id = :id").param("id", file.id()).query(String.class).single());
    }

    private void archive(Town town, CaseFile file) {
        work.as(town.riverbendSystem(), "case.archive", () -> {
            jdbc.sql("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id").param("id", file.id()).update();
            return jdbc.sql("update haki.case_file set status = 'archived', closing_at = now(), closed_at = now(), archived_at = now() where id = :id")
                    .param("id", file.id()).update();
        });
    }

    private OwnerDoor owner() {
        var url = haki.getEnvironment().getRequiredProperty("haki.database.owner-url");
        return () -> DriverManager.getConnection(url);
    }

    private static BlankDatabase blank() {
        var empty = TestDatabase.empty();
        return BlankDatabase.of(null, empty.url(), empty.ownerUrl());
    }

    private static List<String> texts(OwnerDoor door, String sql) {
        try (var connection = door.connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role haki_backup");
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            connection.rollback();
            return texts;
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
