package org.haki.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody reports at the public page over plain HTTP, without script, without a cookie. */
@HakiTest
class PublicReportTest {

    private static final Pattern DIGITS = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private String report;
    private String status;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        report = "/report/" + town.riverbend.slug();
        status = "/status/" + town.riverbend.slug();
    }

    @Test
    void three_answers_are_enough_and_the_digits_lead_back_to_a_plain_status() {
        var sent = send("words", "He came back last night", "age", "adult", "reach", "none");

        assertThat(sent.status()).isEqualTo(200);
        var digits = digits(sent);
        var looked = town.stranger().fill(status, status, "code", digits);
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text()).contains("We have it").doesNotContain("last night");
    }

    private Page send(String... fields) {
        return town.stranger().fill(report, report, fields);
    }

    private static String digits(Page page) {
        var matcher = DIGITS.matcher(page.text());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return matcher.group();
    }
}
