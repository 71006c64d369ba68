package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every wall around a window is seen to hold by a look that fails without it: with a hole in one of them the look finds
 * what it should not. Three holes are drawn at random each time ({@code -Dhaki.seed} repeats a draw), all of them in bin/soak.
 */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowMutantsTest {

    private static final String AT_WORK = "hub.window_at_work()";
    private static final String MAKE = "hub.window_make(uuid,uuid,timestamptz,timestamptz)";
    private static final String CONSENTED = "hub.consented_until(uuid,text,uuid,text,text[])";
    private static final String TAKE = "hub.transfer_take(uuid,uuid)";
    private static final String BODY = "(?s)\\$function\\$.*\\$function\\$";
    private static final List<Mutant> MUTANTS = List.of(
            Mutant.schema("drop FORCE", "owner of the tables",
                    "alter table haki.case_note no force row level security", "alter table haki.case_note force row level security"),
            Mutant.schema("no row security", "other sections",
                    "alter table haki.case_note disable row level security", "alter table haki.case_note enable row level security"),
            Mutant.policy("missing policy", "agreed sections are shown", "haki.case_note", "guest", "drop policy guest on haki.case_note"),
            Mutant.policy("missing WITH CHECK", "written elsewhere", "haki.window_entry", "guest_writes",
                    "alter policy guest_writes on haki.window_entry with check (true)"),
            Mutant.policy("policy to the wrong role", "other cases", "haki.case_file", "staff",
                    "alter policy staff on haki.case_file to haki_app, haki_guest"),
            Mutant.policy("kept notes not looked at", "other cases", "haki.case_note", "guest",
                    "alter policy guest on haki.case_note using (org_id = (select haki.org()) and case_id = (select haki.windowed('story')))"),
            Mutant.policy("one organisation's policy without the case", "other cases", "haki.activity", "guest",
                    "alter policy guest on haki.activity using (org_id = (select haki.org()))"),
            Mutant.schema("plain view", "other cases",
                    "create view haki.every_case as select * from haki.case_file; grant select on haki.every_case to haki_guest",
                    "drop view haki.every_case"),
            Mutant.function("window without end: the consent's", "past its end", AT_WORK, "and w.until > now\\(\\)", ""),
            Mutant.function("window without end: its own", "ended", AT_WORK, "and w.ended_at is null", ""),
            Mutant.function("acceptance not asked", "not accepted", "haki.windowed(text)", "\\(w\\.opened_at IS NOT NULL\\)", "true"),
            Mutant.function("readers not looked at", "another reader", AT_WORK, "haki\\.person\\(\\) = any \\(w\\.readers\\)", "true"),
            Mutant.function("receiver not looked at", "another organisation", AT_WORK, "and w\\.to_org is not distinct from haki\\.guest\\(\\)", ""),
            Mutant.function("section not looked at", "other sections", "haki.windowed(text)", "\\(\\S*section = ANY \\(w\\.sections\\)\\)", "true"),
            Mutant.function("identity not looked at", "other sections", "haki.windowed_client()", "\\('identity'\\S* = ANY \\(w\\.sections\\)\\)", "true"),
            Mutant.function("suspension not looked at", "suspended", AT_WORK, "o\\.state <> 'active'", "false"),
            Mutant.function("network not looked at", "parted", "hub.in_one_network(uuid,uuid)", "\\(b\\.network_id = a\\.network_id\\)", "true"),
            Mutant.function("consent not asked", "sent without a consent", CONSENTED, BODY,
                    "\\$function\\$ select now() + interval '90 days' \\$function\\$"),
            Mutant.function("consent to less not looked at", "sent beyond the consent", CONSENTED, "and shown <@ said\\.sections", ""),
            Mutant.function("exception of one alone", "exception of one alone", MAKE, "when r\\.approved_by is not null and r\\.approved_by <> r\\.made_by",
                    "when true"),
            Mutant.function("onward without a bound", "onward beyond what is seen", MAKE, "not r\\.sections <@ parent\\.sections", "false"),
            Mutant.function("withdrawal ends nothing", "withdrawn", "hub.consent_ended()", "w\\.ended_at is null", "false"),
            Mutant.function("wraps that stay", "keys after the end", "hub.window_ended()", "delete from hub\\.window_wrap[^;]*;", ""),
            Mutant.function("wraps for everybody", "keys of others", "hub.window_wraps(uuid[])", "where \\(.*\\) and x\\.key_id", "where x.key_id"),
            Mutant.function("wraps until the night", "keys of others", "hub.window_wraps(uuid[])", "and x\\.key_id = w\\.own_key_id", ""),
            Mutant.function("card for everybody", "lists of another organisation", "hub.window_to(uuid)", "and w\\.to_org = haki\\.org\\(\\)", ""),
            Mutant.function("list for everybody", "lists of another organisation", "hub.windows_to(text[],timestamptz,uuid,int)",
                    "w\\.to_org = haki\\.org\\(\\) and", ""),
            Mutant.function("owner's cards for everybody", "lists of another organisation", "hub.windows_of(uuid[])",
                    "w\\.owner_org = haki\\.org\\(\\) and", ""),
            Mutant.function("page not opened", "without an account", AT_WORK, "w\\.to_org is not null or exists", "true or exists"),
            Mutant.function("another page's opening", "without an account", AT_WORK, "and p\\.session_hash = haki\\.pass\\(\\)", ""),
            Mutant.function("page without end: its half hour", "without an account", AT_WORK, "and p\\.session_until > now\\(\\)", ""),
            Mutant.function("page that cannot be taken back", "without an account", AT_WORK, "and p\\.ended_at is null", ""),
            Mutant.policy("words under another's name", "without an account", "haki.window_entry", "guest_writes_by_pass",
                    "alter policy guest_writes_by_pass on haki.window_entry with check (org_id = (select haki.org()))"),
            Mutant.function("taken by whom it was not given", "taking over", TAKE, "and haki\\.person\\(\\) = any \\(x\\.readers\\)", ""),
            Mutant.function("taken though it is no transfer", "taking over", TAKE, "and x\\.kind = 'transfer'", ""),
            Mutant.function("taken after the end of the consent", "taking over", TAKE, "and x\\.until > now\\(\\)", ""),
            Mutant.function("taken from a suspended one", "taking over", TAKE, "o\\.state <> 'active'", "false"),
            Mutant.function("completed without a case", "taking over", "hub.transfer_only()", "if not exists", "if false and not exists"),
            Mutant.policy("everybody of a case handed over", "people of a case handed over", "vault.person", "guest_people",
                    "alter policy guest_people on vault.person using (org_id = (select haki.org()))"),
            Mutant.policy("who came after the offer", "people of a case handed over", "haki.case_party", "guest",
                    "alter policy guest on haki.case_party using (org_id = (select haki.org()) and case_id = (select haki.windowed('people')))"),
            Mutant.policy("decisions nobody agreed to show", "people of a case handed over", "haki.consent", "guest_services",
                    "alter policy guest_services on haki.consent using (org_id = (select haki.org()))"),
            Mutant.policy("she who went", "handed over", "vault.person", "staff",
                    "alter policy staff on vault.person using (org_id = (select haki.org()))"),
            Mutant.policy("her words that went", "handed over", "haki.case_note", "staff",
                    "alter policy staff on haki.case_note using (org_id = (select haki.org()))"),
            Mutant.words("setting of the session", "between two deeds", said -> said.replace(", true)", ", false)")),
            Mutant.schema("forgotten composite key", "hung on another organisation",
                    "alter table haki.referral drop constraint referral_org_id_consent_id_fkey",
                    "alter table haki.referral add constraint referral_org_id_consent_id_fkey foreign key (org_id, consent_id) references haki.consent (org_id, id)"));

    @Autowired ApplicationContext haki;
    private WindowWorld world;
    private WindowIsolation isolation;
    private final Set<String> found = new TreeSet<>();

    @BeforeAll
    void two_organisations() {
        world = new WindowWorld(haki);
        isolation = new WindowIsolation(world);
        everyFunctionMadeAnew();
    }

    /** One that was made before its table grew is printed otherwise once it is made again, as a mended hole makes it. */
    private void everyFunctionMadeAnew() {
        world.owner().sql("""
                        select pg_get_functiondef(p.oid) from pg_proc p
                        where p.pronamespace in ('haki'::regnamespace, 'hub'::regnamespace) and p.prosqlbody is not null""")
                .query(String.class)
                .list()
                .forEach(function -> Mutant.change(world.owner(), function));
    }

    @Test
    void nothing_crosses_but_what_was_agreed() {
        assertThat(isolation.breaches(UnaryOperator.identity())).isEmpty();
    }

    @Test
    void a_hole_drawn_at_random_is_found() {
        long seed = Long.getLong("haki.seed", System.nanoTime());
        var drawn = new ArrayList<>(mutants());
        Collections.shuffle(drawn, new Random(seed));
        for (var mutant : drawn.subList(0, 3)) {
            System.out.println("Mutant drawn with seed " + seed + ": " + mutant);
            a_hole_is_found(mutant);
        }
    }

    @ParameterizedTest
    @MethodSource("mutants")
    @Tag("soak")
    void a_hole_is_found(Mutant mutant) {
        var walls = world.walls();
        mutant.open(world.owner(), () -> {
            Map<String, String> breaches = isolation.breaches(mutant.spoken());
            System.out.println("Mutant " + mutant + " was found by " + breaches.keySet());
            assertThat(breaches).as(mutant.name()).containsKey(mutant.look());
            found.add(mutant.name());
        });
        assertThat(world.walls()).as("every wall stands again").isEqualTo(walls);
    }

    @AfterAll
    void so_many_were_found() {
        System.out.println("Holes found by the look meant for them: " + found.size() + " of " + mutants().size());
    }

    /** Whatever a guest may read or write, a hole in its wall is among these. */
    @Test
    void every_policy_for_guests_has_a_hole() {
        var policies = world.owner().sql("select schemaname || '.' || tablename || ' ' || policyname from pg_policies where 'haki_guest' = any (roles)")
                .query(String.class).list();
        assertThat(policies).isNotEmpty();
        assertThat(mutants()).extracting(Mutant::wall).containsAll(policies);
        assertThat(mutants()).extracting(Mutant::name).doesNotHaveDuplicates();
    }

    static List<Mutant> mutants() {
        return Stream.of(MUTANTS, LeadMutants.ALL, TableMutants.ALL, ServiceRecordLook.MUTANTS).flatMap(List::stream).toList();
    }
}
