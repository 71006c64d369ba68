package org.haki.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.kernel.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Paper that travels, at the front door: registered, typed in by a clerk who sees no case, asked back, answered with a receipt. */
@HakiTest
class ParcelTest {

    private static final String BORN = """
            | survey |
            | | type | name | label | required |
            | | text | village | Village | |
            | | date | born | Born on | |
            | | integer | household | People in the household | yes |
            | | select_one yes_no | has_id | Has everybody an identity card? | yes |
            | choices |
            | | list_name | name | label |
            | | yes_no | yes | Yes |
            | | yes_no | no | No |
            | settings |
            | | form_title | form_id | version |
            | | Household | household | 1 |
            """;

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor nasrin;
    private String form;

    @BeforeEach
    void a_clerk_and_a_form() {
        town = Town.in(haki);
        nasrin = town.person(town.riverbend, "Nasrin Akter", "nasrin", new Membership("clerk", town.mainDesk.id())).signedIn();
        form = new OwnForms(town.tomasz.signedIn()).published(BORN).replace("/settings", "");
    }

    @Test
    void S0_19_a_clerk_sees_parcels_of_her_office_and_nothing_else() {
        var bundle = Bundle.registered(nasrin, form, "1-2");
        var sheet = bundle.sheets().getFirst();
        bundle.type(sheet, "a/household", "4", "a/has_id", "yes");
        for (var path : new String[] {bundle.path(), sheet, bundle.path() + "/receipt"}) {
            assertThat(town.fatou.signedIn().get(path).status()).as("an operator, " + path).isEqualTo(403);
            assertThat(town.tomasz.signedIn().get(path).status()).as("an administrator, " + path).isEqualTo(403);
            assertThat(town.mateo.signedIn().get(path).status()).as("of another office, " + path).isEqualTo(404);
            assertThat(town.sushila.signedIn().get(path).status()).as("of another organisation, " + path).isEqualTo(404);
        }
        var file = CaseStory.in(haki, town).open();
        for (var path : new String[] {file.path(), "/cases", "/people", "/intake", "/search", form, form + "/new", form + "/report"}) {
            assertThat(nasrin.get(path).status()).as(path).isIn(403, 404);
        }
        assertThat(nasrin.get("/today").status()).isEqualTo(200);
        assertThat(nasrin.get("/parcels").text()).contains("Parcel 1", "Geneva Camp", "1 of 2 sheets waits");
    }

    @Test
    void a_parcel_is_registered_first_and_says_which_sheets_are_missing() {
        var blank = nasrin.get("/parcels/new").form("/parcels");
        var empty = blank.send();
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Choose who sent it", "Say what is in it");
        var id = form.replaceAll(".*/", "");
        var wrong = blank.send("place", "Geneva Camp", "cameOn", "2100-01-01", "form1", id, "sheets1", "20-1", "count2", "3");
        assertThat(wrong.text()).contains("still to come", "from a smaller to a larger", "Choose the form");
        var both = blank.send("place", "Geneva Camp", "sender", town.wanjiru.id().toString(), "form1", id, "sheets1", "1");
        assertThat(both.text()).contains("leave one of the two empty");
        var bundle = Bundle.registered(nasrin, form, "১-১১, 13-16; 18–20", "form2", id, "count2", "2");
        assertThat(nasrin.get(bundle.path()).text()).contains("20 sheets, 0 entered", "sheets 12, 17 are missing");
        assertThat(bundle.sheets()).hasSize(20);
        assertThat(Bundle.registered(nasrin, form, "1").path()).isNotEqualTo(bundle.path());
        assertThat(nasrin.get("/parcels").text()).contains("Parcel 1", "Parcel 2");
    }

    @Test
    void S1_27_sheets_are_typed_in_one_after_the_other_with_what_cannot_be_read_asked_back_by_number() {
        var code = Code.next();
        var bundle = Bundle.registered(nasrin, form, "1, 2, " + Code.shown(code), "sender", town.wanjiru.id().toString(), "place", "", "sentOn", "2026-10-01");
        var sheets = bundle.sheets();
        var page = nasrin.get(sheets.getFirst());
        assertThat(page.text()).contains("1. Village", "2. Born on", "3. People in the household", "4. Has everybody an identity card?", "3 of 3 sheets wait");
        var wrong = page.form(sheets.getFirst()).send("a/household", "many", "on", "2099-01-01", "paper", "nonsense");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("The parcel came before this day", "No sheet has this number");
        var next = bundle.type(sheets.getFirst(), "a/village", "Kibra", "a/born", "১২ ৩ ১৯৮৭", "a/household", "?", "a/has_id", "?", "on", "2026-09-20");
        assertThat(next).as("the next sheet").isEqualTo(sheets.get(1));
        assertThat(bundle.type(sheets.get(1), "a/household", "४", "a/has_id", "no", "on", "2026-09-30")).isEqualTo(sheets.get(2));
        assertThat(bundle.type(sheets.get(2), "a/household", "٥", "a/has_id", "yes")).as("none waits").isEqualTo(bundle.path());
        assertThat(nasrin.get(bundle.path()).text()).contains("3 sheets, 3 entered, 2 queries", "Nothing waits any more", "Wanjiru Otieno", "Nasrin Akter");
        var receipt = nasrin.get(bundle.path() + "/receipt").text();
        assertThat(receipt).contains("3 sheets, 3 entered, 2 queries", "Wanjiru Otieno", "No. 1", "3. People in the household", "4. Has everybody an identity card?")
                .doesNotContain("Kibra", "1987");
        var again = nasrin.get(sheets.getFirst());
        assertThat(again.form(sheets.getFirst()).value("a/household")).isEqualTo("?");
        assertThat(again.form(sheets.getFirst()).value("a/born")).isEqualTo("1987-03-12");
        bundle.type(sheets.getFirst(), "a/household", "6");
        assertThat(nasrin.get(bundle.path() + "/receipt").text()).contains("3 entered, 1 query").doesNotContain("People in the household");
        var leila = town.leila.signedIn();
        assertThat(leila.get(form + "/sheets/" + code).text()).contains("Wanjiru Otieno", "Nasrin Akter");
    }

