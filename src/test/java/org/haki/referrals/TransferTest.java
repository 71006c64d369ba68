package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.activities.Activities;
import org.haki.activities.PlanActivity;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseNotes;
import org.haki.cases.Closings;
import org.haki.cases.ConsentToShare;
import org.haki.cases.Parties;
import org.haki.cases.SharingConsents;
import org.haki.cases.TransferredCases;
import org.haki.cases.WriteNote;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Riverbend hands Asha's whole case over to Northgate, at both front doors. */
@HakiTest
class TransferTest {

    private static final String ERRAND = "Fetch the stamped copy";
    private static final String NOTE = "She wants to move to her aunt.";
    private static final String KEPT = "Her neighbour must not hear of it.";
    private static final String LATER = "Riverbend wrote this afterwards.";
    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");

    @Autowired ApplicationContext haki;
    @Autowired Work work;
    @Autowired CaseNotes notes;
    @Autowired Transfers transfers;
    @Autowired TransferredCases transferred;

    private Town town;
    private CaseFile asha;
    private Visitor wanjiru;
    private Visitor sushila;

    @BeforeEach
    void a_case() {
        town = Town.in(haki);
        town.inOneNetwork();
        asha = CaseStory.in(haki, town).open();
        CaseStory.in(haki, town).of("Bina Gurung").open();
        notes.write(town.wanjiru.actor(), asha.code(), new WriteNote(NOTE, ""), Op.own());
        notes.write(town.wanjiru.actor(), asha.code(), new WriteNote(KEPT, "", "yes"), Op.own());
        var leila = town.leila.actor();
        work.as(leila, "case.write", () -> {
            var neighbour = haki.getBean(Persons.class).register(leila, Identity.of("Kofi Mensah", "adult"), town.mainDesk.id(), false);
            haki.getBean(Parties.class).add(leila, asha.code(), neighbour, "reporter", Op.own());
        });
        haki.getBean(Activities.class).plan(town.wanjiru.actor(), asha.code(),
                new PlanActivity("task", ERRAND, "", Town.today().plusDays(3).toString(), "", "", "", "", ""), Op.own());
        wanjiru = town.wanjiru.signedIn();
        sushila = town.sushila.signedIn();
    }

    @Test
    void a_yes_to_a_referral_is_none_to_a_transfer() {
        work.as(town.wanjiru.actor(), "consent.share", () -> haki.getBean(SharingConsents.class).record(town.wanjiru.actor(), asha,
                new ConsentToShare("referral", town.northgate.id(), "", "given", List.of("identity", "story", "plan"),
                        Town.today().plusDays(9), "signature", "self", "", "", "en")));
        assertThat(offer("show", "story").status()).as("asked and no word of hers").isEqualTo(422);
        assertThat(wanjiru.fill(asha.path() + "/transfer/new", asha.path() + "/transfer").body()).contains("Choose who takes it over.");
        assertThat(sushila.get("/shared").body()).contains("Nobody waits for an answer of yours");
    }

    @Test
    void nothing_goes_before_it_is_taken_and_a_withdrawal_in_between_stops_it() {
        var path = offered("show", "story");
        assertThat(sushila.get(path).text()).contains("The whole case").doesNotContain("Asha");
        assertThat(sushila.get(path + "/takeover").status()).isEqualTo(409);
        sushila.fill(path, path + "/acceptance");
        var form = sushila.get(path + "/takeover").form(path + "/takeover");
        wanjiru.fill(asha.path() + "/referrals", asha.path() + "/sharing/withdrawal", "recipient", town.northgate.id().toString(), "method",
                "verbal_phone");
        assertThat(form.send("office", town.northgateOffice.id().toString(), "owner", "queue").status()).isEqualTo(409);
        assertThat(rows("haki.case_file", town.northgate.id())).isZero();
        assertThat(wanjiru.get(asha.path()).text()).contains("Asha Thapa");
    }

    @Test
    void who_does_not_take_it_says_why_and_it_stays() {
        var path = offered("show", "story");
        sushila.fill(path, path + "/acceptance");
        assertThat(sushila.post(path + "/completion", "_csrf", csrf(), "op", Id.next().toString()).status()).as("not without a case").isEqualTo(409);
        assertThat(sushila.fill(path, path + "/failure", "reason", "outside_area").status()).isEqualTo(303);
        assertThat(sushila.get(path).text()).doesNotContain("Asha Thapa");
        assertThat(wanjiru.get(asha.path() + "/referrals").text()).contains("Outside our area");
        assertThat(wanjiru.get(asha.path()).text()).contains("Asha Thapa").contains(NOTE);
    }

    @Test
    void it_is_not_offered_while_somebody_else_works_with_it() {
        offered("show", "story");
        assertThat(offer("show", "plan", "method", "signature", "byWhom", "self").body()).contains("Somebody else works with this case");
    }

