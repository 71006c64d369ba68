package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.haki.Floor;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultTest {

    @TempDir
    static Path place;

    private static Floor floor;
    private static Vault vault;

    private final UUID org = floor.organisation();
    private final Actor haki = Floor.system(org);

    @BeforeAll
    static void open() {
        floor = Floor.on(place.resolve("keys"));
        vault = floor.get(Vault.class);
    }

    @AfterAll
    static void close() {
        floor.close();
    }

    @Test
    void a_sealed_value_moved_to_another_record_does_not_open() {
        floor.work().as(haki, "test", () -> {
            var key = vault.newKey(KeyKind.PERSON);
            var sealed = vault.seal(key, Id.next(), "identity", "Asha Tamang");
            assertThatThrownBy(() -> vault.open(key, Id.next(), "identity", sealed)).isInstanceOf(CannotOpen.class);
        });
    }

    @Test
    void a_sealed_value_used_for_another_purpose_does_not_open() {
        floor.work().as(haki, "test", () -> {
            var key = vault.newKey(KeyKind.CASE);
            var note = Id.next();
            var sealed = vault.seal(key, note, "note", "He knows where she lives");
            for (var purpose : List.of("narrative", "nota", "")) {
                assertThatThrownBy(() -> vault.open(key, note, purpose, sealed)).isInstanceOf(CannotOpen.class);
            }
        });
    }

    @Test
    void a_sealed_value_moved_to_another_organisation_does_not_open_even_with_the_key() {
        var key = Seal.freshKey();
        var record = Id.next();
        var sealed = Seal.seal(key, org, record, "note", new byte[] {1});
        assertThatThrownBy(() -> Seal.open(key, Id.next(), record, "note", sealed)).isInstanceOf(CannotOpen.class);
        assertThat(Seal.open(key, org, record, "note", sealed)).containsExactly(1);
    }

    @Test
    void a_sealed_value_with_any_bit_changed_does_not_open_and_says_nothing_of_it() {
        floor.work().as(haki, "test", () -> {
            var key = vault.newKey(KeyKind.CASE);
            var note = Id.next();
            var bytes = vault.seal(key, note, "note", "secret").bytes();
            for (int at = 0; at < bytes.length; at++) {
                var changed = bytes.clone();
                changed[at] ^= 1;
                assertThatThrownBy(() -> vault.open(key, note, "note", new Sealed(changed)))
                        .isInstanceOf(CannotOpen.class).hasMessageNotContaining("secret").hasNoCause();
            }
            assertThatThrownBy(() -> vault.open(key, note, "note", new Sealed(new byte[0]))).isInstanceOf(CannotOpen.class);
        });
    }

    @Test
    void what_was_sealed_under_a_destroyed_key_never_opens_again() {
        var note = Id.next();
        var key = floor.work().as(haki, "test", () -> vault.newKey(KeyKind.CASE));
        var sealed = floor.work().as(haki, "test", () -> vault.seal(key, note, "note", "gone"));
        floor.work().as(haki, "test", () -> {
            assertThat(vault.open(key, note, "note", sealed)).isEqualTo("gone");
            vault.destroy(key);
            assertThatThrownBy(() -> vault.open(key, note, "note", sealed)).isInstanceOf(CannotOpen.class);
        });
        assertThatThrownBy(() -> floor.work().as(haki, "test", () -> vault.open(key, note, "note", sealed)))
                .isInstanceOf(CannotOpen.class);
        assertThat(count("select count(*) from haki.audit_entry where act = 'key.destroyed' and object_id = '" + key + "'")).isOne();
    }

    @Test
    void another_organisation_cannot_use_a_key() {
        var key = floor.work().as(haki, "test", () -> vault.newKey(KeyKind.PERSON));
        var neighbour = Floor.system(floor.organisation());
        assertThatThrownBy(() -> floor.work().as(neighbour, "test", () -> vault.seal(key, Id.next(), "identity", "x")))
                .isInstanceOf(CannotOpen.class);
        floor.work().as(neighbour, "test", () -> vault.destroy(key));
        floor.work().as(haki, "test", () -> vault.fetch(List.of(key)));
        assertThat(count("select count(*) from vault.key_wrap where key_id = '" + key + "'")).isOne();
    }

    @Test
    void outside_work_nothing_is_sealed_or_opened() {
        assertThatThrownBy(() -> vault.newKey(KeyKind.PERSON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.fetch(List.of(Id.next()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_visitor_hands_in_what_she_cannot_read_again() {
        var visitor = Floor.visitor(org);
        var intake = Id.next();
        var key = floor.work().as(visitor, "public.report", () -> {
            var made = vault.newKey(KeyKind.CASE);
            var sealed = vault.seal(made, intake, "account", "He took my land");
            assertThat(vault.open(made, intake, "account", sealed)).isEqualTo("He took my land");
            vault.index(intake, "intake", List.of("Asha Tamang"), List.of("+977 9841234567"));
            return made;
        });
        assertThatThrownBy(() -> floor.work().as(visitor, "public.report", () -> vault.fetch(List.of(key))))
                .hasRootCauseMessage("ERROR: permission denied for table key_wrap");
        assertThat(floor.work().as(haki, "test", () -> vault.search("intake", "tamang", 5))).containsExactly(intake);
    }

    @Test
    void what_is_sealed_opens_again_for_its_record_and_purpose_alone() {
        var record = Id.next();
        var text = "आशा तामाङ — 💬\nসব";
        var key = floor.work().as(haki, "test", () -> vault.newKey(KeyKind.PERSON));
        var sealed = floor.work().as(haki, "test", () -> vault.seal(key, record, "identity", text));
        assertThat(floor.work().as(haki, "test", () -> vault.open(key, record, "identity", sealed))).isEqualTo(text);
        assertThat(floor.work().as(haki, "test", () -> vault.seal(key, record, "identity", text))).isNotEqualTo(sealed);
        assertThat(floor.work().as(haki, "test", () -> vault.open(key, record, "identity", null))).isNull();
        assertThat(vault.seal(key, record, "identity", (String) null)).isNull();
    }

    @Test
    void what_an_organisation_seals_for_itself_opens_for_it_alone() {
        var login = Id.next();
        var seed = "seed".getBytes(StandardCharsets.UTF_8);
        var sealed = vault.sealForOrganisation(org, login, "totp", seed);
        assertThat(vault.openForOrganisation(org, login, "totp", sealed)).isEqualTo(seed);
        assertThatThrownBy(() -> vault.openForOrganisation(floor.organisation(), login, "totp", sealed)).isInstanceOf(CannotOpen.class);
        assertThat(vault.fingerprint(org, "receipt", "1234567890123456"))
                .hasSize(32)
                .isEqualTo(vault.fingerprint(org, "receipt", "1234567890123456"))
                .isNotEqualTo(vault.fingerprint(org, "receipt", "1234567890123457"))
                .isNotEqualTo(vault.fingerprint(org, "lockout", "1234567890123456"))
                .isNotEqualTo(vault.fingerprint(floor.organisation(), "receipt", "1234567890123456"));
    }

    @Test
    void a_dump_of_every_table_holds_nothing_in_clear() throws Exception {
        var marker = "Xq7Marker";
        floor.work().as(haki, "test", () -> {
            var person = Id.next();
            var key = vault.newKey(KeyKind.PERSON);
            vault.index(person, "person", List.of(marker), List.of("+977 9812349876"));
            floor.get(JdbcClient.class).sql("""
                            insert into vault.search_token (org_id, token, subject_id, kind, version)
                            values (:org, 1, :subject, 'person', 1)""")
                    .param("org", org).param("subject", person).update();
            floor.get(JdbcClient.class).sql("insert into haki.operation (org_id, op_id, verb, body_hash) values (:org, :op, 'x', :sealed)")
                    .param("org", org).param("op", person).param("sealed", vault.seal(key, person, "identity", marker).bytes()).update();
        });
        var dump = dump();
        assertThat(dump).contains(org.toString());
        for (var form : List.of(marker, marker.toLowerCase(Locale.ROOT), hex(marker), "9812349876", "12349876", hex("12349876"))) {
            assertThat(dump).doesNotContain(form);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long count(String sql) {
        return JdbcClient.create(floor.database().superuser()).sql(sql).query(Long.class).single();
    }

    /** Every row of every table, as COPY writes it. */
    private static String dump() throws Exception {
        var text = new StringWriter();
        try (var connection = floor.database().superuser().getConnection()) {
            for (var table : tables(connection)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", text);
            }
        }
        return text.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var found = connection.createStatement().executeQuery(
                "select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables where schemaname in ('haki', 'hub', 'vault', 'facts')")) {
            found.next();
            return List.of((String[]) found.getArray(1).getArray());
        }
    }
}
