package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.haki.Floor;
import org.haki.database.BlankDatabase;
import org.haki.database.OwnerDoor;
import org.haki.database.TestDatabase;
import org.haki.kernel.Id;
import org.haki.kernel.Refusal;
import org.haki.kernel.Work;
import org.haki.vault.BackupKeys;
import org.haki.vault.KeyKind;
import org.haki.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Leila wrote is in the backup, sealed, and comes back whole or not at all. */
class BackupTest {

    private static final String HER_NAME = "Sunayana Thapa-Magar";

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private static TestDatabase database;
    private static Floor floor;
    private static BackupRepository tables;
    private static UUID org;
    private static UUID person;
    private static UUID key;

    private Path file;
    private Backup backup;
    private Restore restore;

    @BeforeAll
    static void organisation() {
        database = TestDatabase.fresh();
        floor = Floor.on(database, keys.resolve("keys"));
        tables = new BackupRepository();
        org = floor.organisation();
        JdbcClient.create(database.superuser())
                .sql("insert into hub.organisation (id, slug, name, zone, region) values (?, 'riverbend', 'Riverbend \\ Helpline\tOne', 'UTC', 'NP')")
                .param(org).update();
        var leila = Floor.staff(org, "deed");
        person = Id.next();
        floor.get(Work.class).as(leila, "deed", () -> {
            key = floor.get(Vault.class).newKey(KeyKind.PERSON);
            var sealed = floor.get(Vault.class).seal(key, person, "identity", HER_NAME);
            floor.get(JdbcClient.class)
                    .sql("insert into haki.draft (org_id, id, person_id, page, action, sealed) values (?, ?, ?, '/', '/', ?)")
                    .params(org, person, leila.person(), sealed.bytes()).update();
        });
        floor.get(Work.class).as(leila, "deed", () -> {});
    }

    @AfterAll
    static void close() {
        floor.close();
    }

    @BeforeEach
    void backup() {
        var backupKeys = floor.get(BackupKeys.class);
        backup = new Backup(backupKeys, tables, Clock.systemUTC());
        restore = new Restore(backupKeys, tables);
        file = folder.resolve("everything.backup");
    }

    @Test
    void everything_comes_back_as_it_was() throws IOException {
        var manifest = backup.write(database.owner()::getConnection, file);
        assertThat(manifest.heads()).singleElement().satisfies(head -> assertThat(head.seq()).isEqualTo(2));
        try (var blank = blank()) {
            var read = restore.into(blank, file, List.of());
            assertThat(read.manifest()).isEqualTo(manifest);
            assertThat(rows(database.owner()::getConnection)).isEqualTo(rows(blank)).isNotEmpty();
        }
    }

