package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseNotes;
import org.haki.cases.ConsentToShare;
import org.haki.cases.SharingConsents;
import org.haki.cases.WriteNote;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R7: handing Asha's whole case over needs a yes of its own, which PostgreSQL asks for; afterwards the old organisation keeps little. */
@HakiTest
class TransferConsentTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final List<String> ALL = List.of("identity", "story", "plan", "people", "services");

    @Autowired ApplicationContext haki;
    @Autowired Work work;
    private Town town;
    private Town other;
    private CaseFile asha;
    private Visitor wanjiru;
    private Visitor sushila;
    private String path;

    @BeforeEach
    void a_case_and_three_organisations_in_one_network() {
        town = Town.in(haki);
        other = Town.in(haki);
        var network = town.inOneNetwork();
        haki.getBean(Networks.class).enter(haki.getBean(Organisations.class).system(other.northgate.id()), network);
        asha = CaseStory.in(haki, town).open();
        wanjiru = town.wanjiru.signedIn();
        sushila = town.sushila.signedIn();
    }

    @Test
    void R7_without_a_word_of_hers_nothing_opens() {
        assertThat(opens("transfer", ALL)).isFalse();
        assertThat(wanjiru.fill(asha.path() + "/transfer/new", asha.path() + "/transfer", "to", town.northgate.id().toString()).status()).isEqualTo(422);
        nothing_waits();
    }

    @Test
    void R7_a_yes_to_a_referral_is_none_to_a_transfer_and_the_other_way_round() {
        say("referral", town.northgate.id(), "given", 30);
        assertThat(opens("transfer", ALL)).isFalse();
        assertThat(opens("service", List.of("identity"))).isTrue();
        asha = CaseStory.in(haki, town).open();
        say("transfer", town.northgate.id(), "given", 30);
        assertThat(opens("service", List.of("identity"))).isFalse();
        assertThat(opens("transfer", ALL)).isTrue();
    }

    @Test
    void R7_a_yes_to_somebody_else_is_none() {
        say("transfer", other.northgate.id(), "given", 30);
        assertThat(opens("transfer", ALL)).isFalse();
        nothing_waits();
    }

    @Test
    void R7_a_yes_to_less_is_none_to_more() {
        work.as(town.wanjiru.actor(), "consent.share", () -> haki.getBean(SharingConsents.class).record(town.wanjiru.actor(), asha,
                consent("transfer", town.northgate.id(), "given", List.of("identity"), 30)));
        assertThat(opens("transfer", List.of("identity", "story"))).isFalse();
        assertThat(opens("transfer", List.of("identity"))).isTrue();
    }

    @Test
    void R7_a_yes_that_was_taken_back_or_is_over_opens_nothing() {
        say("transfer", town.northgate.id(), "given", 30);
        say("transfer", town.northgate.id(), "withdrawn", 0);
        assertThat(opens("transfer", ALL)).isFalse();
        say("transfer", town.northgate.id(), "given", 30);
        pass("update haki.consent set decided_at = decided_at - interval '31 days', expires_at = expires_at - interval '31 days' where org_id = :org");
        assertThat(opens("transfer", ALL)).isFalse();
    }

    @Test
    void R7_nothing_is_taken_over_once_she_took_her_yes_back_or_its_day_is_over() {
        var takeover = accepted();
        pass("update hub.case_window set until = now() - interval '1 second' where owner_org = :org");
        assertThat(takeover.send("office", town.northgateOffice.id().toString(), "owner", "queue").status()).isEqualTo(409);
        pass("update hub.case_window set until = now() + interval '1 day' where owner_org = :org");
        say("transfer", town.northgate.id(), "withdrawn", 0);
        assertThat(takeover.send("office", town.northgateOffice.id().toString(), "owner", "queue").status()).isEqualTo(409);
        assertThat(cases(town.northgate.id())).isZero();
        assertThat(wanjiru.get(asha.path()).text()).contains("Asha Thapa");
    }

    @Test
    void R7_nobody_but_whom_it_was_offered_to_takes_it() {
        accepted();
        var stranger = other.sushila.signedIn();
        assertThat(stranger.get("/shared").body()).doesNotContain(path);
        assertThat(stranger.get(path + "/takeover").status()).isEqualTo(404);
        assertThat(town.prem.signedIn().get(path + "/takeover").status()).as("a colleague who did not take it on").isIn(404, 409);
        assertThat(cases(other.northgate.id()) + cases(town.northgate.id())).isZero();
    }

    @Test
    void R7_afterwards_the_old_organisation_keeps_the_shell_and_its_own_notes() {
        haki.getBean(CaseNotes.class).write(town.wanjiru.actor(), asha.code(), new WriteNote("Our own note.", ""), Op.own());
        assertThat(accepted().send("office", town.northgateOffice.id().toString(), "owner", "queue").status()).isEqualTo(303);
        for (var person : List.of(town.wanjiru, town.leila, town.fatou)) {
            var rows = as(person, () -> jdbc().sql("""
                            select 'identity' from vault.person where id = :client union all
                            select kind from haki.case_note where case_id = :case union all
                            select 'case' from haki.case_file where id = :case""")
                    .param("client", asha.client()).param("case", asha.id()).query(String.class).list());
            assertThat(rows).as(person.signInName()).contains("case").doesNotContain("identity", "narrative");
        }
        assertThat(wanjiru.get(asha.path()).text()).contains("Our own note.").doesNotContain("Asha Thapa", CaseStory.WORDS);
        assertThat(wanjiru.fill(asha.path() + "/notes/new", asha.path() + "/notes", "text", "Later.").status()).isNotEqualTo(303);
    }

    private Page.Form accepted() {
        assertThat(wanjiru.fill(asha.path() + "/transfer/new", asha.path() + "/transfer", "to", town.northgate.id().toString(), "show", "story",
                "method", "signature", "byWhom", "self").status()).isEqualTo(303);
        var found = SHARED.matcher(sushila.get("/shared").body());
        assertThat(found.find()).isTrue();
        path = found.group(1);
        sushila.fill(path, path + "/acceptance");
        return sushila.get(path + "/takeover").form(path + "/takeover");
    }

    private void nothing_waits() {
        assertThat(sushila.get("/shared").body()).contains("Nobody waits for an answer of yours");
    }

    private void say(String purpose, UUID to, String decision, int days) {
        work.as(town.wanjiru.actor(), "consent.share", () -> haki.getBean(SharingConsents.class).record(town.wanjiru.actor(), asha,
                consent(purpose, to, decision, decision.equals("given") ? ALL : List.of(), days)));
    }

    private static ConsentToShare consent(String purpose, UUID to, String decision, List<String> sections, int days) {
        return new ConsentToShare(purpose, to, "", decision, sections, days == 0 ? null : Town.today().plusDays(days), "signature", "self", "", "", "en");
    }

    /** Whether PostgreSQL opens a window to Northgate of this kind, whatever the page thinks. */
    private boolean opens(String kind, List<String> sections) {
        return as(town.wanjiru, () -> {
            var referral = Id.next();
            jdbc().sql("""
                            insert into haki.referral (org_id, id, case_id, by_org, kind, to_org, urgency, sections)
                            values (haki.org(), :id, :case, haki.org(), :kind, :to, 'normal', :sections)""")
                    .param("id", referral).param("case", asha.id()).param("kind", kind).param("to", town.northgate.id())
                    .param("sections", sections.toArray(String[]::new)).update();
            return jdbc().sql("select hub.window_make(:id, gen_random_uuid(), now() + interval '1 day', now() + interval '1 day')")
                    .param("id", referral).query(Boolean.class).single();
        });
    }

    private void pass(String sql) {
        Everything.in(haki).pass(sql, town.riverbend);
    }

    private int cases(UUID org) {
        return Everything.in(haki).list("select id::text from haki.case_file where org_id = '" + org + "' and :org is not null", town.riverbend).size();
    }

    private <T> T as(Town.Person person, Supplier<T> deed) {
        return work.as(person.actor(), "case.see", deed);
    }

    private JdbcClient jdbc() {
        return haki.getBean(JdbcClient.class);
    }
}
