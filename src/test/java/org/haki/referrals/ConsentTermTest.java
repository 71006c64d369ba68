package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * P12: how long Asha's yes to Northgate lasts, at both front doors. PostgreSQL asks its own clock whether a window is open, so
 * days pass here by what was written down growing older.
 */
@HakiTest
class ConsentTermTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final String ASKED = "Ask again whether they may go on seeing it";

    @Autowired ApplicationContext haki;
    @Autowired ReferralRoutine routine;
    private Town town;
    private CaseFile asha;
    private Visitor wanjiru;
    private Visitor sushila;

    @BeforeEach
    void a_case() {
        town = Town.in(haki);
        town.inOneNetwork();
        asha = CaseStory.in(haki, town).open();
        wanjiru = town.wanjiru.signedIn();
        sushila = town.sushila.signedIn();
    }

    @Test
    void P12_no_yes_is_written_down_for_more_than_a_year() {
        for (int days : new int[] {365, 400}) {
            assertThat(refer("until", day(days), "consent", "now", "method", "verbal_phone", "byWhom", "self").status()).as(days + " days").isEqualTo(422);
        }
        var path = accepted("until", day(364));
        pass(364);
        assertThat(sushila.get(path).text()).contains("Asha Thapa");
        pass(1);
        assertThat(sushila.get(path).text()).doesNotContain("Asha Thapa");
    }

    @Test
    void P12_two_weeks_before_the_end_somebody_is_to_ask_again_once() {
        accepted();
        pass(349);
        night();
        assertThat(plan()).doesNotContain(ASKED);
        pass(2);
        night();
        night();
        assertThat(plan().split(ASKED, -1)).as("once").hasSize(2);
    }

    @Test
    void P12_past_its_end_a_window_is_dead_at_the_next_request_and_on_a_page_that_stood_open() {
        var path = accepted();
        pass(363);
        var open = sushila.get(path);
        assertThat(open.text()).contains("Asha Thapa");
        pass(3);
        assertThat(open.form(path + "/entries").send("kind", "note", "text", "Too late.").status()).isEqualTo(409);
        assertThat(open.form(path + "/completion").send("remark", "Too late.").status()).isEqualTo(409);
        assertThat(sushila.get(path).text()).doesNotContain("Asha Thapa").doesNotContain("First contact");
        night();
        assertThat(wanjiru.get(asha.path() + "/referrals").text()).contains("Ended").doesNotContain("Too late.");
    }

    @Test
    void P12_a_renewed_yes_moves_the_end_and_the_next_reminder_and_never_beyond_a_year() {
        var path = accepted();
        pass(352);
        night();
        assertThat(plan()).contains(ASKED);
        assertThat(renew("renewUntil", day(365)).status()).isEqualTo(422);
        assertThat(renew("renewUntil", day(100)).status()).isEqualTo(303);
        assertThat(plan()).doesNotContain(ASKED);
        pass(20);
        assertThat(sushila.get(path).text()).as("past the first end").contains("Asha Thapa");
        night();
        assertThat(plan()).doesNotContain(ASKED);
        pass(67);
        night();
        assertThat(plan()).as("two weeks before the second end").contains(ASKED);
        assertThat(renew().status()).isEqualTo(303);
        pass(363);
        assertThat(sushila.get(path).text()).contains("Asha Thapa");
        pass(3);
        assertThat(sushila.get(path).text()).doesNotContain("Asha Thapa");
    }

    @Test
    void P12_a_yes_lasts_until_30_days_after_the_service_it_was_for_has_ended() {
        var path = accepted();
        pass(100);
        assertThat(sushila.fill(path, path + "/completion", "remark", "Done.").status()).isEqualTo(303);
        pass(29);
        assertThat(refer("consent", "before").status()).as("29 days after").isEqualTo(303);
        var again = waiting();
        sushila.fill(again, again + "/acceptance");
        assertThat(sushila.get(again).text()).contains("Asha Thapa");
        pass(2);
        assertThat(sushila.get(again).text()).as("what the old yes opened ends with it").doesNotContain("Asha Thapa");
        night();
        var late = refer("consent", "before");
        assertThat(late.status()).as("31 days after").isEqualTo(422);
        assertThat(late.text()).contains("Her yes ended 30 days after the service it was for.");
    }

    @Test
    void P12_where_she_named_a_day_it_is_that() {
        var path = accepted("until", day(10));
        pass(10);
        assertThat(sushila.get(path).text()).contains("Asha Thapa");
        pass(1);
        assertThat(sushila.get(path).text()).doesNotContain("Asha Thapa");
        assertThat(refer("consent", "before").status()).isEqualTo(422);
    }

    private String accepted(String... more) {
        var all = new ArrayList<>(List.of(more));
        all.addAll(List.of("consent", "now", "method", "verbal_phone", "byWhom", "self"));
        assertThat(refer(all.toArray(String[]::new)).status()).isEqualTo(303);
        var path = waiting();
        assertThat(sushila.fill(path, path + "/acceptance").status()).isEqualTo(303);
        return path;
    }

    private Page refer(String... more) {
        var all = new ArrayList<>(List.of("to", town.northgate.id().toString(), "kind", "service", "service", "legal", "urgency", "normal", "story",
                "none", "show", "identity", "show", "plan"));
        all.addAll(List.of(more));
        return wanjiru.get(asha.path() + "/referrals/new").form(asha.path() + "/referrals").send(all.toArray(String[]::new));
    }

    private String waiting() {
        var found = SHARED.matcher(sushila.get("/shared").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Page renew(String... more) {
        var all = new ArrayList<>(List.of("recipient", town.northgate.id().toString(), "method", "verbal_phone"));
        all.addAll(List.of(more));
        return wanjiru.fill(asha.path() + "/referrals", asha.path() + "/sharing/renewal", all.toArray(String[]::new));
    }

    private String plan() {
        return wanjiru.get(asha.path() + "/activities/open").text();
    }

    private void night() {
        routine.look(town.riverbendSystem());
    }

    private String day(int ahead) {
        return LocalDate.now(town.wanjiru.actor().zone()).plusDays(ahead).toString();
    }

    private void pass(int days) {
        var database = Everything.in(haki);
        database.pass("update haki.consent set decided_at = decided_at - interval '" + days + " days', expires_at = expires_at - interval '" + days
                + " days' where org_id = :org", town.riverbend);
        database.pass("""
                update hub.case_window set sent_at = sent_at - interval '%1$s days', opened_at = opened_at - interval '%1$s days',
                    respond_by = respond_by - interval '%1$s days', until = until - interval '%1$s days', ended_at = ended_at - interval '%1$s days',
                    renewal_asked_at = renewal_asked_at - interval '%1$s days' where owner_org = :org""".formatted(days), town.riverbend);
    }
}
