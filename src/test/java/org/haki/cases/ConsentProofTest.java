package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.files.Documents;
import org.haki.files.Photos;
import org.haki.files.Picture;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What proves a decision: a signature drawn, a photo of the thumbprint; for those who may read the case, for nobody else. */
@HakiTest
class ConsentProofTest extends CaseTest {

    @Autowired Consents consents;
    @Autowired ConsentProofs proofs;
    @Autowired Documents documents;

    @Test
    void after_a_signature_was_said_the_next_page_asks_for_it_and_keeps_it() {
        var visitor = town.wanjiru.signedIn();
        var written = visitor.fill(file.path() + "/consents", file.path() + "/consents",
                "purpose", "services", "decision", "given", "method", "signature", "byWhom", "self", "language", "es");
        assertThat(written.status()).isEqualTo(303);
        var page = visitor.get(written.location());
        assertThat(page.text()).contains("No picture of it is kept yet.", "Español");
        var drawn = "data:image/png;base64," + Base64.getEncoder().encodeToString(Photos.pngWithText());
        var kept = page.forms().stream().filter(form -> form.value("drawn") != null).findFirst().orElseThrow().send("drawn", drawn);
        assertThat(kept.status()).isEqualTo(303);
        assertThat(visitor.get(kept.location()).text()).contains("Signature, drawn here");
        assertThat(visitor.get(file.path() + "/consents").text()).contains("Picture kept");
    }

    @Test
    void a_photo_is_kept_without_its_place_and_answered_as_a_file_nobody_runs() {
        var visitor = town.wanjiru.signedIn();
        var consent = thumbprint();
        var sent = photoForm(visitor.get(consent)).upload("photo", "Asha Thapa.jpg", "image/jpeg", Photos.jpegWithPlace(1));
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        var picture = picture();
        assertThat(documents.open(wanjiru, file.id(), picture).content())
                .isEqualTo(Picture.of("image/jpeg", Photos.jpegWithPlace(1)).bytes());
        var answer = visitor.get(file.path() + "/documents/" + picture);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"haki-").doesNotContain("Asha", file.code());
        assertThat(answer.headers("Content-Security-Policy")).singleElement().asString().contains("default-src 'none'", "sandbox");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void F22_what_lies_or_is_too_large_is_refused_in_words() {
        var visitor = town.wanjiru.signedIn();
        var form = photoForm(visitor.get(thumbprint()));
        var lies = form.upload("photo", "photo.jpg", "image/jpeg", "<script>".getBytes());
        assertThat(lies.status()).isEqualTo(422);
        assertThat(lies.text()).contains("This is no photo that Haki keeps.");
        var other = form.upload("photo", "photo.png", "image/png", Photos.image("jpg"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text()).contains("calls itself something other than it is");
        var large = form.upload("photo", "photo.jpg", "image/jpeg", Arrays.copyOf(Photos.image("jpg"), 11 * 1024 * 1024));
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.text()).contains("larger than 10 MB");
        var huge = form.upload("photo", "photo.jpg", "image/jpeg", new byte[18 * 1024 * 1024]);
        assertThat(huge.status()).isEqualTo(413);
        var nothing = form.upload("photo", "", "application/octet-stream", new byte[0]);
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(proofs.of(wanjiru, file).getFirst().pictures()).isEmpty();
    }

    @Test
    void the_same_form_sent_twice_keeps_one_picture_and_another_picture_under_it_is_refused() {
        var form = photoForm(town.wanjiru.signedIn().get(thumbprint()));
        form.upload("photo", "a.jpg", "image/jpeg", Photos.jpegWithPlace(1));
        assertThat(form.upload("photo", "a.jpg", "image/jpeg", Photos.jpegWithPlace(1)).status()).isEqualTo(303);
        assertThat(form.upload("photo", "a.jpg", "image/jpeg", Photos.jpegWithPlace(6)).status()).isEqualTo(409);
        assertThat(proofs.of(wanjiru, file).getFirst().pictures()).hasSize(1);
    }

    @Test
    void whoever_does_not_read_the_case_opens_no_picture_of_it() {
        keep();
        var path = file.path() + "/documents/" + picture();
        for (var other : new Town.Person[] {town.mateo, town.sushila, town.tomasz, town.ines, town.fatou}) {
            var visitor = other.signedIn();
            assertThat(visitor.get(path).status()).as(other.signInName()).isIn(403, 404);
            assertThat(visitor.get(file.path() + "/consents").status()).as(other.signInName()).isIn(403, 404);
        }
        assertThat(town.stranger().get(path).status()).isEqualTo(303);
        var elsewhere = org.haki.CaseStory.in(haki, town).of("Bina Gurung").open();
        refused(Problem.Kind.NOT_FOUND, () -> proofs.picture(wanjiru, elsewhere.code(), picture()));
    }