    @Test
    void taken_over_it_is_theirs_and_here_stays_the_shell_and_our_own_notes() {
        var path = offered("show", "story", "show", "plan", "show", "people", "show", "services");
        var theirs = taken(path);
        assertThat(theirs).isNotEqualTo(asha.path());
        assertThat(sushila.get(theirs).text()).contains("Asha Thapa").contains(CaseStory.WORDS).contains(NOTE).contains("Kofi Mensah")
                .contains("Riverbend Helpline handed the case over").doesNotContain(KEPT);
        assertThat(sushila.get(path).text()).contains("It was taken over").doesNotContain(NOTE);
        var ours = wanjiru.get(asha.path()).text();
        assertThat(ours).contains(NOTE).contains(KEPT).contains("handed over to Northgate Legal Aid").contains("Handed over to another organisation")
                .doesNotContain("Asha Thapa").doesNotContain(CaseStory.WORDS).doesNotContain("Kofi Mensah").doesNotContain("Open it again");
        assertThat(wanjiru.get(asha.path() + "/referrals").text()).contains("Taken over");
        assertThat(town.leila.signedIn().get("/people/" + asha.client()).status()).isEqualTo(404);
        assertThat(wanjiru.get("/people").text()).contains("Bina Gurung").doesNotContain("Asha Thapa");
        assertThat(wanjiru.fill("/search", "/search", "q", "Asha Thapa").text()).doesNotContain("Asha Thapa ·");
    }

    @Test
    void what_was_handed_over_is_read_only_here() {
        taken(offered("show", "story"));
        var leila = town.leila.actor();
        assertThatThrownBy(() -> notes.write(leila, asha.code(), new WriteNote(LATER, ""), Op.own())).isInstanceOf(Problem.class);
        assertThat(town.leila.signedIn().post(asha.path() + "/reopening", "_csrf", "x").status()).isIn(400, 403);
        assertThatThrownBy(() -> haki.getBean(Closings.class).reopen(leila, asha.code(), "came_back",
                new Op(Id.next(), version(), new byte[0]))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> work.as(town.riverbendSystem(), "case.archive", () -> haki.getBean(JdbcClient.class)
                .sql("update haki.case_file set status = 'open', closing_at = null, closed_at = null where id = :id").param("id", asha.id()).update()))
                .hasMessageContaining("case_file_transferred");
    }

    @Test
    void a_second_click_finds_what_the_first_made_and_a_second_form_nothing_to_take() {
        var path = offered("show", "story");
        sushila.fill(path, path + "/acceptance");
        var form = sushila.get(path + "/takeover").form(path + "/takeover");
        var other = sushila.get(path + "/takeover").form(path + "/takeover");
        var first = form.send("office", town.northgateOffice.id().toString(), "owner", "queue");
        assertThat(form.send("office", town.northgateOffice.id().toString(), "owner", "queue").location()).isEqualTo(first.location());
        assertThat(other.send("office", town.northgateOffice.id().toString(), "owner", "queue").status()).isEqualTo(409);
        assertThat(rows("haki.case_file", town.northgate.id())).isOne();
    }

    @Test
    void what_was_interrupted_between_the_two_sides_is_done_by_the_routine() {
        var path = offered("show", "story");
        sushila.fill(path, path + "/acceptance");
        var there = town.sushila.actor();
        var window = haki.getBean(SharedCases.class).card(there, Id.of(path.substring(8)));
        var parcel = transfers.look(there, window);
        work.as(there, "case.open", () -> assertThat(haki.getBean(TransferRepository.class)
                .take(window.id(), transferred.write(there, parcel, into(there.person())).id())).isTrue());
        assertThat(wanjiru.get(asha.path()).text()).contains("Asha Thapa");
        for (int i = 0; i < 2; i++) {
            haki.getBean(ReferralRoutine.class).look(town.riverbendSystem());
        }
        assertThat(wanjiru.get(asha.path()).text()).contains("Handed over to another organisation").doesNotContain("Asha Thapa");
        assertThat(count("select count(*) from haki.case_closure where case_id = '" + asha.id() + "'")).isOne();
    }

    @Test
    void the_network_counts_it_once() {
        taken(offered("show", "services"));
        assertThat(facts(town.riverbend.id(), "case_accepted")).isEqualTo(2);
        assertThat(facts(town.northgate.id(), "case_accepted")).isZero();
        assertThat(facts(town.northgate.id(), "case_came")).isOne();
        assertThat(facts(town.riverbend.id(), "case_transferred")).isOne();
        assertThat(facts(town.riverbend.id(), "case_closed")).isZero();
    }

    @Test
    void a_suspended_organisation_takes_nothing() {
        var path = offered("show", "story");
        sushila.fill(path, path + "/acceptance");
        var window = haki.getBean(SharedCases.class).card(town.sushila.actor(), UUID.fromString(path.substring(8)));
        Everything.in(haki).suspend(town.northgate);
        assertThatThrownBy(() -> transfers.take(town.sushila.actor(), window.id(), into(null), Op.own()))
                .isInstanceOf(Problem.class);
        assertThat(rows("haki.case_file", town.northgate.id())).isZero();
    }

