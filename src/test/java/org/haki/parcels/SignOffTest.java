package org.haki.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.files.Photos;
import org.haki.kernel.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A parcel until it is signed off, and after: who sees it, what becomes of its slips, its pictures and what was asked back. */
@HakiTest
class SignOffTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor nasrin;
    private Visitor leila;
    private OwnForms forms;

    @BeforeEach
    void a_clerk_and_a_supervisor() {
        town = Town.in(haki);
        nasrin = town.person(town.riverbend, "Nasrin Akter", "nasrin", new Membership("clerk", town.mainDesk.id())).signedIn();
        leila = town.leila.signedIn();
        forms = new OwnForms(town.tomasz.signedIn());
    }

    @Test
    void a_clerk_sees_a_parcel_until_a_supervisor_signs_it_off_and_then_no_longer() {
        var bundle = Bundle.registered(nasrin, forms.published(OwnForms.HOME).replace("/settings", ""), "1");
        var sheet = bundle.sheets().getFirst();
        assertThat(nasrin.get(bundle.path()).forms()).extracting(form -> form.action()).doesNotContain(bundle.path() + "/signature");
        var waits = leila.get(bundle.path());
        assertThat(leila.post(bundle.path() + "/signature", "_csrf", waits.form(bundle.path() + "/sheets").value("_csrf"), "op", UUID.randomUUID().toString(), "base", "1")
                .status()).as("a sheet waits").isEqualTo(409);
        bundle.type(sheet, "a/village", "Kibra", "a/has_id", "?");
        var blank = nasrin.get(sheet).form(sheet);
        assertThat(blank.to(bundle.path() + "/signature").send("base", "1").status()).as("a clerk").isEqualTo(403);
        assertThat(leila.fill(bundle.path(), bundle.path() + "/signature").status()).isEqualTo(303);
        for (var path : new String[] {bundle.path(), bundle.path() + "/receipt", sheet, sheet + "/scan"}) {
            assertThat(nasrin.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(blank.send("a/has_id", "yes").status()).as("a page that was open").isEqualTo(404);
        assertThat(nasrin.get("/parcels").text()).contains("No parcel is open").doesNotContain("Geneva Camp");
        assertThat(leila.get(bundle.path()).text()).contains("Signed off", "Leila Marzouq");
        assertThat(leila.get("/parcels").text()).contains("Parcel 1");
        assertThat(leila.get(sheet).status()).as("nothing more is typed in").isEqualTo(409);
    }

    @Test
    void what_was_asked_back_is_answered_by_whoever_corrects_the_sheet_after_the_parcel_was_signed_off() {
        var form = forms.published(OwnForms.HOME).replace("/settings", "");
        var code = Code.next();
        var bundle = Bundle.registered(nasrin, form, code);
        bundle.type(bundle.sheets().getFirst(), "a/village", "?", "a/has_id", "yes");
        assertThat(leila.fill(bundle.path(), bundle.path() + "/signature").status()).isEqualTo(303);
        var later = Bundle.registered(nasrin, form, "2");
        assertThat(nasrin.get(later.path() + "/receipt").text()).contains("Still open from before", "1. Village", Code.shown(code));
        var filled = form + "/sheets/" + code;
        assertThat(town.wanjiru.signedIn().fill(filled + "/edit", filled, "a/village", "Kibra").status()).isEqualTo(303);
        assertThat(nasrin.get(later.path() + "/receipt").text()).doesNotContain("Still open from before");
    }

    @Test
    void P3_a_slip_comes_to_stand_on_the_case_that_it_names_through_whoever_signs_off_and_may_write_there() {
        var form = forms.followsUp();
        var file = CaseStory.in(haki, town).open();
        var fenced = fenced();
        var bundle = Bundle.registered(nasrin, form, "1-3");
        var sheets = bundle.sheets();
        bundle.type(sheets.get(0), "a/case_code", Code.shown(file.code()), "a/result", "better", "on", "2026-09-20", "writer", town.wanjiru.id().toString());
        bundle.type(sheets.get(1), "a/case_code", fenced.code(), "a/result", "worse");
        bundle.type(sheets.get(2), "a/case_code", "?", "a/result", "same");
        assertThat(leila.get(file.path()).text()).as("a clerk writes in no case").doesNotContain("Home visit (");
        var nuru = town.person(town.riverbend, "Nuru Hassan", "nuru", Town.everywhere("supervisor")).signedIn();
        assertThat(nuru.get(fenced.path()).status()).as("she came later").isEqualTo(404);
        assertThat(nuru.fill(bundle.path(), bundle.path() + "/signature").status()).isEqualTo(303);
        assertThat(nuru.get(file.path()).text()).contains("Home visit (", "Better", "20 Sep");
        assertThat(town.wanjiru.signedIn().get(fenced.path()).text()).as("nor does a supervisor in what is kept to its team").doesNotContain("Home visit (");
    }

    @Test
    void a_sheet_is_typed_in_beside_its_picture_which_is_deleted_when_the_parcel_is_signed_off() {
        var bundle = Bundle.registered(nasrin, forms.published(OwnForms.HOME).replace("/settings", ""), "1");
        var sheet = bundle.sheets().getFirst();
        assertThat(nasrin.get(sheet + "/scan").status()).isEqualTo(404);
        var not = nasrin.get(sheet).form(sheet + "/scan").upload("scan", "scan.jpg", "image/jpeg", new byte[] {1, 2, 3});
        assertThat(not.status()).isEqualTo(422);
        assertThat(not.text()).contains("no photo that Haki keeps");
        assertThat(nasrin.get(sheet).form(sheet + "/scan").upload("scan", "scan.jpg", "image/jpeg", Photos.jpegWithPlace(1)).status()).isEqualTo(303);
        assertThat(nasrin.get(sheet).body()).contains("src=\"" + sheet + "/scan\"");
        assertThat(new String(nasrin.bytes(sheet + "/scan"), StandardCharsets.ISO_8859_1)).doesNotContain(Photos.OWNER);
        assertThat(town.mateo.signedIn().get(sheet + "/scan").status()).isEqualTo(404);
        assertThat(town.fatou.signedIn().get(sheet + "/scan").status()).isEqualTo(403);
        bundle.type(sheet, "a/has_id", "yes");
        assertThat(leila.get(sheet + "/scan").status()).isEqualTo(200);
        assertThat(leila.fill(bundle.path(), bundle.path() + "/signature").status()).isEqualTo(303);
        assertThat(leila.get(sheet + "/scan").status()).isEqualTo(404);
    }

    @Test
    void how_long_it_takes_from_paper_to_here_is_seen_by_whoever_signs_off() {
        var bundle = Bundle.registered(nasrin, forms.published(OwnForms.HOME).replace("/settings", ""), "1-3", "sender", town.wanjiru.id().toString(), "place", "");
        var sheets = bundle.sheets();
        for (int i = 0; i < 3; i++) {
            bundle.type(sheets.get(i), "a/has_id", "yes", "on", Town.today().minusDays(10L + i).toString());
        }
        assertThat(nasrin.get(bundle.path()).text()).contains("11 days, half of the sheets took no longer");
        assertThat(leila.get("/parcels").text()).contains("From paper to here", "Wanjiru Otieno 3 11");
        assertThat(nasrin.get("/parcels").text()).doesNotContain("From paper to here");
    }

    private CaseFile fenced() {
        var file = CaseStory.in(haki, town).of("Grace Auma").open();
        assertThat(town.wanjiru.signedIn().fill(file.path() + "/fence", file.path() + "/fence", "reason", "danger").status()).isEqualTo(303);
        return file;
    }
}
