package org.haki.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.haki.Floor;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTest {

    @TempDir
    static Path place;

    private static Floor floor;
    private static Audit audit;

    private final UUID org = Id.next();
    private final Actor leila = Floor.staff(org, "case.see");

    @BeforeAll
    static void open() {
        floor = Floor.on(place.resolve("keys"));
        audit = floor.get(Audit.class);
    }

    @AfterAll
    static void close() {
        floor.close();
    }

    @Test
    void a_verb_that_is_not_hers_is_refused_and_the_refusal_noted() {
        assertThatThrownBy(() -> floor.work().as(leila, "case.close", () -> {})).isInstanceOf(Problem.class);
        assertThat(entries()).containsExactly("case.close||NOT_YOURS|refused");
    }

    @Test
    void what_is_not_there_for_her_is_noted_and_what_was_half_done_is_not() {
        assertThatThrownBy(() -> floor.work().as(leila, "case.see", () -> {
            audit.note("note.opened", Id.next(), "");
            throw Problem.notFound();
        })).isInstanceOf(Problem.class);
        assertThat(entries()).containsExactly("case.see||NOT_FOUND|refused");
    }

    @Test
    void a_refusal_at_a_public_page_is_noted_too() {
        assertThatThrownBy(() -> floor.work().as(Floor.visitor(org), "case.see", () -> {})).isInstanceOf(Problem.class);
        assertThat(entries()).containsExactly("case.see||NOT_YOURS|refused");
    }

    @Test
    void a_refusal_that_cannot_be_noted_is_still_a_refusal() {
        var superuser = JdbcClient.create(floor.database().superuser());
        superuser.sql("alter function haki.append_audit(jsonb, uuid[]) rename to append_nothing").update();
        try {
            assertThatThrownBy(() -> floor.work().as(leila, "case.close", () -> {}))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_YOURS));
            assertThatThrownBy(() -> floor.work().as(leila, "case.see", () -> {}))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
        } finally {
            superuser.sql("alter function haki.append_nothing(jsonb, uuid[]) rename to append_audit").update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update haki.audit_entry set act = 'x'", "delete from haki.audit_entry", "truncate haki.audit_entry",
        "update haki.audit_subject set seq = 1", "delete from haki.audit_subject", "truncate haki.audit_subject"
    })
    void nobody_changes_the_trail_not_even_the_owner_of_the_tables(String change) throws SQLException {
        for (var door : List.of(floor.database().app(), floor.database().owner())) {
            try (var connection = door.getConnection(); var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageMatching("(?s).*(permission denied|append-only).*");
            }
        }
    }

    @Test
    void staff_cannot_write_the_trail_but_through_the_function() throws SQLException {
        try (var connection = floor.database().app().getConnection(); var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("insert into haki.audit_head values (gen_random_uuid(), 0, '')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void P6_who_waits_too_long_for_the_end_of_the_trail_is_shown_nothing() throws SQLException {
        floor.work().as(leila, "case.see", () -> {});
        try (var connection = floor.database().superuser().getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from haki.audit_head where org_id = '" + org + "' for update");
            assertThatThrownBy(() -> floor.work().as(leila, "case.see", () -> {}))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
            connection.rollback();
        }
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_deed_is_one_entry_and_each_note_another() {
        var note = Id.next();
        floor.work().as(leila, "case.see", () -> audit.note("note.opened", note, "narrative"));
        floor.work().as(Floor.visitor(org), "public.report", () -> audit.note("intake.received", note, "web"));
        assertThat(entries()).containsExactly(
                "case.see|||done", "note.opened|" + note + "|narrative|done",
                "public.report|||done", "intake.received|" + note + "|web|done");
    }

    @Test
    void odd_text_in_a_note_does_not_lose_the_entry() {
        floor.work().as(leila, "case.see", () -> {
            audit.note("note.opened", null, null);
            audit.note("note.opened", null, "a\u0000b\uD83D");
        });
        assertThat(entries()).containsExactly("case.see|||done", "note.opened|||done", "note.opened||ab\uFFFD|done");
        assertThat(floor.get(AuditChain.class).verify(org).broken()).isEmpty();
    }

    @Test
    void the_public_leaves_no_address_and_staff_do() {
        floor.work().as(leila, "case.see", () -> {});
        floor.work().as(Floor.visitor(org), "public.report", () -> {});
        assertThat(JdbcClient.create(floor.database().superuser())
                .sql("select coalesce(address, 'none') from haki.audit_entry where org_id = :org order by seq")
                .param("org", org).query(String.class).list()).containsExactly("192.0.2.7", "none");
    }

    @Test
    void who_opened_a_case_is_answered_page_by_page_with_lists_and_single_views() {
        var wanted = Id.next();
        for (int view = 0; view < 5; view++) {
            floor.work().as(leila, "case.see", () -> audit.shows(Id.next(), wanted));
            floor.work().as(leila, "case.see", () -> audit.note("case.printed", wanted, ""));
            floor.work().as(leila, "case.see", () -> audit.shows(Id.next()));
        }
        var first = openings(wanted, Long.MAX_VALUE, 4);
        assertThat(first).extracting(Opening::act).containsExactly("case.printed", "case.see", "case.printed", "case.see");
        assertThat(first).allMatch(opening -> leila.person().equals(opening.person()) && opening.outcome().equals("done"));
        var rest = openings(wanted, first.getLast().seq(), 50);
        assertThat(rest).hasSize(6).allMatch(opening -> opening.seq() < first.getLast().seq());
        assertThat(openings(Id.next(), Long.MAX_VALUE, 50)).isEmpty();
    }

    @Test
    void many_at_once_make_one_unbroken_trail() throws Exception {
        try (var crowd = Executors.newFixedThreadPool(4)) {
            var deeds = IntStream.range(0, 40).<Callable<Void>>mapToObj(_ -> () -> {
                floor.work().as(leila, "case.see", () -> audit.shows(Id.next()));
                return null;
            }).toList();
            for (var done : crowd.invokeAll(deeds)) {
                done.get();
            }
        }
        var proof = floor.get(AuditChain.class).verify(org);
        assertThat(proof.broken()).isEmpty();
        assertThat(proof.length()).isEqualTo(40);
    }

    private List<Opening> openings(UUID wanted, long before, int limit) {
        return floor.work().as(leila, "case.see", () -> audit.openingsOf(wanted, before, limit));
    }

    private List<String> entries() {
        return JdbcClient.create(floor.database().superuser()).sql("""
                        select concat_ws('|', act, coalesce(object_id::text, ''), details, outcome)
                        from haki.audit_entry where org_id = :org order by seq""")
                .param("org", org).query(String.class).list();
    }
}
