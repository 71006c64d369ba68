package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.AdoptedTypes;
import org.haki.kernel.Op;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A case that plans itself, led by another organisation until it is closed. */
@HakiTest
class LeadTimelineTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final Pattern STEP = Pattern.compile("name=\"(step-[0-9a-f-]{36})\"");

    @Autowired ApplicationContext haki;

    @Test
    void what_repeats_ends_when_the_closing_that_the_lead_proposed_is_checked() {
        var town = Town.in(haki);
        town.inOneNetwork();
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "housing", Op.own());
        var wanjiru = town.wanjiru.signedIn();
        var sushila = town.sushila.signedIn();
        var leila = town.leila.signedIn();
        var path = wanjiru.get("/cases/new?type=housing").form("/cases").send("name", "Hodan Warsame", "ageGroup", "adult", "services", "given",
                "reporting", "refused", "method", "signature").location().replaceAll("[?].*", "");
        wanjiru.fill(path + "/referrals/new", path + "/referrals", "to", town.northgate.id().toString(), "kind", "lead", "urgency", "urgent",
                "story", "whole", "show", "identity", "consent", "now", "method", "verbal_phone", "byWhom", "self");
        var window = found(SHARED, sushila.get("/shared").body()).getFirst();
        sushila.fill(window, window + "/acceptance");
        settleTheFirst(sushila, window);
        assertThat(sushila.fill(window + "/closing", window + "/closing", "outcome", "stays", "reason", "completed", "serviceLevel", "negotiation",
                "toldReturn", "yes").status()).isEqualTo(303);
        assertThat(leila.fill(path + "/verification", path + "/verification", "result", "confirmed", "spokenWith", "client").status()).isEqualTo(303);
        var closed = wanjiru.get(path).body();
        var open = closed.substring(closed.indexOf("id=\"plan\""), closed.indexOf("<details", closed.indexOf("id=\"plan\"")));
        assertThat(open).doesNotContain("Ask how it goes").as("what begins with a closing").contains("Say goodbye");
    }

    /** The others repeat: nobody has to settle them. */
    private static void settleTheFirst(Visitor visitor, String window) {
        var steps = found(STEP, visitor.get(window + "/activities/open").body());
        assertThat(visitor.fill(window + "/activities/open", window + "/activities/open", steps.getFirst(), "reached").status()).isEqualTo(303);
    }

    private static List<String> found(Pattern pattern, String body) {
        var found = pattern.matcher(body).results().map(one -> one.group(1)).toList();
        assertThat(found).isNotEmpty();
        return found;
    }
}
