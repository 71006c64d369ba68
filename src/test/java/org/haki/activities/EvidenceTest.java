package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haki.HakiTest;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseStatus;
import org.haki.cases.ProposeClosing;
import org.haki.forms.Node;
import org.junit.jupiter.api.Test;

/** A closing that goes by a document, checked at the front door. */
@HakiTest
class EvidenceTest extends TimelineScene {

    @Test
    void without_the_document_somebody_is_asked_and_nothing_else_counts() {
        proposed(false);
        var page = town.fatou.signedIn().get(file.path() + "/verification");
        assertThat(page.text()).contains("Ask the client or the reporter, in the safe way only").contains("Spoken with").doesNotContain("I saw the document");
        var refused = page.form(file.path() + "/verification").send("result", "confirmed", "spokenWith", "document");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Say with whom you spoke");
        assertThat(now().status()).isEqualTo(CaseStatus.CLOSING);
    }

    @Test
    void to_see_the_document_is_enough_and_said_first_and_a_call_stays_possible() {
        proposed(true);
        var page = town.fatou.signedIn().get(file.path() + "/verification");
        assertThat(page.text()).contains("See the document that shows it: that is enough").contains("How did you check it?").doesNotContain("Spoken with");
        assertThat(List.of("document", "client", "reporter")).extracting(how -> page.body().indexOf("name=\"spokenWith\" value=\"" + how)).isSorted().doesNotContain(-1);
        var form = page.form(file.path() + "/verification");
        assertThat(form.send("result", "confirmed").text()).contains("Say whether you saw the document, or with whom you spoke");
        assertThat(form.send("result", "confirmed", "spokenWith", "document").status()).isEqualTo(303);
        assertThat(now().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(town.leila.signedIn().get(file.path()).text()).contains("The document was seen");
    }

    private void proposed(boolean withDocument) {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "paralegal_id", op(0));
        file = open("normal", "paralegal_id");
        var attempt = withDocument ? Node.of("collected_on", (Object) today) : Node.of("submitted_on", (Object) today);
        told(Node.of("application", List.of(Node.of("attempt", List.of(attempt)))));
        for (var step : plan().stream().map(Activity::id).toList()) {
            plan().stream().filter(one -> one.id().equals(step) && one.planned()).findFirst().ifPresent(one ->
                    activities.cancel(leila, file.code(), step, new EndActivity("no_longer_needed", ""), op(one.version())));
        }
        closings.propose(wanjiru, file.code(), new ProposeClosing("issued_correct", "completed", "accompaniment", "", "yes", town.fatou.id().toString()),
                op(now().version()));
    }
}
