package org.haki.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may see or change what is written out in {@code src/test/resources/policies.txt}, word for word, and read by a
 * person before it changes. When a difference is meant, copy {@code target/policies.txt} over it and review that.
 */
class PolicyLintTest {

    private static final Path REVIEWED = Path.of("src/test/resources/policies.txt");
    private static final Path FOUND = Path.of("target/policies.txt");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void the_database_is_exactly_as_reviewed() throws SQLException, IOException {
        try (var connection = DATABASE.superuser().getConnection()) {
            var found = PolicyCatalogue.of(connection);
            Files.write(FOUND, found);
            var reviewed = Files.readAllLines(REVIEWED);
            assertThat(found.stream().filter(line -> !reviewed.contains(line))).as("new in %s", FOUND).isEmpty();
            assertThat(reviewed.stream().filter(line -> !found.contains(line))).as("gone from %s", FOUND).isEmpty();
            assertThat(String.join("\n", found)).as("order in %s", FOUND).isEqualTo(String.join("\n", reviewed));
        }
    }

    @Test
    void no_rule_is_broken() throws SQLException {
        try (var connection = DATABASE.superuser().getConnection()) {
            assertThat(PolicyRules.broken(connection)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table haki.case_file no force row level security                                              | not forced: haki.case_file
            alter table haki.case_note disable row level security                                               | not forced: haki.case_note
            drop policy staff on haki.adopted_type                                                              | without a policy: haki.adopted_type
            alter policy staff on haki.case_file with check (true)                                              | open to other organisations: staff on haki.case_file: true
            alter policy staff on haki.case_file using (true)                                                   | open to other organisations: staff on haki.case_file: true
            alter policy staff on haki.case_note using (org_id is not null)                                     | open to other organisations: staff on haki.case_note
            alter policy staff on haki.draft using (org_id = (select haki.org()) or person_id = (select haki.person())) | open to other organisations: staff on haki.draft
            alter policy hands_in on haki.intake with check (true)                                              | open to other organisations: hands_in on haki.intake
            create policy more on haki.intake for select to haki_app using (code is not null)                   | open to other organisations: more on haki.intake
            create policy more on haki.draft to public using (org_id = (select haki.org())) with check (org_id = (select haki.org())) | for everybody: more on haki.draft
            create policy more on haki.draft to haki_app using (org_id = (select haki.org()))                   | without a check of what is written: more on haki.draft
            create table public.loose (org_id uuid not null, name text)                                         | unknown schema: loose
            create schema extra; create table extra.loose as select * from haki.case_file                       | unknown schema: extra.loose
            create table haki.loose (id uuid)                                                                   | without org_id: haki.loose
            create view haki.every_case as select * from haki.case_file                                         | with its owner's eyes: haki.every_case
            create materialized view haki.every_case as select * from haki.case_file                            | beyond row security: haki.every_case
            grant truncate on haki.case_file to haki_app                                                        | TRUNCATE on haki.case_file
            grant references on haki.case_file to haki_app                                                      | REFERENCES on haki.case_file
            grant trigger on vault.person to haki_app                                                           | TRIGGER on vault.person
            grant maintain on vault.person to haki_app                                                          | MAINTAIN on vault.person
            grant select on hub.login to haki_app                                                               | without a function: SELECT on hub.login
            grant select on haki.case_file to public                                                            | without a function: SELECT on haki.case_file
            alter table haki.draft owner to haki_app                                                            | not owned by haki_owner: haki.draft
            create unique index loose on haki.case_file (code)                                                  | unique without org_id: haki.loose
            alter table haki.case_note add constraint loose foreign key (by_org, case_id) references haki.case_file (org_id, id) | foreign key without org_id on both sides: loose
            create function haki.peek() returns bigint language sql security definer as 'select count(*) from haki.case_file' | open search path: haki.peek()
            alter function haki.team_cases() reset search_path                                                  | open search path: haki.team_cases()
            grant execute on function haki.append_audit(jsonb, uuid[]) to public                                | everybody may call: haki.append_audit
            alter function haki.org() leakproof                                                                 | leak nothing: haki.org()
            alter table haki.audit_entry disable trigger audit_stays                                            | out of work: audit_stays on haki.audit_entry
            """)
    void a_weakened_database_breaks_a_rule(String mutant, String fault) throws SQLException {
        mutated(mutant, connection -> assertThat(PolicyRules.broken(connection)).anyMatch(line -> line.contains(fault)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter policy staff on haki.case_file using (org_id = (select haki.org()))
            alter policy staff on haki.case_file to haki_app, haki_reports
            alter policy hands_in on haki.intake with check (org_id = (select haki.org()))
            create policy more on haki.intake for delete to haki_app using (org_id = (select haki.org()))
            create or replace function haki.org() returns uuid language sql stable return '00000000-0000-0000-0000-000000000001'::uuid
            create or replace function haki.every_fence() returns boolean language sql stable return true
            grant delete on haki.case_note to haki_app
            grant select (sealed) on vault.person to haki_reports
            grant select on haki.case_file to haki_reports
            grant execute on function haki.team_cases() to haki_public
            grant create on schema haki to haki_app
            grant haki_owner to haki_app
            alter role haki_app bypassrls
            drop trigger audit_stays on haki.audit_entry
            create rule loose as on update to haki.audit_entry do instead nothing
            alter default privileges for role haki_owner in schema haki grant select on tables to haki_public
            """)
    void a_change_of_who_may_do_what_needs_a_review(String mutant) throws SQLException {
        try (var connection = DATABASE.superuser().getConnection()) {
            var before = PolicyCatalogue.of(connection);
            mutated(mutant, changed -> assertThat(PolicyCatalogue.of(changed)).isNotEqualTo(before));
        }
    }

    private static void mutated(String sql, Looking looking) throws SQLException {
        try (var connection = DATABASE.superuser().getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            try {
                looking.at(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private interface Looking {
        void at(Connection connection) throws SQLException;
    }
}