    @Test
    void each_opening_of_a_picture_stands_in_the_trail() {
        keep();
        var picture = picture();
        proofs.picture(wanjiru, file.code(), picture);
        long opened = work.as(town.riverbendSystem(), "case.archive", () -> jdbc
                .sql("select count(*) from haki.audit_entry where org_id = haki.org() and act = 'document.opened' and object_id = :id")
                .param("id", picture).query(Long.class).single());
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void a_picture_in_the_database_is_sealed_part_by_part_and_no_part_can_be_left_out() {
        var large = new Picture("image/jpeg", new byte[2_500_000]);
        Arrays.fill(large.bytes(), (byte) 'A');
        var id = documents.add(wanjiru, file.id(), file.key(), "photo", large);
        assertThat(documents.open(wanjiru, file.id(), id).content()).isEqualTo(large.bytes());
        var parts = count("select count(*) from haki.document_part where document_id = :id", id);
        assertThat(parts).isEqualTo(3);
        assertThat(count("select count(*) from haki.document_part where document_id = :id and position('\\x4141414141'::bytea in sealed) > 0", id))
                .isZero();
        swapTheFirstTwoParts(id);
        refused(Problem.Kind.DAMAGED, () -> documents.open(wanjiru, file.id(), id));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void F14_a_bit_that_turned_in_a_picture_is_found_and_named_and_everything_else_opens(CapturedOutput log) {
        keep();
        var picture = picture();
        var whole = documents.add(wanjiru, file.id(), file.key(), "photo", photo());
        asBackup("update haki.document_part set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where document_id = :id", picture);
        var visitor = town.wanjiru.signedIn();
        var answer = visitor.get(file.path() + "/documents/" + picture);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("This is damaged and cannot be opened", "a backup");
        assertThat(log.getAll()).contains("The document " + picture + " is damaged in part 1 of 1").doesNotContain("Asha");
        assertThat(visitor.get(file.path() + "/consents").status()).isEqualTo(200);
        assertThat(documents.open(wanjiru, file.id(), whole).content()).isEqualTo(photo().bytes());
    }

    @Test
    void whoever_reads_cases_elsewhere_and_sees_only_cards_here_opens_no_picture_here() {
        keep();
        var both = town.person(town.riverbend, "Zawadi Njoroge", "zawadi", new Membership("caseworker", town.oldbridge.id()),
                new Membership("operator", town.mainDesk.id())).actor();
        var picture = picture();
        assertThat(cases.open(both, file.code()).id()).as("she knows of the case").isEqualTo(file.id());
        refused(Problem.Kind.NOT_YOURS, () -> proofs.picture(both, file.code(), picture));
    }

    @Test
    void a_closed_case_takes_no_proof_any_more() {
        var consent = UUID.fromString(thumbprint().replaceAll(".*/", ""));
        close();
        refused(Problem.Kind.NOT_NOW, () -> proofs.add(wanjiru, file.code(), consent, "photo", photo(), op()));
    }

    @Test
    void her_copy_is_in_her_language_and_names_us_only_where_it_is_safe() {
        var consent = thumbprint("es");
        var visitor = town.wanjiru.signedIn();
        var copy = visitor.get(consent + "/copy");
        assertThat(copy.text()).contains("Lo que usted decidió", "Usted dijo que sí", "Riverbend Helpline", "con su huella")
                .contains("It names us.");
        assertThat(copy.body()).contains("<article class=\"document copy\" lang=\"es\"");
        var article = visitor.get(consent + "/copy?named=no").body().replaceAll("(?s).*<article", "").replaceAll("(?s)</article>.*", "");
        assertThat(article).doesNotContain("Riverbend", "Asha");
        var fenced = org.haki.CaseStory.in(haki, town).of("Ixchel Ramos").fencedIn().open();
        var hers = proofs.of(wanjiru, fenced).getFirst().said();
        assertThat(visitor.get(fenced.path() + hers.path() + "/copy").text()).contains("It does not name us")
                .doesNotContain("named=no");
    }

    private void keep() {
        var consent = UUID.fromString(thumbprint().replaceAll(".*/", ""));
        proofs.add(wanjiru, file.code(), consent, "photo", photo(), op());
    }

    private UUID picture() {
        return proofs.of(wanjiru, file).getFirst().pictures().getFirst().id();
    }

    private static Picture photo() {
        return Picture.of("image/jpeg", Photos.jpegWithPlace(1));
    }

    private String thumbprint() {
        return thumbprint("en");
    }

    /** The address of a decision that was said with a thumbprint. */
    private String thumbprint(String language) {
        return consents.record(wanjiru, file.code(), new Decision("followup", "given", "thumbprint", "self", language), op());
    }

    private static Page.Form photoForm(Page page) {
        return page.forms().stream().filter(form -> form.value("photo") != null).findFirst().orElseThrow();
    }

    private long count(String sql, UUID id) {
        Actor system = town.riverbendSystem();
        return work.as(system, "case.archive", () -> jdbc.sql(sql).param("id", id).query(Long.class).single());
    }

    /** As whoever may write past every policy. */
    private void swapTheFirstTwoParts(UUID id) {
        asBackup("update haki.document_part set no = no + 10 where document_id = :id and no <= 2", id);
        asBackup("update haki.document_part set no = 13 - no where document_id = :id and no > 10", id);
    }

    private void asBackup(String sql, UUID id) {
        var owner = JdbcClient.create(new SingleConnectionDataSource(haki.getEnvironment().getRequiredProperty("haki.database.owner-url"), true));
        owner.sql("set role haki_backup").update();
        assertThat(owner.sql(sql).param("id", id).update()).isPositive();
    }
}
