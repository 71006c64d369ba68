package org.haki.intake;

import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A report becomes a case, or joins one. */
@Controller
class AcceptanceController {

    private final Acceptances acceptances;

    AcceptanceController(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @GetMapping("/intake/{code}/acceptance")
    Html form(Actor actor, @PathVariable String code) {
        var ready = acceptances.prepare(actor, Acceptances.DECIDE, Code.of(code));
        return new Html(AcceptPage.of(ready, Accept.of(ready.intake(), ready.account(), ready.onlyType(), "", ""), ready.alike(), null));
    }

    @PostMapping("/intake/{code}/acceptance")
    ResponseEntity<Html> accept(Actor actor, @PathVariable String code, Accept said, Op op) {
        try {
            return Html.seeOther(acceptances.accept(actor, Code.of(code), said, op), "accepted");
        } catch (Unready unready) {
            var ready = acceptances.prepare(actor, Acceptances.DECIDE, Code.of(code));
            return Html.unprocessable(AcceptPage.of(ready, said, unready.with(ready.alike()), unready.errors()));
        }
    }

    @GetMapping("/intake/{code}/attachment")
    Html whichCase(Actor actor, @PathVariable String code) {
        return new Html(page(acceptances.prepare(actor, Acceptances.DECIDE, Code.of(code)), "", null));
    }

    @PostMapping("/intake/{code}/attachment")
    ResponseEntity<Html> attach(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String caseCode, Op op) {
        var typed = caseCode.isEmpty() ? chosen : caseCode;
        try {
            return Html.seeOther(acceptances.attach(actor, Code.of(code), typed, op), "attached");
        } catch (Unready unready) {
            return Html.unprocessable(page(acceptances.prepare(actor, Acceptances.DECIDE, Code.of(code)), typed, unready.errors()));
        }
    }

    private static AttachPage page(Acceptances.Ready ready, String typed, Errors errors) {
        var open = ready.known().stream().filter(known -> known.kind().equals("case") && known.state().equals("open")).toList();
        return new AttachPage(Brief.of(ready.intake(), ready.account()), typed, open, errors);
    }
}
