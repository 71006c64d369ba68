package org.haki.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.haki.Floor;
import org.haki.audit.AuditChain.Broken;
import org.haki.audit.AuditChain.Wrong;
import org.haki.kernel.Id;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with every right on the database changes the trail; the proof names the first broken entry. */
class AuditChainTest {

    private static final int ENTRIES = 12;

    @TempDir
    static Path place;

    private static Floor floor;

    private final UUID org = Id.next();
    private final UUID shown = Id.next();
    private JdbcClient thief;

    @BeforeAll
    static void open() {
        floor = Floor.on(place.resolve("keys"));
    }

    @AfterAll
    static void close() {
        floor.close();
    }

    @BeforeEach
    void six_deeds_of_two_entries() {
        var audit = floor.get(Audit.class);
        var leila = Floor.staff(org, "case.see");
        for (int deed = 0; deed < ENTRIES / 2; deed++) {
            floor.work().as(leila, "case.see", () -> {
                audit.shows(shown, Id.next(), Id.next());
                audit.note("note.opened", Id.next(), "आशा's note, 2 of 5");
            });
        }
        thief = JdbcClient.create(floor.database().superuser());
        thief.sql("alter table haki.audit_entry disable trigger all; alter table haki.audit_subject disable trigger all").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "act = 'case.list'", "at = at + interval '1 microsecond'", "person_id = gen_random_uuid()", "person_id = null",
        "session_id = null", "address = '192.0.2.8'", "object_id = gen_random_uuid()", "details = details || ' '",
        "outcome = 'refused'", "actor_kind = 'SYSTEM'", "request_id = null", "hash = sha256('x')", "prev_hash = sha256('x')"
    })
    void a_changed_entry_is_named(String change) {
        tamper("update haki.audit_entry set " + change + " where org_id = :org and seq = 6");
        assertBroken(6, Wrong.CHANGED);
    }

    @Test
    void an_entry_changed_together_with_its_own_hash_is_named_by_the_one_that_follows() {
        tamper("""
                update haki.audit_entry set act = 'case.list', hash = sha256('forged') where org_id = :org and seq = 5""");
        assertBroken(5, Wrong.CHANGED);
    }

    @Test
    void a_case_that_a_list_showed_cannot_be_taken_off_it() {
        tamper("delete from haki.audit_subject where org_id = :org and seq = 3 and case_id = '" + shown + "'");
        assertBroken(3, Wrong.CHANGED);
    }

    @Test
    void a_case_that_was_not_shown_cannot_be_put_on_a_list() {
        tamper("insert into haki.audit_subject values (:org, 4, gen_random_uuid())");
        assertBroken(4, Wrong.CHANGED);
    }

    @Test
    void a_deleted_entry_is_named() {
        tamper("delete from haki.audit_entry where org_id = :org and seq = 8");
        assertBroken(8, Wrong.MISSING);
    }

    @Test
    void a_deleted_first_entry_is_named() {
        tamper("delete from haki.audit_entry where org_id = :org and seq = 1");
        assertBroken(1, Wrong.MISSING);
    }

    @Test
    void a_deleted_entry_is_named_even_when_the_others_close_ranks() {
        tamper("delete from haki.audit_entry where org_id = :org and seq = 8");
        for (int seq = 9; seq <= ENTRIES; seq++) {
            tamper("update haki.audit_entry set seq = seq - 1 where org_id = :org and seq = " + seq);
        }
        assertBroken(8, Wrong.MISSING);
    }

    @Test
    void two_entries_that_changed_places_are_named() {
        tamper("update haki.audit_entry set seq = 100 where org_id = :org and seq = 4");
        tamper("update haki.audit_entry set seq = 4 where org_id = :org and seq = 7");
        tamper("update haki.audit_entry set seq = 7 where org_id = :org and seq = 100");
        assertBroken(4, Wrong.REORDERED);
    }

    @Test
    void a_shortened_trail_is_named() {
        tamper("delete from haki.audit_entry where org_id = :org and seq > 9");
        assertBroken(10, Wrong.TRUNCATED);
    }

    @Test
    void a_trail_without_any_entry_left_is_named() {
        tamper("delete from haki.audit_entry where org_id = :org");
        assertBroken(1, Wrong.TRUNCATED);
    }

    @Test
    void an_entry_behind_the_end_is_named() {
        tamper("""
                insert into haki.audit_entry select org_id, seq + 1, at, actor_kind, person_id, session_id, request_id, address,
                       act, object_id, details, outcome, hash, hash
                from haki.audit_entry where org_id = :org and seq = 12""");
        assertBroken(13, Wrong.ADDED);
    }

    @Test
    void a_changed_or_missing_end_is_named() {
        tamper("update haki.audit_head set hash = sha256('x') where org_id = :org");
        assertBroken(12, Wrong.END_CHANGED);
        tamper("delete from haki.audit_head where org_id = :org");
        assertBroken(1, Wrong.ADDED);
    }

    @Test
    void a_whole_trail_is_proved_and_its_end_can_be_compared() {
        var proof = verify();
        assertThat(proof.broken()).isEmpty();
        assertThat(proof.length()).isEqualTo(ENTRIES);
        var end = thief.sql("select encode(hash, 'hex') from haki.audit_entry where org_id = :org and seq = 12")
                .param("org", org).query(String.class).single();
        assertThat(end).startsWith(proof.end()).hasSizeGreaterThan(proof.end().length());
    }

    @Test
    void an_organisation_that_never_did_anything_has_a_whole_trail() {
        var proof = floor.get(AuditChain.class).verify(Id.next());
        assertThat(proof.broken()).isEmpty();
        assertThat(proof.length()).isZero();
    }

    @Test
    void one_organisations_trail_does_not_touch_anothers() {
        tamper("delete from haki.audit_entry where org_id = :org and seq = 2");
        var neighbour = Id.next();
        floor.work().as(Floor.system(neighbour), "case.see", () -> {});
        assertThat(floor.get(AuditChain.class).verify(neighbour).broken()).isEmpty();
    }

    private void tamper(String sql) {
        assertThat(thief.sql(sql).param("org", org).update()).isPositive();
    }

    private AuditChain.Proof verify() {
        return floor.get(AuditChain.class).verify(org);
    }

    private void assertBroken(long seq, Wrong wrong) {
        assertThat(List.of(verify().broken().orElseThrow())).containsExactly(new Broken(seq, wrong));
    }
}
