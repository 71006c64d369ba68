package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.haki.AtAnOffice;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.cases.Purges;
import org.haki.files.Documents;
import org.haki.files.Photos;
import org.haki.files.Picture;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.referrals.Referrals;
import org.haki.referrals.SendReferral;
import org.haki.referrals.SharedCases;
import org.haki.referrals.WriteEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;

/**
 * Holds a dump of the whole database, and all keys: what does whoever holds both open? After a window ended, its receiver
 * nothing of the case; after the case was destroyed, nobody anything (P42, P43), and the figures are as they were (S3).
 */
@HakiTest
@TestPropertySource(properties = HakiTest.GONE_THROUGH)
class DestroyedKeysTest {

    private static final String NAME = "Quillonia Vantongeren";
    private static final String OWN_WORDS = "We went to court together.";

    @Autowired ApplicationContext haki;
    @Autowired OrgKeys orgKeys;
    @Autowired Referrals referrals;
    @Autowired SharedCases shared;
    @Autowired Purges purges;
    @Autowired Documents documents;
    @Autowired Work work;
    @Autowired JdbcClient jdbc;

    private Town town;
    private Actor wanjiru;
    private Actor sushila;
    private Actor leila;
    private Actor hana;
    private CaseFile file;
    private UUID personKey;
    private UUID sheetKey;
    private UUID window;

    @BeforeEach
    void a_case_with_everything_in_it_and_a_window_onto_it() {
        town = Town.in(haki);
        town.inOneNetwork();
        wanjiru = town.wanjiru.actor();
        sushila = town.sushila.actor();
        leila = town.leila.actor();
        hana = town.person(town.riverbend, "Hana Abebe", "hana", Town.everywhere("supervisor")).actor();
        file = CaseStory.in(haki, town).of(NAME).open();
        new AtAnOffice(town).sentAway(town.wanjiru.signedIn(), file.path(), "bribe", "The guard asked for tea money.");
        new OwnForms(town.tomasz.signedIn()).followedUp(town.wanjiru.signedIn(), file.code(), "She walks with a bamboo stick.");
        change("with phone as (insert into haki.device (org_id, id, name, office_id, enrolled_at) select org_id, gen_random_uuid(), 'Phone 1', office_id, now() from haki.case_file where id = :id returning org_id, id) insert into haki.phone_case (org_id, id, device_id, case_id, mark, given_at) select org_id, gen_random_uuid(), id, :id, '', now() from phone");
        sheetKey = asHaki("select key_id from haki.survey_sheet where case_id = :id", file.id(), UUID.class);
        documents.add(wanjiru, file.id(), file.key(), "photo", Picture.of("image/jpeg", Photos.jpegWithPlace(1)));
        personKey = asHaki("select key_id from vault.person where id = :id", file.client(), UUID.class);
        referrals.send(wanjiru, file.code(), new SendReferral("service", "legal", town.northgate.id().toString(), "urgent", List.of("identity", "plan"), "whole", "",
                "Please go with her.", "now", "verbal_phone", "self", "", "", ""), Op.own());
        window = asHaki("select id from haki.referral where case_id = :id", file.id(), UUID.class);
        shared.accept(sushila, window, Op.own());
        shared.write(sushila, window, new WriteEntry("service", "legal", OWN_WORDS, ""), Op.own());
    }

    @Test
    void after_a_window_ends_nothing_that_the_receivers_keys_open_yields_the_cases_key() {
        var open = dump();
        assertThat(open.opened(orgKeys, town.northgate.id())).as("while it is open they do").containsKeys(file.key(), personKey);
        referrals.revoke(wanjiru, file.code(), window, "no_longer_needed", Op.own());
        var ended = dump();
        var secrets = open.opened(orgKeys, town.riverbend.id());
        var receivers = ended.opened(orgKeys, town.northgate.id());
        assertThat(receivers).doesNotContainKeys(file.key(), personKey);
        assertThat(receivers.values()).doesNotContain(secrets.get(file.key()), secrets.get(personKey));
        assertThat(receivers).as("what it wrote itself it can still read").containsKey(ownKey());
        assertThat(shared.view(sushila, window).entries()).extracting(entry -> entry.text()).containsExactly(OWN_WORDS);
    }

