package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Riverbend asks Northgate to help Asha: both at their front doors. */
@HakiTest
class ReferralPagesTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");

    @Autowired ApplicationContext haki;

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
    void what_is_missing_is_said_beside_its_field_and_what_was_typed_stays() {
        var back = wanjiru.fill(asha.path() + "/referrals/new", asha.path() + "/referrals", "instructions", "Please hurry.");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body()).contains("Please hurry.").contains("Choose who is asked.").contains("Say how she agreed.");
        assertThat(sushila.get("/shared").body()).doesNotContain(asha.code().substring(0, 4));
    }

    @Test
    void without_a_standing_yes_nothing_goes() {
        assertThat(ask("consent", "before").body()).contains("There is no yes of hers");
        assertThat(sushila.get("/shared").body()).contains("Nobody waits for an answer of yours");
    }

    @Test
    void asked_accepted_worked_and_ended() {
        assertThat(ask("consent", "now", "method", "verbal_phone", "byWhom", "self").status()).isEqualTo(303);
        var path = shared();
        assertThat(sushila.get(path).body()).contains("Please go with her to the court.").doesNotContain("Asha").doesNotContain("He came back last night");
        assertThat(sushila.fill(path, path + "/acceptance").status()).isEqualTo(303);
        assertThat(sushila.get(path).body()).contains("Asha Thapa").contains("He came back last night");
        assertThat(sushila.fill(path, path + "/entries", "kind", "service", "service", "legal", "text", "We went to court together.").status())
                .isEqualTo(303);
        assertThat(wanjiru.get(asha.path()).body()).contains("We went to court together.").contains("Northgate Legal Aid");
        assertThat(wanjiru.get(asha.path() + "/referrals").body()).contains("Accepted");
        assertThat(wanjiru.get(asha.path()).text()).contains("Northgate Legal Aid was asked. A service: Legal help", "Northgate Legal Aid took it on");
        var key = town.northgate.id().toString();
        assertThat(wanjiru.fill(asha.path() + "/referrals", asha.path() + "/sharing/withdrawal", "recipient", key, "method", "verbal_phone").status())
                .isEqualTo(303);
        assertThat(wanjiru.get(asha.path() + "/history").text()).contains("Northgate Legal Aid: Ended. She changed her mind");
        var after = sushila.get(path).body();
        assertThat(after).contains("She changed her mind").contains("We went to court together.")
                .doesNotContain("Asha Thapa").doesNotContain("He came back last night").doesNotContain("Please go with her");
    }

    @Test
    void who_says_no_says_why() {
        ask("consent", "now", "method", "verbal_phone", "byWhom", "self");
        var path = shared();
        assertThat(sushila.fill(path, path + "/rejection").status()).isEqualTo(422);
        assertThat(sushila.fill(path, path + "/rejection", "reason", "no_capacity").status()).isEqualTo(303);
        assertThat(wanjiru.get(asha.path() + "/referrals").body()).contains("Said no").contains("No capacity now");
        assertThat(wanjiru.get(asha.path()).text()).contains("Northgate Legal Aid: Said no. No capacity now").doesNotContain("took it on");
        assertThat(sushila.get(path).body()).doesNotContain("Please go with her");
    }

    private Page ask(String... more) {
        var said = new String[] {
            "to", town.northgate.id().toString(), "kind", "service", "service", "legal", "urgency", "urgent", "story", "whole",
            "show", "identity", "instructions", "Please go with her to the court."};
        var all = new String[said.length + more.length];
        System.arraycopy(said, 0, all, 0, said.length);
        System.arraycopy(more, 0, all, said.length, more.length);
        return wanjiru.fill(asha.path() + "/referrals/new", asha.path() + "/referrals", all);
    }

    private String shared() {
        var found = SHARED.matcher(sushila.get("/shared").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
