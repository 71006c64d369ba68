package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody calls; a colleague types it, and reads out to her the number with which she comes back. */
@HakiTest
class TakeReportTest {

    private static final Pattern DIGITS = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");
    private static final String WORDS = "They took the paper of the field";

    @Autowired ApplicationContext haki;

    private Town town;
    private Everything everything;
    private String status;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        everything = Everything.in(haki);
        status = "/status/" + town.riverbend.slug();
    }

    @Test
    void an_easy_word_and_one_in_use_are_sent_back_with_what_was_typed() {
        assertThat(call("code", "blue kestrel").status()).isEqualTo(200);

        for (var word : List.of("123456", "Blue-Kestrel")) {
            var sent = call("code", word);
            assertThat(sent.status()).isEqualTo(422);
            assertThat(sent.text()).contains("Please choose another word");
            assertThat(sent.form("/intake/new").value("words")).isEqualTo(WORDS);
        }
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
    }

    @Test
    void the_digits_that_are_read_out_to_her_lead_back_to_a_plain_status() {
        var taken = call();

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).contains("Read this number out", status);
        var looked = town.stranger().fill(status, status, "code", digits(taken));
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text()).contains("We have it").doesNotContain("the field");
    }

    @Test
    void a_word_of_her_own_leads_back_and_is_not_shown() {
        var taken = call("code", "Blue kestrel");

        assertThat(taken.text()).contains("the word she chose").doesNotContainIgnoringCase("kestrel").doesNotContainPattern(DIGITS);
        assertThat(town.stranger().fill(status, status, "code", "blue-kestrel").status()).isEqualTo(200);
    }

    @Test
    void sent_twice_it_is_one_report_with_the_same_digits_and_long_after_they_are_not_shown() {
        var form = town.fatou.signedIn().get("/intake/new").form("/intake/new");

        var first = form.send(fields());
        assertThat(digits(form.send(fields()))).isEqualTo(digits(first));
        everything.makeReceiptsOlder(town.riverbend);
        var late = form.send(fields());

        assertThat(late.text()).contains("taken in before").doesNotContainPattern(DIGITS);
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
    }

    @Test
    void the_digits_stand_on_no_other_page() {
        var fatou = town.fatou.signedIn();
        var taken = fatou.fill("/intake/new", "/intake/new", fields());

        var report = Pattern.compile("/intake/[0-9A-Z]{13}").matcher(taken.body()).results().findFirst().orElseThrow().group();
        assertThat(fatou.get(report).text()).contains(WORDS).doesNotContain(digits(taken));
    }

    private Page call(String... more) {
        return town.fatou.signedIn().fill("/intake/new", "/intake/new", fields(more));
    }

    private String[] fields(String... more) {
        var fields = new ArrayList<>(List.of(
                "channel", "phone", "office", town.mainDesk.id().toString(), "words", WORDS, "age", "adult", "reach", "none"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static String digits(Page page) {
        var digits = DIGITS.matcher(page.text());
        assertThat(digits.find()).as(page.text()).isTrue();
        return digits.group();
    }
}
