package org.haki.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Many junk reports with real ones among them: every one is acknowledged, none is dropped. */
@HakiTest
class FloodTest {

    private static final int PER_ADDRESS = 10;

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Everything everything;
    private String report;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        everything = Everything.in(haki);
        report = "/report/" + town.riverbend.slug();
    }

    @Test
    void two_hundred_fakes_with_twenty_real_ones_among_them_lose_nobody() {
        var flooder = town.stranger().from("127.4.0.1");
        var digits = new HashSet<String>();
        for (int i = 0; i < 220; i++) {
            var sent = i % 11 == 5
                    ? flooder.post(report, "words", "He follows me to the well, day " + i, "age", "adult", "reach", "none")
                    : flooder.post(report, "words", "asdf win a phone " + i, "age", "unknown", "reach", "none");
            assertThat(sent.status()).isEqualTo(200);
            digits.add(PublicReportTest.digits(sent));
        }

        assertThat(digits).hasSize(220);
        assertThat(everything.intakes(town.riverbend)).isEqualTo(220);
        assertThat(everything.quarantined(town.riverbend)).isEqualTo(220 - PER_ADDRESS);
    }

    @Test
    void over_the_cap_work_that_was_done_keeps_a_report_out_of_quarantine() {
        var village = town.stranger().from("127.4.0.2");
        assertThat(village.get(report).body()).doesNotContain("data-work");
        fill(village);

        var form = village.get(report).form(report);
        var sent = form.send("words", "It is real", "age", "adult", "reach", "none", "nonce", solve(form.value("challenge")));

        assertThat(sent.status()).isEqualTo(200);
        assertThat(everything.quarantined(town.riverbend)).isZero();
    }

    @Test
    void over_the_cap_a_report_without_work_is_taken_and_set_aside() {
        var village = town.stranger().from("127.4.0.3");
        fill(village);

        var form = village.get(report).form(report);
        assertThat(form.send("words", "No script here", "age", "adult", "reach", "none").status()).isEqualTo(200);
        assertThat(form.send("words", "Made up", "age", "adult", "reach", "none", "nonce", "12345").status()).isEqualTo(200);
        assertThat(everything.quarantined(town.riverbend)).isEqualTo(2);
    }

    @Test
    void work_serves_one_report_only() {
        var village = town.stranger().from("127.4.0.4");
        fill(village);
        var form = village.get(report).form(report);
        var nonce = solve(form.value("challenge"));

        var stolen = village.post(report, "op", UUID.randomUUID().toString(), "challenge", form.value("challenge"), "nonce", nonce,
                "words", "Reused", "age", "adult", "reach", "none");

        assertThat(stolen.status()).isEqualTo(200);
        assertThat(everything.quarantined(town.riverbend)).isEqualTo(1);
    }

    @Test
    void a_machine_that_fills_the_hidden_field_is_set_aside_and_acknowledged() {
        var sent = town.stranger().from("127.4.0.5").fill(report, report, "words", "Buy now", "age", "adult", "reach", "none",
                "topic", "cheap");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(PublicReportTest.digits(sent)).isNotEmpty();
        assertThat(everything.quarantined(town.riverbend)).isEqualTo(1);
    }

    private Page fill(Visitor village) {
        Page last = null;
        for (int i = 0; i < PER_ADDRESS; i++) {
            last = village.post(report, "words", "Neighbour " + i, "age", "adult", "reach", "none");
        }
        assertThat(everything.quarantined(town.riverbend)).isZero();
        return last;
    }

    private String solve(String challenge) {
        return ProofOfWorkTest.solve(challenge, haki.getBean(ProofOfWork.class).bits());
    }
}
