package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.Floor;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class KeyRotationTest {

    private static final int MANY = 1100;

    @TempDir
    Path place;

    private Floor floor;
    private Vault vault;
    private UUID org;
    private Actor haki;

    @BeforeEach
    void open() {
        floor = Floor.on(place.resolve("keys"));
        vault = floor.get(Vault.class);
        org = floor.organisation();
        haki = Floor.system(org);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void a_change_of_the_root_key_that_died_before_the_database_changed_has_no_effect() {
        var before = floor.get(Keyring.class).root();
        floor.get(Keyring.class).folder().writeNext(RootKey.fresh());
        restart();
        assertThat(floor.get(Keyring.class).root()).isEqualTo(before);
    }

    @Test
    void a_change_of_the_root_key_that_died_after_the_database_changed_is_completed_at_the_next_start() {
        var note = Id.next();
        var sealed = vault.sealForOrganisation(org, note, "draft", new byte[] {7});
        var keyring = floor.get(Keyring.class);
        var keys = floor.get(KeyRepository.class);
        var before = keyring.root();
        var next = RootKey.fresh();
        keyring.folder().writeNext(next);
        floor.get(TransactionTemplate.class).executeWithoutResult(_ -> {
            keys.changeRootCheck(before.check(), next.check());
            keys.everyOrgKey().forEach(key -> keys.rewrap(key,
                    OrgKeys.wrap(next, key.org(), key.purpose(), key.version(), OrgKeys.unwrap(before, key))));
        });
        restart();
        assertThat(floor.get(Keyring.class).root()).isEqualTo(next);
        assertThat(vault.openForOrganisation(org, note, "draft", sealed)).containsExactly(7);
    }

    @Test
    void a_key_wrapped_under_an_old_root_key_is_not_taken() {
        var keys = floor.get(KeyRepository.class);
        var row = new KeyRepository.OrgKeyRow(Id.next(), "data", 1, new Sealed(new byte[61]), null);
        assertThatThrownBy(() -> floor.get(TransactionTemplate.class).executeWithoutResult(_ ->
                keys.add(row, RootKey.fresh().check()))).hasMessageContaining("wrapped by another root key");
    }

    @Test
    void a_new_root_key_opens_everything_and_the_old_one_is_kept_for_old_backups() {
        var before = floor.get(Keyring.class).root();
        var note = Id.next();
        var sealed = vault.sealForOrganisation(org, note, "draft", new byte[] {7});
        var sheet = String.join("\n", vault.recoverySheet());
        assertThat(floor.get(KeyRotation.class).root()).isEqualTo(4);
        assertThat(vault.wrongLineOf(sheet)).as("the old sheet is no longer right").isEqualTo(1);
        assertThat(vault.wrongLineOf(String.join("\n", vault.recoverySheet()))).isZero();
        var later = floor.organisation();
        restart();
        assertThat(floor.get(Keyring.class).root()).isNotEqualTo(before);
        assertThat(vault.openForOrganisation(org, note, "draft", sealed)).containsExactly(7);
        assertThat(vault.fingerprint(later, "receipt", "1")).hasSize(32);
        assertThat(place.resolve("keys")).isDirectoryContaining(file -> file.getFileName().toString().startsWith("root.key.until-"));
    }

    @Test
    void a_haki_at_work_notices_that_a_command_beside_it_changed_the_root_key() {
        var other = floor.organisation();
        try (var beside = Floor.on(floor.database(), place.resolve("keys"))) {
            beside.get(KeyRotation.class).root();
        }
        assertThat(vault.fingerprint(other, "receipt", "1")).hasSize(32);
        assertThat(vault.fingerprint(floor.organisation(), "receipt", "1")).hasSize(32);
    }

    @Test
    void a_new_data_key_takes_over_every_wrap_and_retires_the_old_one_after_an_hour() {
        var records = sealedRecords(MANY);
        var first = floor.get(KeyRotation.class).data(haki);
        assertThat(first).isEqualTo(new KeyRotation.Outcome(2, MANY, 0, false));
        assertOpens(records);
        var again = floor.get(KeyRotation.class).data(haki);
        assertThat(again).as("not a third key while the change is under way").isEqualTo(new KeyRotation.Outcome(2, 0, 0, false));
        anHourPasses();
        assertThat(floor.get(KeyRotation.class).data(haki)).isEqualTo(new KeyRotation.Outcome(2, 0, 0, true));
        assertThat(versions("data")).containsExactly(2);
        restart();
        assertOpens(records);
        assertThat(floor.get(KeyRotation.class).data(haki).version()).isEqualTo(3);
    }

    @Test
    void a_haki_beside_that_still_wraps_under_the_old_data_key_loses_nothing() {
        var late = new HashMap<UUID, Sealed>();
        try (var beside = Floor.on(floor.database(), place.resolve("keys"))) {
            beside.work().as(haki, "test", () -> beside.get(Vault.class).newKey(KeyKind.CASE));
            floor.get(KeyRotation.class).data(haki);
            var key = beside.work().as(haki, "test", () -> {
                var made = beside.get(Vault.class).newKey(KeyKind.CASE);
                late.put(made, beside.get(Vault.class).seal(made, made, "note", "late"));
                return made;
            });
            assertThat(versionOf(key)).isEqualTo(1);
        }
        anHourPasses();
        assertThat(floor.get(KeyRotation.class).data(haki)).isEqualTo(new KeyRotation.Outcome(2, 1, 0, true));
        assertOpens(late, "late");
    }

    @Test
    void a_new_search_key_finds_everybody_before_during_and_after() {
        var people = new People();
        var rotation = rotationWith(people);
        people.register("Asha Tamang");
        people.register("Kadijatu Bangura");
        var gone = people.register("Gone Person");
        people.names.remove(gone);
        assertThat(rotation.search(haki)).isEqualTo(new KeyRotation.Outcome(2, 2, 1, false));
        assertThat(found("tamang")).hasSize(1);
        assertThat(found("gone")).as("still under the old key").containsExactly(gone);
        floor.work().as(haki, "test", () -> vault.forget(gone));
        anHourPasses();
        assertThat(rotation.search(haki)).isEqualTo(new KeyRotation.Outcome(2, 0, 0, true));
        assertThat(versions("search")).containsExactly(2);
        restart();
        assertThat(found("tamang")).hasSize(1);
        assertThat(found("bangra")).hasSize(1);
        assertThat(count("select count(*) from vault.search_form where version = 1")).isZero();
    }

    @Test
    void without_anybody_who_knows_the_names_the_old_search_key_stays() {
        var people = new People();
        people.register("Asha Tamang");
        assertThat(rotationWith().search(haki)).isEqualTo(new KeyRotation.Outcome(2, 0, 1, false));
        anHourPasses();
        assertThat(rotationWith().search(haki)).isEqualTo(new KeyRotation.Outcome(2, 0, 1, false));
        assertThat(found("asha")).hasSize(1);
    }

    /** A register that knows its names. */
    private final class People implements Findable {
        private final Map<UUID, String> names = new HashMap<>();

        UUID register(String name) {
            var id = Id.next();
            names.put(id, name);
            floor.work().as(haki, "test", () -> vault.index(id, "person", List.of(name), List.of()));
            return id;
        }

        @Override
        public String kind() {
            return "person";
        }

        @Override
        public void indexAgain(Collection<UUID> subjects) {
            subjects.stream().filter(names::containsKey)
                    .forEach(subject -> vault.index(subject, "person", List.of(names.get(subject)), List.of()));
        }
    }

    private KeyRotation rotationWith(Findable... findables) {
        return new KeyRotation(floor.get(Keyring.class), floor.get(OrgKeys.class), floor.get(KeyRepository.class),
                floor.get(SearchRepository.class), List.of(findables), floor.get(Work.class), floor.get(TransactionTemplate.class),
                Clock.systemUTC());
    }

    private Map<UUID, Sealed> sealedRecords(int count) {
        return floor.work().as(haki, "test", () -> {
            var records = new HashMap<UUID, Sealed>();
            for (int i = 0; i < count; i++) {
                var key = vault.newKey(KeyKind.CASE);
                records.put(key, vault.seal(key, key, "note", "kept"));
            }
            return records;
        });
    }

    private void assertOpens(Map<UUID, Sealed> records) {
        assertOpens(records, "kept");
    }

    private void assertOpens(Map<UUID, Sealed> records, String text) {
        floor.work().as(haki, "test", () -> {
            vault.fetch(records.keySet());
            assertThat(records).allSatisfy((key, sealed) -> assertThat(vault.open(key, key, "note", sealed)).isEqualTo(text));
        });
    }

    private List<UUID> found(String typed) {
        return floor.work().as(haki, "test", () -> vault.search("person", typed, 10));
    }

    private void anHourPasses() {
        superuser().sql("update hub.org_key set created_at = created_at - interval '61 minutes'").update();
    }

    private List<Integer> versions(String purpose) {
        return superuser().sql("select version from hub.org_key where org_id = :org and purpose = :purpose order by version")
                .param("org", org).param("purpose", purpose).query(Integer.class).list();
    }

    private int versionOf(UUID key) {
        return superuser().sql("select version from vault.key_wrap where key_id = :key").param("key", key).query(Integer.class).single();
    }

    private long count(String sql) {
        return superuser().sql(sql).query(Long.class).single();
    }

    private JdbcClient superuser() {
        return JdbcClient.create(floor.database().superuser());
    }

    private void restart() {
        var database = floor.database();
        floor.close();
        floor = Floor.on(database, place.resolve("keys"));
        vault = floor.get(Vault.class);
    }
}