    @Test
    void she_gets_a_copy_in_plain_words_without_her_name() {
        offered("show", "story");
        var copy = wanjiru.get(wanjiru.get(asha.path() + "/referrals").body().replaceAll("(?s).*href=\"([^\"]*/copy)\".*", "$1"));
        assertThat(copy.text()).contains("Riverbend Helpline may hand your case over to Northgate Legal Aid").contains("what happened, as we wrote it down");
        assertThat(copy.text()).doesNotContain("Asha");
    }

    static List<List<String>> everyChoice() {
        var all = new ArrayList<List<String>>();
        for (int bits = 0; bits < 16; bits++) {
            int chosen = bits;
            all.add(SendTransfer.PARTS.stream().filter(part -> (chosen & 1 << SendTransfer.PARTS.indexOf(part)) != 0).toList());
        }
        return all;
    }

    /** Whatever she agrees to goes, whatever she does not stays; nothing else of Riverbend's is in any row of Northgate's. */
    @ParameterizedTest
    @MethodSource("everyChoice")
    void exactly_what_was_chosen_crosses(List<String> chosen) {
        var said = new ArrayList<String>();
        chosen.forEach(part -> said.addAll(List.of("show", part)));
        var page = sushila.get(taken(offered(said.toArray(String[]::new))));
        assertThat(page.text()).contains("Asha Thapa").doesNotContain(KEPT).doesNotContain("Bina");
        assertThat(page.text().contains(NOTE)).isEqualTo(chosen.contains("story"));
        assertThat(page.text().contains(CaseStory.WORDS)).isEqualTo(chosen.contains("story"));
        assertThat(page.text().contains("Kofi Mensah")).isEqualTo(chosen.contains("people"));
        var north = town.northgate.id();
        assertThat(page.text().contains(ERRAND)).isEqualTo(chosen.contains("plan"));
        assertThat(rows("haki.activity", north)).as("the first contact of their own, and what our people had planned").isEqualTo(chosen.contains("plan") ? 2 : 1);
        assertThat(rows("haki.consent", north)).isEqualTo(chosen.contains("services") ? 2 : 0);
        assertThat(rows("vault.person", north)).isEqualTo(chosen.contains("people") ? 2 : 1);
        for (var table : List.of("haki.case_file", "haki.case_note", "haki.activity", "haki.case_party", "haki.consent", "vault.person", "vault.key")) {
            for (var ours : List.of(asha.id().toString(), asha.client().toString(), asha.key().toString(), asha.code())) {
                assertThat(count("select count(*) from " + table + " t where org_id = '" + north + "' and t::text like '%" + ours + "%'")).as(table).isZero();
            }
        }
        assertThat(count("select count(*) from hub.window_wrap x join hub.case_window w on w.id = x.window_id where w.case_id = '" + asha.id()
                + "' and x.key_id <> w.own_key_id")).as("keys that were lent").isZero();
    }

    private Page offer(String... more) {
        var all = new ArrayList<>(List.of("to", town.northgate.id().toString(), "instructions", "She moved to your district."));
        all.addAll(List.of(more));
        return wanjiru.get(asha.path() + "/transfer/new").form(asha.path() + "/transfer").send(all.toArray(String[]::new));
    }

    private String offered(String... show) {
        var all = new ArrayList<>(List.of(show));
        all.addAll(List.of("method", "signature", "byWhom", "self"));
        var answer = offer(all.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        var found = SHARED.matcher(sushila.get("/shared").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String taken(String path) {
        assertThat(sushila.fill(path, path + "/acceptance").status()).isEqualTo(303);
        assertThat(sushila.fill(path + "/takeover", path + "/takeover").body()).contains("Choose the office.");
        var answer = sushila.fill(path + "/takeover", path + "/takeover", "office", town.northgateOffice.id().toString(), "owner",
                town.sushila.id().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location().replaceAll("\\?.*", "");
    }

    private String csrf() {
        return sushila.get("/me").form("/me").value("_csrf");
    }

    private TransferredCases.Into into(UUID owner) {
        return new TransferredCases.Into(town.northgateOffice.id(), owner, "", null, true);
    }

    private int version() {
        return count("select version from haki.case_file where id = '" + asha.id() + "'");
    }

    private int rows(String table, UUID org) {
        return count("select count(*) from " + table + " where org_id = '" + org + "'");
    }

    private int facts(UUID org, String kind) {
        return count("select count(*) from facts.fact where org_id = '" + org + "' and kind = '" + kind + "'");
    }

    /** What the backup sees, which sees all. */
    private int count(String sql) {
        var owner = new DriverManagerDataSource(haki.getEnvironment().getRequiredProperty("haki.database.owner-url"));
        return new TransactionTemplate(new JdbcTransactionManager(owner)).execute(_ -> {
            JdbcClient.create(owner).sql("set local role haki_backup").update();
            return JdbcClient.create(owner).sql(sql).query(Integer.class).single();
        });
    }
}
