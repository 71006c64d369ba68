package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.Town;
import org.haki.TypedAnswers;
import org.haki.Visitor;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.forms.Node;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What every test of a led case begins with: Wanjiru's case about a house, which plans itself and which Sushila of Northgate leads. */
class LeadScene {

    static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final Pattern STEP = Pattern.compile("name=\"(step-[0-9a-f-]{36})\"");

    @Autowired ApplicationContext haki;
    @Autowired TypedAnswers answers;

    Town town;
    Visitor wanjiru;
    Visitor sushila;
    String path;
    String window;

    @BeforeEach
    void a_led_case() {
        town = Town.in(haki);
        town.inOneNetwork();
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "housing", Op.own());
        wanjiru = town.wanjiru.signedIn();
        sushila = town.sushila.signedIn();
        path = wanjiru.get("/cases/new?type=housing").form("/cases").send("name", "Hodan Warsame", "ageGroup", "adult", "services", "given",
                "reporting", "refused", "method", "signature").location().replaceAll("(/sheet/|[?]).*", "");
        assertThat(ask()).isEqualTo(303);
        window = found(SHARED, sushila.get("/shared").body()).getFirst();
        sushila.fill(window, window + "/acceptance");
        assertThat(wanjiru.get("/today").body()).as("hers now").doesNotContain(path + "/activities/");
    }

    /** Asks Northgate to lead the case. */
    int ask() {
        return wanjiru.fill(path + "/referrals/new", path + "/referrals", "to", town.northgate.id().toString(), "kind", "lead", "urgency", "urgent",
                "story", "whole", "show", "identity", "consent", "now", "method", "verbal_phone", "byWhom", "self").status();
    }

    /** The agreement has a date. */
    void signed() {
        answers.put(file(), Node.of("agreement", List.of(Node.of("signed_on", (Object) Town.today().minusDays(1)))));
    }

    /** The others repeat: nobody has to settle them. */
    void settleTheFirst() {
        settleTheFirst("reached");
    }

    void settleTheFirst(String result) {
        var steps = found(STEP, sushila.get(window + "/activities/open").body());
        assertThat(sushila.fill(window + "/activities/open", window + "/activities/open", steps.getFirst(), result).status()).isEqualTo(303);
    }

    /** She who leads proposes to close. */
    void propose() {
        assertThat(sushila.fill(window + "/closing", window + "/closing", "outcome", "stays", "reason", "completed", "serviceLevel", "negotiation",
                "toldReturn", "yes", "keptYears", "7").status()).isEqualTo(303);
    }

    CaseFile file() {
        return haki.getBean(Work.class).as(town.wanjiru.actor(), "case.see",
                () -> haki.getBean(CaseFiles.class).open(town.wanjiru.actor(), path.substring("/cases/".length())));
    }

    static List<String> found(Pattern pattern, String body) {
        var found = pattern.matcher(body).results().map(one -> one.group(1)).toList();
        assertThat(found).as(body).isNotEmpty();
        return found;
    }
}