    @Test
    void P42_P43_after_a_case_was_destroyed_no_wrap_of_its_key_is_left_her_name_is_nowhere_and_figures_stay() {
        look();
    }

    /** Each of these makes a hole in what destroys, or in what forbids it; the look above must find it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            haki.erase_case(uuid) | delete from vault.key_wrap k where | delete from vault.key_wrap k where false and
            haki.erase_case(uuid) | delete from hub.window_wrap x using hub.case_window w | delete from hub.window_wrap x using (select * from hub.case_window limit 0) w
            haki.erase_case(uuid) | union select w.own_key_id from hub.case_window w where | union select w.own_key_id from hub.case_window w where false and
            haki.erase_case(uuid) | union select p.key_id from vault.person p where | union select p.key_id from vault.person p where false and
            haki.erase_case(uuid) | delete from vault.person p where | delete from vault.person p where false and
            haki.erase_case(uuid) | delete from vault.search_token t where | delete from vault.search_token t where false and
            haki.erase_case(uuid) | delete from facts.link l where | delete from facts.link l where false and
            haki.erase_case(uuid) | delete from haki.case_note n where | delete from haki.case_note n where false and
            haki.erase_case(uuid) | case_id = null, sealed = null, seen_on | case_id = null, seen_on
            haki.erase_case(uuid) | set case_id = null, sealed = null, seen_on = date_trunc('month', o.seen_on) | set sealed = null
            haki.erase_case(uuid) | union select s.key_id from haki.survey_sheet s where | union select s.key_id from haki.survey_sheet s where false and
            haki.erase_case(uuid) | delete from haki.survey_sheet s where | delete from haki.survey_sheet s where false and
            haki.erase_case(uuid) | delete from haki.phone_case p where | delete from haki.phone_case p where false and
            haki.erase_case(uuid) | delete from haki.document_part p where | delete from haki.document_part p where false and
            haki.erase_case(uuid) | update haki.referral r set words = null, consent_id = null | update haki.referral r set consent_id = null
            haki.erase_case(uuid) | update hub.case_window w set client_id = null | update hub.case_window w set code = w.code
            haki.erase_case(uuid) | status = 'purged', client_id = null | status = 'purged', client_id = f.client_id
            haki.purge(uuid) | p.proposed_by = haki.person() or |
            haki.purge_hindrance(uuid, text) | h.case_id = f.id and h.lifted_at is null | h.case_id = f.id and false
            """)
    void a_hole_in_destroying_is_found(String function, String wall, String hole) {
        var whole = asHaki("select pg_get_functiondef('" + function + "'::regprocedure) where :id = :id", file.id(), String.class);
        assertThat(whole).contains(wall);
        owner().sql(whole.replace(wall, hole == null ? "" : hole)).update();
        try {
            assertThatThrownBy(this::look).isInstanceOfAny(AssertionError.class, DataIntegrityViolationException.class);
        } finally {
            owner().sql(whole).update();
        }
    }

    private void look() {
        var before = dump();
        var secrets = before.opened(orgKeys, town.riverbend.id());
        assertThat(secrets).as("before, they open").containsKeys(file.key(), personKey, ownKey());
        assertThat(opens(secrets.get(file.key()), before)).as("and open her story in the dump").isTrue();
        assertThat(before.with("Wanjiru Otieno")).as("this is how a name would be found").isNotEmpty();
        assertThat(ciphertexts(before)).isNotEmpty();
        var own = ownKey();
        var lent = owner().sql("select * from hub.window_wrap where key_id = :key").param("key", file.key()).query().singleRow();
        end();
        owner().sql("insert into hub.window_wrap (window_id, key_id, org_id, version, purpose, wrapped) "
                + "values (:window_id, :key_id, :org_id, :version, :purpose, :wrapped)").params(lent).update();   // as if left behind
        var facts = facts();
        purges.propose(leila, file.code(), "erasure", Op.own());
        assertThat(agrees(leila)).as("alone").isFalse();
        purges.hold(hana, file.code(), "court", Op.own());
        assertThat(agrees(hana)).as("on hold").isFalse();
        purges.lift(hana, file.code(), "over", Op.own());
        purges.approve(hana, file.code(), Op.own());
        var after = dump();
        lookForKeys(before, secrets, own, after);
        assertThat(List.of(NAME, "Quillonia", "Vantongeren", "hiding at the neighbour", "555 0173", "tea money", "bamboo")).allSatisfy(word -> assertThat(after.with(word)).as(word).isEmpty());
        ciphertexts(before).forEach(sealed -> assertThat(after.with(sealed)).as("what was sealed is gone as well").isEmpty());
        assertThat(facts()).as("S3").isEqualTo(facts);
        lookAtTheShell(after);
    }

    private void lookForKeys(Dump before, Map<UUID, SecretKey> secrets, UUID own, Dump after) {
        for (var org : List.of(town.riverbend.id(), town.northgate.id())) {
            var opened = after.opened(orgKeys, org);
            assertThat(opened).doesNotContainKeys(file.key(), personKey, sheetKey);
            assertThat(opened.values()).doesNotContain(secrets.get(file.key()), secrets.get(personKey));
            opened.values().forEach(key -> assertThat(opens(key, before)).as("no key left opens the old dump").isFalse());
        }
        assertThat(after.opened(orgKeys, town.riverbend.id())).as("nor what receivers recorded, for us").doesNotContainKey(own);
        assertThat(after.opened(orgKeys, town.northgate.id())).as("which stays theirs").containsKey(own);
        assertThat(after.in("vault.key_wrap", file.key())).isEmpty();
        assertThat(after.in("hub.window_wrap", file.key())).isEmpty();
    }

    /** Only a shell is left, and nothing leads from the figures to it. */
    private void lookAtTheShell(Dump after) {
        after.rows().forEach((table, lines) -> {
            if (!table.startsWith("haki.audit_")) {
                assertThat(lines).as(table + " names her").noneMatch(line -> line.contains(file.client().toString()));
            }
        });
        var left = after.rows().keySet().stream().filter(table -> !after.in(table, file.id()).isEmpty()).toList();
        assertThat(left).containsExactlyInAnyOrder("haki.audit_entry", "haki.audit_subject", "haki.case_file", "haki.case_hold",
                "haki.case_purge", "haki.referral", "haki.window_entry", "hub.case_window");
        assertThat(after.in("haki.case_file", file.id())).singleElement().asString().contains("purged", file.code());
        assertThat(after.in("haki.referral", window)).singleElement().asString().doesNotContain("\\x");
        assertThat(after.rows().get("hub.destroyed")).anyMatch(line -> line.contains(file.key().toString())).anyMatch(line -> line.contains(personKey.toString()));
    }

