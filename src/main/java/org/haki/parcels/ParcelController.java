package org.haki.parcels;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.haki.files.NotAPicture;
import org.haki.files.Picture;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Parcels of paper: registered, typed in sheet by sheet, answered. */
@Controller
class ParcelController {

    private final Parcels parcels;
    private final ClerkTyping typing;
    private final Scans scans;

    ParcelController(Parcels parcels, ClerkTyping typing, Scans scans) {
        this.parcels = parcels;
        this.typing = typing;
        this.scans = scans;
    }

    @GetMapping("/parcels")
    Html all(Actor actor) {
        return new Html(parcels.all(actor));
    }

    @GetMapping("/parcels/new")
    Html blank(Actor actor) {
        return new Html(parcels.blank(actor));
    }

    @PostMapping("/parcels")
    ResponseEntity<Html> register(Actor actor, @RequestParam Map<String, String> fields, Op op) {
        var said = RegisterParcel.of(fields);
        try {
            return Html.seeOther(parcels.register(actor, said, op), "parcel");
        } catch (WrongParcel wrong) {
            return Html.unprocessable(parcels.again(actor, said, wrong.errors()));
        }
    }

    @GetMapping("/parcels/{id}")
    Html one(Actor actor, @PathVariable String id) {
        return new Html(parcels.one(actor, Id.of(id)));
    }

    @GetMapping("/parcels/{id}/receipt")
    Html receipt(Actor actor, @PathVariable String id) {
        return new Html(parcels.receipt(actor, Id.of(id)));
    }

    @PostMapping("/parcels/{id}/signature")
    ResponseEntity<Html> sign(Actor actor, @PathVariable String id, Op op) {
        parcels.sign(actor, Id.of(id), op);
        return Html.seeOther("/parcels/" + Id.of(id), "parcel-signed");
    }

    /** A picture of the sheet, to type it in from. */
    @PostMapping("/parcels/{id}/sheets/{sheet}/scan")
    ResponseEntity<Html> scan(Actor actor, @PathVariable String id, @PathVariable String sheet, @RequestParam(required = false) MultipartFile scan, Op op)
            throws IOException {
        try {
            var picture = scan == null ? Picture.of("", new byte[0]) : Picture.of(scan.getContentType(), scan.getBytes());
            return Html.seeOther(scans.keep(actor, Id.of(id), Id.of(sheet), picture, op), "saved");
        } catch (NotAPicture not) {
            return Html.unprocessable(typing.page(actor, Id.of(id), Id.of(sheet), "").wrong(new Errors().add("scan", not.wrong())));
        }
    }

    @GetMapping("/parcels/{id}/sheets/{sheet}/scan")
    ResponseEntity<byte[]> scan(Actor actor, @PathVariable String id, @PathVariable String sheet, HttpServletResponse response) {
        var picture = scans.open(actor, Id.of(id), Id.of(sheet));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        return ResponseEntity.ok().header("Content-Type", picture.mediaType()).header("Content-Disposition", "inline").body(picture.bytes());
    }

    /** One more sheet that was found in the bundle. */
    @PostMapping("/parcels/{id}/sheets")
    ResponseEntity<Html> more(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String form, Op op) {
        return Html.seeOther(parcels.more(actor, Id.of(id), Id.of(form), op));
    }

    @GetMapping("/parcels/{id}/sheets/{sheet}")
    Html sheet(Actor actor, @PathVariable String id, @PathVariable String sheet, @RequestParam(defaultValue = "") String speak) {
        return new Html(typing.page(actor, Id.of(id), Id.of(sheet), speak));
    }

    @PostMapping("/parcels/{id}/sheets/{sheet}/questions")
    Html questions(Actor actor, @PathVariable String id, @PathVariable String sheet, @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String part, Op op) {
        var page = typing.reckon(actor, Id.of(id), Id.of(sheet), ClerkSaid.of(typed));
        return part == null ? new Html(page) : new Html(page, "ClerkQuestions");
    }

    @PostMapping("/parcels/{id}/sheets/{sheet}")
    ResponseEntity<Html> save(Actor actor, @PathVariable String id, @PathVariable String sheet, @RequestParam MultiValueMap<String, String> typed, Op op) {
        try {
            return Html.seeOther(typing.save(actor, Id.of(id), Id.of(sheet), ClerkSaid.of(typed), op), "sheet");
        } catch (NotTyped refused) {
            return Html.unprocessable(refused.page());
        }
    }

    /** A sheet is not in the bundle, or is after all. */
    @PostMapping("/parcels/{id}/sheets/{sheet}/absence")
    ResponseEntity<Html> absent(Actor actor, @PathVariable String id, @PathVariable String sheet, @RequestParam(defaultValue = "yes") String absent, Op op) {
        return Html.seeOther(typing.absent(actor, Id.of(id), Id.of(sheet), absent.equals("yes"), op), "saved");
    }
}