    @Test
    void a_backup_holds_every_table_of_every_schema_of_ours() throws IOException {
        var manifest = backup.write(database.owner()::getConnection, file);
        var all = JdbcClient.create(database.superuser()).sql("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'm', 'S') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                  and c.relname <> 'flyway_schema_history'""").query(String.class).list();
        assertThat(manifest.tallies().stream().map(BackupManifest.Tally::table)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void nothing_can_be_read_in_the_file_and_nobody_else_may_try() throws IOException {
        backup.write(database.owner()::getConnection, file);
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("haki backup 1").doesNotContain("riverbend", org.toString(), "haki.json", HER_NAME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(file.resolveSibling("everything.backup.part")).doesNotExist();
    }

    @Test
    void F15_a_cut_file_another_file_and_another_key_restore_nothing() throws IOException {
        backup.write(database.owner()::getConnection, file);
        var whole = Files.readAllBytes(file);
        var another = new Restore(floorKeys(keys.resolve("other")), tables);
        try (var blank = blank()) {
            for (int length : new int[] {0, 30, whole.length / 2, whole.length - 1}) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> restore.into(blank, file, List.of())).as("cut at %d", length).isInstanceOf(Refusal.class);
            }
            Files.write(file, whole);
            assertThatThrownBy(() -> another.into(blank, file, List.of())).isInstanceOf(Refusal.class).hasMessageContaining("another root key");
            Files.writeString(file, "a letter");
            assertThatThrownBy(() -> restore.into(blank, file, List.of())).isInstanceOf(Refusal.class).hasMessageContaining("not a backup");
            assertThatThrownBy(() -> restore.into(blank, folder.resolve("nowhere"), List.of())).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void F15_what_is_not_what_the_manifest_says_restores_nothing() throws IOException {
        for (var change : List.<UnaryOperator<String>>of(rows -> rows.replace("\t/\t/\t", "\t/\t/x\t"), _ -> "")) {
            backup.write(database.owner()::getConnection, file);
            rewrite("haki.draft", change);
            try (var blank = blank()) {
                assertThatThrownBy(() -> restore.into(blank, file, List.of()))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("does not hold what its manifest says");
                assertThat(texts(blank, "select count(*)::text from haki.draft")).containsExactly("0");
            }
        }
    }

    @Test
    void what_comes_after_the_manifest_restores_nothing() throws IOException {
        backup.write(database.owner()::getConnection, file);
        rewrite("", rows -> rows);
        try (var blank = blank()) {
            assertThatThrownBy(() -> restore.into(blank, file, List.of())).isInstanceOf(Refusal.class).hasMessageContaining("damaged");
            assertThat(texts(blank, "select count(*)::text from haki.draft")).containsExactly("0");
        }
    }

    @Test
    void a_former_root_key_is_named() throws IOException {
        backup.write(database.owner()::getConnection, file);
        var turned = keys.resolve("turned");
        var fresh = floorKeys(turned);
        Files.copy(keys.resolve("keys/root.key"), turned.resolve("root.key.until-2026-05-01"));
        Files.setPosixFilePermissions(turned.resolve("root.key.until-2026-05-01"), PosixFilePermissions.fromString("r--------"));
        try (var blank = blank()) {
            assertThatThrownBy(() -> new Restore(fresh, tables).into(blank, file, List.of()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("root.key.until-2026-05-01");
        }
    }

    @Test
    void what_was_destroyed_since_is_destroyed_again() {
        backup.write(database.owner()::getConnection, file);
        try (var blank = blank()) {
            restore.into(blank, file, Set.of(new DestroyedList.Line(org, key, Instant.now())));
            assertThat(texts(blank, "select count(*)::text from vault.key_wrap")).containsExactly("0");
            assertThat(texts(blank, "select key_id::text from hub.destroyed")).containsExactly(key.toString());
        }
    }

    @Test
    void a_table_that_grows_meanwhile_stays_as_it_was_when_the_backup_began() {
        tables.read(database.owner()::getConnection, everything -> {
            var before = everything.heads();
            floor.get(Work.class).as(Floor.staff(org, "deed"), "deed", () -> {});
            assertThat(everything.heads()).isEqualTo(before);
        });
    }

    @Test
    void nothing_is_restored_over_an_installation() {
        assertThatThrownBy(() -> BlankDatabase.of(folder, database.url(), database.ownerUrl()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already holds");
    }

    private static BlankDatabase blank() {
        var empty = TestDatabase.empty();
        return BlankDatabase.of(null, empty.url(), empty.ownerUrl());
    }

    /** Every row of every table, as text. */
    private static List<String> rows(OwnerDoor owner) {
        return texts(owner, """
                select string_agg(query_to_xml('select * from ' || c.oid::regclass || ' order by 1, 2', true, false, '')::text, ''
                                  order by c.oid::regclass::text)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname in ('haki', 'hub', 'vault', 'facts')""");
    }

    private static List<String> texts(OwnerDoor owner, String sql) {
        try (var connection = owner.connect(); var statement = connection.createStatement()) {
            statement.execute("set role haki_backup");
            try (var found = statement.executeQuery(sql)) {
                found.next();
                return List.of(found.getString(1));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Puts other rows of this table into the file, sealed as it should be; without a table, one more after the manifest. */
    private void rewrite(String table, UnaryOperator<String> change) throws IOException {
        var key = floor.get(BackupKeys.class).current();
        var sealed = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(BackupCipher.open(Files.newInputStream(file), key));
                var out = new ZipOutputStream(BackupCipher.seal(sealed, key))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var rows = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                var others = entry.getName().equals(table) ? change.apply(rows) : rows;
                assertThat(others.equals(rows)).as("%s as it was", entry.getName()).isEqualTo(!entry.getName().equals(table));
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(others.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
            if (table.isEmpty()) {
                out.putNextEntry(new ZipEntry("haki.more"));
                out.closeEntry();
            }
        }
        Files.write(file, sealed.toByteArray());
    }

    private BackupKeys floorKeys(Path otherKeys) {
        try (var other = Floor.on(otherKeys)) {
            return other.get(BackupKeys.class);
        }
    }
}