    /** Whether the database lets this person destroy the case, whatever the application would say. */
    private boolean agrees(Actor actor) {
        return work.as(actor, "case.purge", () -> jdbc.sql("select haki.purge(:id)").param("id", file.id()).query(Boolean.class).single());
    }

    private JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(haki.getEnvironment().getRequiredProperty("haki.database.owner-url")));
    }

    @Test
    void what_a_receiver_recorded_itself_stays_its_own_when_the_owner_destroys_the_case() {
        purge();
        var view = shared.view(sushila, window);
        assertThat(view.entries()).extracting(entry -> entry.text()).containsExactly(OWN_WORDS);
        assertThat(view.client()).isNull();
        assertThat(view.file()).isNull();
    }

    @Test
    void a_window_that_is_open_keeps_a_case() {
        archive();
        assertThatThrownBy(() -> purges.propose(leila, file.code(), "erasure", Op.own())).isInstanceOf(RuntimeException.class);
        assertThat(work.as(leila, "case.purge", () -> purges.of(leila, file)).hindrance("erasure")).isEqualTo("window");
    }

    /** A table with rows of cases that nobody thought of when a case is destroyed would keep its words. */
    @Test
    void destroying_names_every_table_that_hangs_on_a_case() {
        var tables = asHaki("""
                select string_agg(c.oid::regclass::text, ' ' order by 1) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id'
                where c.relkind = 'r' and n.nspname in ('haki', 'hub', 'vault', 'facts') and :id = :id""", file.id(), String.class);
        var said = asHaki("select pg_get_functiondef('haki.erase_case(uuid)'::regprocedure) where :id = :id", file.id(), String.class);
        assertThat(List.of(tables.split(" "))).hasSizeGreaterThan(15).filteredOn(table -> !List.of("haki.audit_subject", "haki.case_hold", "haki.case_purge").contains(table))
                .allSatisfy(table -> assertThat(said).containsPattern("(delete from|update) " + Pattern.quote(table) + "\\b"));
    }

    private void purge() {
        end();
        purges.propose(leila, file.code(), "erasure", Op.own());
        purges.approve(hana, file.code(), Op.own());
    }

    private void end() {
        referrals.revoke(wanjiru, file.code(), window, "no_longer_needed", Op.own());
        archive();
    }

    private void archive() {
        change("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id");
        change("update haki.case_file set status = 'archived', closing_at = now(), closed_at = now(), archived_at = now() where id = :id");
    }

    private UUID ownKey() {
        return asHaki("select own_key_id from hub.windows_of(array[:id])", file.id(), UUID.class);
    }

    /** Whether this key opens any story or identity that lay in this dump. */
    private boolean opens(SecretKey key, Dump dump) {
        return dump.in("haki.case_note", file.id()).stream().anyMatch(line -> {
            var sealed = Pattern.compile("\\\\\\\\x([0-9a-f]+)").matcher(line);
            var note = UUID.fromString(line.split(",")[1]);
            try {
                return sealed.find() && Seal.open(key, town.riverbend.id(), note, "note", new Sealed(HexFormat.of().parseHex(sealed.group(1)))).length > 0;
            } catch (CannotOpen anothers) {
                return false;
            }
        });
    }

    /** All that was sealed of the case and its client, as it stood in the dump. */
    private List<String> ciphertexts(Dump dump) {
        return List.of("haki.case_note", "haki.document_part", "vault.person", "haki.activity", "haki.practice_observation").stream()
                .flatMap(table -> dump.in(table, table.startsWith("vault") ? file.client() : file.id()).stream())
                .map(line -> line.replaceAll("(?s).*?\\\\\\\\x([0-9a-f]{40}).*", "$1"))
                .toList();
    }

    private Map<String, String> facts() {
        return Map.of("figures", work.as(town.riverbendSystem(), "case.archive", () -> {
            jdbc.sql("set local role haki_reports").update();
            var figures = jdbc.sql("""
                    select string_agg(kind || ' ' || n || ' ' || countable, ', ' order by kind, countable) from (
                        select kind, countable, count(*) as n from facts.fact where org_id = haki.org() group by 1, 2) f""").query(String.class).single();
            jdbc.sql("set local role none").update();
            return figures;
        }));
    }

    private Dump dump() {
        return Dump.of(haki.getEnvironment().getRequiredProperty("haki.database.owner-url"));
    }

    private void change(String sql) {
        work.as(town.riverbendSystem(), "case.archive", () -> jdbc.sql(sql).param("id", file.id()).update());
    }

    private <T> T asHaki(String sql, UUID id, Class<T> type) {
        return work.as(town.riverbendSystem(), "case.archive", () -> jdbc.sql(sql).param("id", id).query(type).single());
    }
}
