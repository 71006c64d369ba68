package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.SheetType;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Decision;
import org.haki.cases.StartCase;
import org.haki.files.Photos;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the sheet and the pictures of a case hold, once another organisation took the case over. */
@HakiTest
class TransferredAnswersTest {

    private static final String ANSWER = "He took the papers of the house.";

    @Autowired ApplicationContext haki;

    private Town town;
    private CaseFile file;
    private Visitor wanjiru;

    @BeforeEach
    void a_case_with_a_sheet() {
        town = Town.in(haki);
        town.inOneNetwork();
        haki.getBean(AdoptedTypes.class).adopt(town.nadia.actor(), SheetType.KEY, Op.own());
        file = CaseStory.in(haki, town).withSheet().open();
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void R7_what_she_answered_and_her_signature_are_not_there_any_more_also_where_she_is_in_a_case_that_stayed() {
        var section = file.path() + "/sheet/visit";
        wanjiru.fill(section, section, "a/safe", "yes", "a/words", ANSWER, "a/who", "Uncle Biru");
        var consent = wanjiru.fill(file.path() + "/consents", file.path() + "/consents", "purpose", "services", "decision", "given", "method",
                "thumbprint", "byWhom", "self", "language", "en").location().replaceAll("\\?.*", "");
        wanjiru.get(consent).forms().stream().filter(form -> form.action().endsWith("/proof") && form.value("drawn") == null).findFirst().orElseThrow()
                .upload("photo", "photo.jpg", "image/jpeg", Photos.jpegWithPlace(1));
        var picture = wanjiru.get(consent).body().replaceAll("(?s).*(" + file.path() + "/documents/[0-9a-f-]{36}).*", "$1");
        var stayed = anotherCaseOf(file.client());
        for (var hers : List.of(section, section + "/history", picture)) {
            assertThat(wanjiru.get(hers).status()).as(hers).isEqualTo(200);
        }
        handOver();
        assertThat(wanjiru.get(stayed.path()).text()).contains("Asha Thapa");
        for (var hers : List.of(section + "/history", picture)) {
            assertThat(wanjiru.get(hers).status()).as(hers).isEqualTo(404);
        }
        for (var ours : List.of(file.path(), section)) {
            assertThat(wanjiru.get(ours).body()).as(ours).doesNotContain(ANSWER).doesNotContain("Uncle Biru");
        }
        assertThat(wanjiru.get(file.path()).text()).contains("handed over to Northgate Legal Aid");
        assertThat(wanjiru.get(consent).status()).isEqualTo(200);
    }

    private CaseFile anotherCaseOf(UUID client) {
        var leila = town.leila.actor();
        return haki.getBean(Work.class).as(leila, "case.open", () -> haki.getBean(CaseFiles.class).start(leila, new StartCase(
                Code.next(), town.mainDesk.id(), null, client, Map.of(), town.wanjiru.id(), Set.of(), false, "normal", "phone",
                Instant.now().minusSeconds(60), "Another matter", List.of(Decision.notYetAsked("services", "en")))));
    }

    private void handOver() {
        wanjiru.fill(file.path() + "/transfer/new", file.path() + "/transfer", "to", town.northgate.id().toString(), "instructions", "She moved.",
                "show", "story", "method", "signature", "byWhom", "self");
        var sushila = town.sushila.signedIn();
        var path = sushila.get("/shared").body().replaceAll("(?s).*href=\"(/shared/[0-9a-f-]{36})\".*", "$1");
        sushila.fill(path, path + "/acceptance");
        assertThat(sushila.fill(path + "/takeover", path + "/takeover", "office", town.northgateOffice.id().toString(), "owner",
                town.sushila.id().toString()).status()).isEqualTo(303);
    }
}
