package org.haki.intake;

import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of walk-ins, and the case that a line becomes. */
@Controller
class WalkInController {

    private final WalkIns walkIns;
    private final Acceptances acceptances;

    WalkInController(WalkIns walkIns, Acceptances acceptances) {
        this.walkIns = walkIns;
        this.acceptances = acceptances;
    }

    @GetMapping("/walk-ins")
    Html register(Actor actor, @RequestParam(defaultValue = "") String before) {
        return new Html(walkIns.page(actor, before));
    }

    @PostMapping("/walk-ins")
    ResponseEntity<Html> write(Actor actor, WriteWalkIn said, Op op) {
        var errors = walkIns.errors(actor, said);
        if (!errors.isEmpty()) {
            return Html.unprocessable(walkIns.page(actor, said, errors));
        }
        var path = walkIns.write(actor, said, op);
        return said.isCase() ? Html.seeOther(path) : Html.seeOther(path, "walkin");
    }

    @GetMapping("/walk-ins/{code}/acceptance")
    Html form(Actor actor, @PathVariable String code) {
        var ready = acceptances.prepare(actor, WalkIns.VERB, Code.of(code));
        return new Html(AcceptPage.of(ready, Accept.of(ready.intake(), ready.account(), ready.onlyType(), ready.sex(), ready.owner(actor)), ready.alike(), null).asWalkIn());
    }

    @PostMapping("/walk-ins/{code}/acceptance")
    ResponseEntity<Html> accept(Actor actor, @PathVariable String code, Accept said, Op op) {
        try {
            return Html.seeOther(acceptances.accept(actor, WalkIns.VERB, Code.of(code), said, op), "accepted");
        } catch (Unready unready) {
            var ready = acceptances.prepare(actor, WalkIns.VERB, Code.of(code));
            return Html.unprocessable(AcceptPage.of(ready, said, unready.with(ready.alike()), unready.errors()).asWalkIn());
        }
    }
}
