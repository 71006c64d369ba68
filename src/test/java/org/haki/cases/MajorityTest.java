package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.people.Identity;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** R6: a child needs her caregiver's consent and her own assent, or a best-interest decision by a supervisor. */
@HakiTest
class MajorityTest extends CaseTest {

    @Autowired Consents consents;
    @Autowired SharingConsents sharing;

    @ParameterizedTest
    @CsvSource({
        "adult,   self,          '',        true",
        "adult,   best_interest, '',        false",
        "adult,   guardian,      '',        true",
        "child,   self,          '',        false",
        "child,   self,          of_age,    false",
        "child,   self,          yes,       false",
        "child,   caregiver,     '',        false",
        "child,   caregiver,     no,        false",
        "child,   caregiver,     of_age,    false",
        "child,   caregiver,     yes,       true",
        "child,   caregiver,     too_young, true",
        "child,   guardian,      yes,       true",
        "child,   best_interest, no,        true",
        "unknown, self,          '',        false",
        "unknown, self,          yes,       false",
        "unknown, self,          of_age,    true",
        "unknown, caregiver,     '',        false",
        "unknown, caregiver,     yes,       true",
        "unknown, best_interest, '',        true"})
    void R6_who_may_say_yes_at_which_age(String age, String byWhom, String assent, boolean stands) {
        assertThat(Majority.errors(age, true, "given", byWhom, assent).isEmpty()).isEqualTo(stands);
        assertThat(Majority.errors(age, true, "refused", byWhom, "").isEmpty()).as("a no asks for nothing").isTrue();
        assertThat(Majority.errors(age, true, "withdrawn", byWhom, "").isEmpty()).isTrue();
        assertThat(Majority.errors(age, false, "given", "best_interest", "").isEmpty()).as("only a supervisor").isFalse();
    }

    @Test
    void R6_a_child_decides_about_our_work_with_a_caregiver_who_asks_her() {
        var child = caseOf("child");
        refused(Problem.Kind.NOT_NOW, () -> say(wanjiru, child, "self", ""));
        refused(Problem.Kind.NOT_NOW, () -> say(wanjiru, child, "caregiver", ""));
        refused(Problem.Kind.NOT_NOW, () -> say(wanjiru, child, "best_interest", ""));
        say(wanjiru, child, "caregiver", "yes");
        say(leila, child, "best_interest", "");
        assertThat(consents.history(wanjiru, child)).filteredOn(said -> said.decision().decision().equals("given")).hasSize(2);
    }

    @Test
    void R6_whose_age_is_not_known_says_that_she_is_of_age_or_decides_as_a_child_does() {
        var unknown = caseOf("unknown");
        refused(Problem.Kind.NOT_NOW, () -> say(wanjiru, unknown, "self", ""));
        say(wanjiru, unknown, "self", "of_age");
        refused(Problem.Kind.NOT_NOW, () -> share(unknown, "self", ""));
        refused(Problem.Kind.NOT_NOW, () -> share(unknown, "caregiver", "no"));
        share(unknown, "self", "of_age");
    }

    @Test
    void R6_no_case_begins_with_a_childs_own_yes() {
        refused(Problem.Kind.NOT_NOW, () -> start("child", new Decision("services", "given", "signature", "self", "en")));
        refused(Problem.Kind.NOT_NOW, () -> start("unknown", new Decision("services", "given", "signature", "self", "en")));
        start("child", new Decision("services", "given", "signature", "caregiver", "yes", "", "en"));
    }

    @Test
    void the_form_asks_for_her_own_word_and_says_what_is_missing() {
        var child = caseOf("child");
        var visitor = town.wanjiru.signedIn();
        var form = visitor.get(child.path() + "/consents").form(child.path() + "/consents");
        var alone = form.send("purpose", "services", "decision", "given", "method", "verbal_phone", "byWhom", "self");
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text()).contains("A child does not decide alone");
        var unasked = form.send("purpose", "services", "decision", "given", "method", "verbal_phone", "byWhom", "caregiver");
        assertThat(unasked.text()).contains("A child is asked herself");
        var witnessless = form.send("purpose", "services", "decision", "given", "method", "verbal_witnessed", "byWhom", "caregiver",
                "assent", "yes");
        assertThat(witnessless.text()).contains("Write down who witnessed it");
        var said = form.send("purpose", "services", "decision", "given", "method", "verbal_witnessed", "byWhom", "caregiver",
                "assent", "yes", "witness", "Her aunt Devika");
        assertThat(said.status()).isEqualTo(303);
        var link = visitor.get(child.path() + "/consents").body().replaceAll("(?s).*?href=\"(/cases/[^\"]*/consents/[^\"]*)\".*", "$1");
        assertThat(visitor.get(link).text()).contains("Her aunt Devika", "She wants it");
        assertThat(visitor.get(file.path() + "/consents").body()).as("an adult is not asked").doesNotContain("name=\"assent\"");
    }

    private void say(Actor actor, CaseFile ofCase, String byWhom, String assent) {
        consents.record(actor, ofCase.code(), new Decision("services", "given", "verbal_phone", byWhom, assent, "", "en"), op());
    }

    private void share(CaseFile ofCase, String byWhom, String assent) {
        work.as(wanjiru, "consent.share", () -> sharing.record(wanjiru, ofCase, new ConsentToShare(
                "referral", UUID.randomUUID(), "", "given", List.of("identity"), Town.today().plusDays(30),
                "verbal_phone", byWhom, assent, "", "en")));
    }

    private CaseFile caseOf(String age) {
        return start(age, Decision.notYetAsked("services", "en"));
    }

    private CaseFile start(String age, Decision decision) {
        return work.as(leila, "case.open", () -> {
            var her = new Identity("Mira Lama", List.of(), List.of(), null, "female", age, "", SafeContact.UNKNOWN, "");
            var client = persons.register(leila, her, town.mainDesk.id(), false);
            return cases.start(leila, new StartCase(org.haki.kernel.Code.next(), town.mainDesk.id(), null, client, Map.of(),
                    wanjiru.person(), java.util.Set.of(), false, "normal", "phone", java.time.Instant.now().minusSeconds(60), "", List.of(decision)));
        });
    }
}
