package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Statements;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rules of privacy by their numbers, over a random handful of cases of two organisations. P3, P5 to P8 stand with what they
 * are about ({@code FenceTest}, {@code RightsTest}, {@code AuditTest}, {@code BreakGlassTest}, {@code SettingsTest}), and P1 to
 * P8 over random sequences in {@code PrivacyPropertyTest}; R1 to R4 and P9 to P18 in {@code ConsentPropertyTest} and {@code ConsentTermTest}, R7 in
 * {@code TransferConsentTest}.
 */
@HakiTest
class PrivacyRulesTest {

    private static final List<String> NAMES = List.of("Asha Thapa", "Hodan Warsame", "Nirmala Rai", "Bina Gurung");

    @Autowired ApplicationContext haki;
    private final Random random = new Random(Long.getLong("haki.seed", System.nanoTime()));
    private Town town;
    private Town other;

    @BeforeEach
    void cases_of_two_organisations() {
        town = Town.in(haki);
        other = Town.in(haki);
        for (int i = 0; i < 4; i++) {
            var story = CaseStory.in(haki, random.nextBoolean() ? town : other).of(NAMES.get(random.nextInt(NAMES.size())));
            (random.nextBoolean() ? story.fencedIn() : story).open();
        }
        CaseStory.in(haki, town).open();
    }

    @Test
    void P1_the_same_question_of_another_organisation_or_office_finds_no_row() {
        var tables = tablesOf("haki_app", "haki", "vault", "facts");
        assertThat(tables).contains("haki.case_file", "vault.person", "haki.intake");
        for (var stranger : List.of(town.prem.actor(), town.sushila.actor(), other.leila.actor(), other.wanjiru.actor())) {
            tables.forEach(table -> assertThat(rowsOfRiverbend(stranger, table)).as(table + " to " + stranger.name()).isZero());
        }
        var here = rowsOfRiverbend(town.wanjiru.actor(), "haki.case_file");
        assertThat(here).isPositive();
        for (var table : List.of("haki.case_file", "haki.case_note", "haki.activity", "haki.consent", "vault.person", "haki.intake")) {
            assertThat(rowsOfRiverbend(town.mateo.actor(), table)).as(table + " to another office").isZero();
        }
    }

    @Test
    void P2_whether_somebody_is_known_to_another_organisation_is_told_by_no_answer_and_no_statement() {
        var persons = haki.getBean(Persons.class);
        var prem = town.prem.actor();
        same(() -> persons.search(prem, "Asha Thapa", 10), () -> persons.search(prem, "Oluchi Bello", 10));
        same(() -> persons.search(prem, "555 0173", 10), () -> persons.search(prem, "555 0184", 10));
        same(() -> persons.alike(prem, named("Asha Thapa", "+254 20 555 0173")), () -> persons.alike(prem, named("Oluchi Bello", "+254 20 555 0184")));
        assertThat(persons.alike(town.leila.actor(), named("Asha Thapa", "+254 20 555 0173"))).isNotEmpty();
    }

    @Test
    void P4_identities_lie_in_a_schema_that_figures_and_the_public_cannot_read() {
        for (var role : List.of("haki_reports", "haki_public")) {
            assertThat(tablesOf(role, "vault")).as(role).isEmpty();
            assertThatThrownBy(() -> as(town.leila.actor(), () -> {
                jdbc().sql("set local role " + role).update();
                return jdbc().sql("select count(*) from vault.person").query(Integer.class).single();
            })).as(role).isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("permission denied");
        }
        assertThat(tablesOf("haki_app", "vault")).contains("vault.person");
    }

    @Test
    void R5_a_refusal_of_anything_but_services_blocks_no_service() {
        var file = CaseStory.in(haki, town).open();
        var wanjiru = town.wanjiru.signedIn();
        for (var purpose : List.of("reporting", "followup")) {
            assertThat(wanjiru.fill(file.path() + "/consents", file.path() + "/consents",
                    "purpose", purpose, "decision", "refused", "method", "verbal_phone", "byWhom", "self").status()).as(purpose).isEqualTo(303);
        }
        works(file);
    }

    /** She is helped as anybody: something is written, done, planned, and her case moves on. */
    private void works(CaseFile file) {
        var path = file.path();
        var wanjiru = town.wanjiru.signedIn();
        assertThat(wanjiru.fill(path + "/notes/new", path + "/notes", "text", "She called").status()).isEqualTo(303);
        assertThat(wanjiru.fill(path, path + "/activities", "text", "Went with her", "kind", "call").status()).isEqualTo(303);
        assertThat(wanjiru.get(path + "/activities/new").status()).isEqualTo(200);
        assertThat(wanjiru.fill(path + "/stage", path + "/stage", "stage", "act").status()).isEqualTo(303);
        assertThat(wanjiru.get(path + "/closing").status()).isEqualTo(200);
    }

    private static void same(Supplier<List<?>> known, Supplier<List<?>> unknown) {
        var asked = Statements.during(() -> assertThat(known.get()).isEmpty());
        assertThat(Statements.during(() -> assertThat(unknown.get()).isEmpty())).isEqualTo(asked);
    }

    private static Identity named(String name, String phone) {
        return new Identity(name, List.of(), List.of(phone), null, "female", "adult", "", SafeContact.UNKNOWN, "");
    }

    private long rowsOfRiverbend(Actor actor, String table) {
        return as(actor, () -> jdbc().sql("select count(*) from " + table + " where org_id = :org")
                .param("org", town.riverbend.id()).query(Long.class).single());
    }

    /** The tables of these schemas that a role may read, and that say whose their rows are. */
    private List<String> tablesOf(String role, String... schemas) {
        return as(town.leila.actor(), () -> jdbc().sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
                        where n.nspname in (:schemas) and c.relkind in ('r', 'p') and has_schema_privilege(:role, n.oid, 'usage')
                          and has_table_privilege(:role, c.oid, 'select') order by 1""")
                .param("schemas", List.of(schemas)).param("role", role).query(String.class).list());
    }

    private JdbcClient jdbc() {
        return haki.getBean(JdbcClient.class);
    }

    private <T> T as(Actor actor, Supplier<T> deed) {
        return haki.getBean(Work.class).as(actor, "me.see", deed);
    }
}
