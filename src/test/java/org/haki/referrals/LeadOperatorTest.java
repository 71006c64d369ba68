package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.StartCase;
import org.haki.kernel.Code;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Fatou accepted a fenced case ten days ago; Northgate is asked to lead it. */
@HakiTest
class LeadOperatorTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final String DAYS_LEFT = """
            select coalesce(max(extract(day from until - now()))::int, -1) from haki.case_team
            where org_id = :org and role = 'operator' and until > now()""";

    @Autowired ApplicationContext haki;
    @Autowired Work work;

    private Town town;
    private CaseFile file;
    private Visitor fatou;
    private Visitor sushila;

    @BeforeEach
    void a_fenced_case() {
        town = Town.in(haki);
        town.inOneNetwork();
        var operator = town.fatou.actor();
        file = work.as(operator, "case.open", () -> haki.getBean(CaseFiles.class).start(operator, new StartCase(
                Code.next(), town.mainDesk.id(), null, haki.getBean(Persons.class).register(operator, Identity.of("Devi Rana", "adult"), town.mainDesk.id(), false),
                Map.of(), town.wanjiru.id(), Set.of(town.leila.id()), true, "urgent", "phone", Instant.now(), "", List.of())));
        pass("since = since - interval '10 days', until = until - interval '10 days'");
        fatou = town.fatou.signedIn();
        sushila = town.sushila.signedIn();
        assertThat(daysLeft()).isEqualTo(3);
    }

    @Test
    void from_the_acceptance_of_the_lead_she_sees_its_card_for_fourteen_days() {
        ask("urgent");
        assertThat(daysLeft()).as("the time to answer is shorter").isEqualTo(3);
        accept();
        assertThat(daysLeft()).isEqualTo(13);
        var card = fatou.get(file.path());
        assertThat(card.text()).contains("Wanjiru Otieno").contains(town.northgate.name()).contains("Stage");
        assertThat(card.body()).doesNotContain(file.path() + "/activities/");
        pass("until = until - interval '13 days 23 hours'");
        assertThat(fatou.get(file.path()).status()).isEqualTo(200);
        pass("until = until - interval '2 hours'");
        assertThat(fatou.get(file.path()).status()).isEqualTo(404);
        assertThat(fatou.get("/cases").body()).doesNotContain(file.path());
    }

    @Test
    void while_the_lead_has_not_answered_she_sees_it_also_after_her_days() {
        ask("normal");
        assertThat(daysLeft()).isEqualTo(13);
    }

    @Test
    void a_service_leaves_her_days_as_they_are() {
        sendAs("service", "normal");
        accept();
        assertThat(daysLeft()).isEqualTo(3);
    }

    @Test
    void whose_days_were_over_or_who_was_taken_off_the_team_stays_out() {
        pass("until = now() - interval '1 hour'");
        ask("urgent");
        accept();
        assertThat(daysLeft()).isEqualTo(-1);
        assertThat(fatou.get(file.path()).status()).isEqualTo(404);
    }

    private void ask(String urgency) {
        sendAs("lead", urgency);
    }

    private void sendAs(String kind, String urgency) {
        assertThat(town.wanjiru.signedIn().fill(file.path() + "/referrals/new", file.path() + "/referrals", "to", town.northgate.id().toString(),
                "kind", kind, "service", kind.equals("lead") ? "" : "legal", "urgency", urgency, "story", "none", "show", "identity",
                "consent", "now", "method", "verbal_phone", "byWhom", "self").status()).isEqualTo(303);
    }

    private void accept() {
        var found = SHARED.matcher(sushila.get("/shared").body());
        assertThat(found.find()).isTrue();
        assertThat(sushila.fill(found.group(1), found.group(1) + "/acceptance").status()).isEqualTo(303);
    }

    private int daysLeft() {
        return Everything.in(haki).count(DAYS_LEFT, town.riverbend);
    }

    /** As time would. */
    private void pass(String change) {
        Everything.in(haki).pass("update haki.case_team set " + change + " where org_id = :org and role = 'operator'", town.riverbend);
    }
}
