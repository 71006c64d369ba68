package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Decision;
import org.haki.cases.StartCase;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** She is asked once: what she decides in the sheet is a decision of the case, and what the case knows stands in the sheet. */
@HakiTest
class ConsentOnceTest {

    private static final String[] SAFE = {"a/alone_safe", "yes", "a/limits_explained", "yes"};
    private static final String DECISIONS = "select purpose || ' ' || decision || ' ' || method || ' ' || by_whom || ' ' || assent from haki.consent"
            + " where org_id = :org order by decided_at, id";

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "gbv", Op.own());
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void what_she_decides_in_the_sheet_is_a_decision_of_the_case_and_nobody_is_to_ask_again() {
        var file = asha("not_yet_asked");
        assertThat(isToBeAsked()).isTrue();
        saved(file, "a/consent_services", "given", "a/consent_by", "self", "a/consent_reporting", "refused", "a/consent_how", "verbal_phone");
        assertThat(decisions()).containsExactly("services not_yet_asked   ", "reporting not_yet_asked   ",
                "services given verbal_phone self ", "reporting refused verbal_phone self ");
        assertThat(isToBeAsked()).isFalse();
        assertThat(wanjiru.get(file.path() + "/consents").text()).contains("Given", "Refused", "By voice, on the phone");
    }

    /** R4 */
    @Test
    void a_change_is_one_more_row_and_saving_the_same_again_is_none() {
        var file = asha("not_yet_asked");
        saved(file, yes("verbal_phone"));
        int rows = decisions().size();
        saved(file, "a/contact", "brief", "a/brief_given", "listening");
        assertThat(decisions()).as("another answer").hasSize(rows);
        saved(file, "a/consent_reporting", "refused");
        assertThat(decisions()).hasSize(rows + 1).last().isEqualTo("reporting withdrawn verbal_phone self ");
        saved(file, "a/consent_how", "signature");
        assertThat(decisions()).as("how she said yes to our work is put right; a no that is on record stays").hasSize(rows + 2).last()
                .isEqualTo("services given signature self ");
    }

    @Test
    void what_the_case_knows_stands_in_the_sheet_and_is_not_recorded_twice() {
        var file = asha("given");
        var consent = file.path() + "/sheet/consent";
        var page = asked(file);
        assertThat(page.text()).contains("The case has it already: Given").contains("“We count how many people we help");
        var form = page.form(consent);
        assertThat(List.of("a/consent_services", "a/consent_by", "a/consent_reporting", "a/consent_how")).extracting(form::value)
                .containsExactly("given", "self", "given", "verbal_phone");
        assertThat(form.send().status()).isEqualTo(303);
        assertThat(decisions()).hasSize(2);
        assertThat(wanjiru.get(file.path() + "/sheet/incidents").status()).isEqualTo(200);
    }

    @Test
    void a_yes_that_is_taken_back_elsewhere_is_said_beside_the_answer_and_no_save_gives_it_again() {
        var file = asha("not_yet_asked");
        saved(file, yes("verbal_phone"));
        var consents = file.path() + "/consents";
        assertThat(wanjiru.fill(consents, consents, "purpose", "reporting", "decision", "withdrawn", "method", "verbal_phone", "byWhom", "self")
                .status()).isEqualTo(303);
        var page = wanjiru.get(file.path() + "/sheet/consent");
        assertThat(page.form(file.path() + "/sheet/consent").value("a/consent_reporting")).as("the answer stays").isEqualTo("given");
        assertThat(page.text()).containsOnlyOnce("This no longer holds. Taken back").contains("What she decided");
        int rows = decisions().size();
        saved(file, "a/contact", "brief", "a/brief_given", "listening");
        saved(file, "a/consent_how", "electronic");
        assertThat(decisions()).as("only of what holds the manner is put right").hasSize(rows + 1).last().isEqualTo("services given electronic self ");
        saved(file, "a/consent_reporting", "refused");
        assertThat(decisions()).as("the sheet in line with the record").hasSize(rows + 1);
        saved(file, "a/consent_reporting", "given");
        assertThat(decisions()).as("she says yes anew").hasSize(rows + 2).last().isEqualTo("reporting given electronic self ");
        assertThat(wanjiru.get(file.path() + "/sheet/consent").text()).doesNotContain("no longer holds");
    }

    /** R6 */
    @Test
    void a_child_does_not_decide_alone_in_the_sheet_either() {
        var file = of("child");
        refused(file, "A child does not decide alone", "a/consent_by", "self");
        refused(file, "A child is asked herself", "a/consent_by", "caregiver", "a/child_assent", "no");
        refused(file, "In somebody’s best interest a supervisor decides", "a/consent_by", "best_interest", "a/child_assent", "no");
        assertThat(decisions()).hasSize(2);
        assertThat(wanjiru.get(file.path() + "/sheet/consent").form(file.path() + "/sheet/consent").value("base")).isEqualTo("0");
        saved(file, with(yes("verbal_phone"), "a/consent_by", "caregiver", "a/child_assent", "yes"));
        assertThat(decisions()).contains("services given verbal_phone caregiver yes", "reporting given verbal_phone caregiver yes");
    }

    /** R6 */
    @Test
    void whose_age_is_not_known_says_that_she_is_of_age_or_somebody_decides_with_her() {
        var file = of("unknown");
        refused(file, "Her age is not known", "a/consent_by", "self", "a/child_assent", "yes");
        saved(file, with(yes("verbal_phone"), "a/child_assent", "of_age"));
        assertThat(decisions()).contains("services given verbal_phone self of_age");
    }

    /** P15 */
    @Test
    void where_she_refuses_our_help_no_decision_is_kept_either() {
        var file = asha("not_yet_asked");
        assertThat(sent(file, "a/consent_services", "refused").status()).isEqualTo(303);
        assertThat(decisions()).hasSize(2);
        assertThat(isToBeAsked()).isTrue();
    }

    private void refused(CaseFile file, String why, String... answers) {
        var page = sent(file, with(yes("verbal_phone"), answers));
        assertThat(page.status()).as(page.text()).isEqualTo(422);
        assertThat(page.text()).contains(why);
    }

    private void saved(CaseFile file, String... answers) {
        var page = sent(file, answers);
        assertThat(page.location()).as(page.text()).contains("done=saved");
    }

    private Page sent(CaseFile file, String... answers) {
        var consent = file.path() + "/sheet/consent";
        return wanjiru.fill(consent, consent, with(SAFE, answers));
    }

    /** The section as the page asks it after these two answers. */
    private Page asked(CaseFile file) {
        var consent = file.path() + "/sheet/consent";
        return new Page.Form(wanjiru, consent + "/questions", wanjiru.get(consent).form(consent).with(SAFE)).send();
    }

    private static String[] yes(String how) {
        return new String[] {"a/consent_services", "given", "a/consent_by", "self", "a/consent_reporting", "given", "a/consent_how", how};
    }

    /** These answers, the later in the place of the earlier. */
    private static String[] with(String[] answers, String... more) {
        var all = Stream.concat(Stream.of(answers), Stream.of(more)).toArray(String[]::new);
        var by = new LinkedHashMap<String, String>();
        for (int i = 0; i < all.length; i += 2) {
            by.put(all[i], all[i + 1]);
        }
        return by.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray(String[]::new);
    }

    private CaseFile asha(String consent) {
        return new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "urgent", true, consent, "gbv").open();
    }

    private CaseFile of(String ageGroup) {
        var leila = town.leila.actor();
        var safe = new SafeContact("mine", List.of("call"), List.of(), "", "", "");
        var her = new Identity("Mina", List.of(), List.of("+254 20 555 0111"), null, "female", ageGroup, "", safe, "");
        var decisions = Stream.of("services", "reporting").map(purpose -> Decision.notYetAsked(purpose, "en")).toList();
        return haki.getBean(Work.class).as(leila, "case.open", () -> {
            var client = haki.getBean(Persons.class).register(leila, her, town.mainDesk.id(), false);
            return haki.getBean(CaseFiles.class).start(leila, new StartCase(Code.next(), town.mainDesk.id(), "gbv", client, Map.of(),
                    town.wanjiru.id(), Set.of(), true, "urgent", "phone", Instant.now().minusSeconds(600), "", decisions));
        });
    }

    private List<String> decisions() {
        return Everything.in(haki).list(DECISIONS, town.riverbend);
    }

    /** The task of a new case to ask her is the only one that an answer settles here. */
    private boolean isToBeAsked() {
        return Everything.in(haki).count("select count(*) from haki.activity where org_id = :org and kind = 'task' and state = 'done'",
                town.riverbend) == 0;
    }
}
