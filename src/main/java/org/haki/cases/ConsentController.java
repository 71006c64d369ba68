package org.haki.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.files.NotAPicture;
import org.haki.files.Picture;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One decision of the client, its proof, and her copy of it. */
@Controller
class ConsentController {

    private static final String DRAWN = "data:image/png;base64,";

    private final Work work;
    private final Audit audit;
    private final CaseParts parts;
    private final ConsentProofs proofs;

    ConsentController(Work work, Audit audit, CaseParts parts, ConsentProofs proofs) {
        this.work = work;
        this.audit = audit;
        this.parts = parts;
        this.proofs = proofs;
    }

    @GetMapping("/cases/{code}/consents/{id}")
    Html consent(Actor actor, @PathVariable String code, @PathVariable String id) {
        return new Html(page(actor, code, Id.of(id), null));
    }

    @PostMapping("/cases/{code}/consents/{id}/proof")
    ResponseEntity<Html> prove(
            Actor actor,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String drawn,
            @RequestParam(required = false) MultipartFile photo,
            Op op) throws IOException {
        var consent = Id.of(id);
        try {
            var path = photo == null
                    ? proofs.add(actor, code, consent, "signature", signature(drawn), op)
                    : proofs.add(actor, code, consent, "photo", Picture.of(photo.getContentType(), photo.getBytes()), op);
            return Html.seeOther(path, "saved");
        } catch (NotAPicture not) {
            var field = photo == null ? "drawn" : "photo";
            return Html.unprocessable(page(actor, code, consent, new Errors().add(field, not.wrong())));
        }
    }

    @GetMapping("/cases/{code}/consents/{id}/copy")
    Html copy(Actor actor, @PathVariable String code, @PathVariable String id, @RequestParam(defaultValue = "") String named) {
        return new Html(work.as(actor, "case.read", () -> {
            var head = parts.head(actor, code, "case.read");
            var said = proofs.find(actor, head.file(), Id.of(id)).said();
            if (said.decision().equals("not_yet_asked")) {
                throw Problem.notNow();
            }
            audit.note("consent.copied", said.id(), "");
            return new ConsentCopyPage(head, said, named.isEmpty() ? mayNameUs(head) : named.equals("yes"));
        }));
    }

    /** Whether a paper at her place may say who we are: the case is kept to nobody, and nobody else looks into her phone. */
    private static boolean mayNameUs(CaseHead head) {
        var client = head.client();
        return !head.file().fenced() && client != null && client.safe().whose().equals("mine") && !client.safe().never();
    }

    @GetMapping("/cases/{code}/documents/{id}")
    ResponseEntity<byte[]> document(Actor actor, @PathVariable String code, @PathVariable String id, HttpServletResponse response) {
        var opened = proofs.picture(actor, code, Id.of(id));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        return ResponseEntity.ok()
                .header("Content-Type", opened.document().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + opened.document().fileName() + "\"")
                .body(opened.content());
    }

    private static Picture signature(String drawn) {
        try {
            return Picture.of("image/png", Base64.getDecoder().decode(drawn.startsWith(DRAWN) ? drawn.substring(DRAWN.length()) : ""));
        } catch (IllegalArgumentException notBase64) {
            return Picture.of("image/png", new byte[] {0});
        }
    }

    private ConsentPage page(Actor actor, String code, UUID consent, Errors errors) {
        return work.as(actor, "case.read", () -> {
            var head = parts.head(actor, code, "case.read");
            var proven = proofs.find(actor, head.file(), consent);
            boolean mayAdd = head.mayWrite() && proven.pictures().size() < ConsentProofs.MOST_PICTURES
                    && !proven.said().decision().equals("not_yet_asked");
            return new ConsentPage(head, proven.said(), proven.pictures(), mayAdd, errors);
        });
    }
}
