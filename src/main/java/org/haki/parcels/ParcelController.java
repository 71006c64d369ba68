package org.haki.parcels;

import java.util.Map;
import org.haki.kernel.Actor;
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

/** Parcels of paper: registered, typed in sheet by sheet, answered. */
@Controller
class ParcelController {

    private final Parcels parcels;
    private final ClerkTyping typing;

    ParcelController(Parcels parcels, ClerkTyping typing) {
        this.parcels = parcels;
        this.typing = typing;
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