    @Test
    void a_query_goes_with_the_next_receipt_of_the_same_sender() {
        var bundle = Bundle.registered(nasrin, form, "7");
        bundle.type(bundle.sheets().getFirst(), "a/household", "?", "a/has_id", "yes");
        var later = Bundle.registered(nasrin, form, "8");
        assertThat(nasrin.get(later.path() + "/receipt").text()).contains("1 sheet, 0 entered, no queries", "Still open from before", "No. 7");
        var another = Bundle.registered(nasrin, form, "8", "place", "Mirpur");
        assertThat(nasrin.get(another.path() + "/receipt").text()).doesNotContain("No. 7");
    }

    @Test
    void days_of_the_calendar_of_Nepal_are_taken_and_shown_again_as_they_were_written() {
        var bundle = Bundle.registered(nasrin, form, "1", "calendar", "bikram");
        var sheet = bundle.sheets().getFirst();
        assertThat(nasrin.get(sheet).form(sheet).send("a/born", "2081-13-40", "a/household", "4", "a/has_id", "yes").status()).isEqualTo(422);
        bundle.type(sheet, "a/born", "२०७२-०१-१२", "a/household", "4", "a/has_id", "yes", "on", "१ भदौ २०८२");
        var again = nasrin.get(sheet).form(sheet);
        assertThat(again.value("a/born")).isEqualTo("2072-01-12 BS");
        assertThat(again.value("on")).isEqualTo("2082-05-01 BS");
        again.send("a/household", "5");
        var leila = town.leila.signedIn();
        var filled = leila.get(form).body().replaceAll("(?s).*href=\"(" + form + "/sheets/\\w+)\".*", "$1");
        assertThat(leila.get(filled).body()).as("the earthquake of 2015").contains("2015-04-25");
    }

    @Test
    void a_form_that_is_a_report_comes_in_among_the_reports_and_is_no_colleagues_to_see() {
        var kept = new OwnForms(town.tomasz.signedIn()).published(BORN.replace("household | 1", "told | 1"));
        assertThat(town.tomasz.signedIn().fill(kept, kept + "/use", "use", "report").status()).isEqualTo(303);
        var bundle = Bundle.registered(nasrin, kept.replace("/settings", ""), "1");
        var sheet = bundle.sheets().getFirst();
        bundle.type(sheet, "a/village", "Under the bridge", "a/household", "4", "a/has_id", "no");
        assertThat(town.fatou.signedIn().get("/intake").text()).contains("Waiting 1", "Letter", "Village: Under the bridge");
        assertThat(nasrin.get(sheet).form(sheet).value("a/village")).as("she typed it").isEqualTo("Under the bridge");
        assertThat(town.wanjiru.signedIn().get(sheet).status()).as("a colleague who sees no reports").isEqualTo(404);
        assertThat(nasrin.get("/intake").status()).isEqualTo(403);
    }

    @Test
    void a_sheet_that_is_not_there_is_said_to_be_missing_and_one_more_can_be_found() {
        var bundle = Bundle.registered(nasrin, form, "1-2");
        var first = bundle.sheets().getFirst();
        assertThat(nasrin.fill(first, first + "/absence", "absent", "yes").status()).isEqualTo(303);
        assertThat(nasrin.get(bundle.path() + "/receipt").text()).contains("Not in the bundle: No. 1");
        var more = nasrin.fill(bundle.path(), bundle.path() + "/sheets");
        assertThat(more.status()).isEqualTo(303);
        bundle.type(more.location(), "a/household", "1", "a/has_id", "yes");
        assertThat(nasrin.get(bundle.path()).text()).contains("3 sheets, 1 entered");
        var stale = nasrin.get(more.location()).form(more.location());
        bundle.type(more.location(), "a/household", "2");
        assertThat(stale.send("a/household", "3").status()).as("drawn before somebody else corrected it").isEqualTo(409);
    }
}
