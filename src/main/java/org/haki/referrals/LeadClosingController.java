package org.haki.referrals;

import java.util.List;
import org.haki.cases.ProposeClosing;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whoever leads a case proposes closing it, and takes that back. */
@Controller
class LeadClosingController {

    private final LedCases led;

    LeadClosingController(LedCases led) {
        this.led = led;
    }

    @GetMapping("/shared/{id}/closing")
    Html closing(Actor actor, @PathVariable String id) {
        return new Html(led.closingPage(led.at(actor, Id.of(id)), ProposeClosing.EMPTY, null));
    }

    @PostMapping("/shared/{id}/closing")
    ResponseEntity<Html> propose(Actor actor, @PathVariable String id, ProposeClosing said, Op op) {
        var seat = led.at(actor, Id.of(id));
        var page = led.closingPage(seat, said, null);
        if (page.standing() != null) {
            return Html.seeOther(led.propose(seat, said, op), "proposed");   // sent twice, or too late
        }
        var errors = said.errors(page.scene().type(), List.of(), 0);
        return errors.isEmpty() && page.obstacles().isEmpty() && page.unmet().isEmpty()
                ? Html.seeOther(led.propose(seat, said, op), "proposed")
                : Html.unprocessable(led.closingPage(seat, said, errors));
    }

    @PostMapping("/shared/{id}/closing/withdrawal")
    ResponseEntity<Html> withdraw(Actor actor, @PathVariable String id, Op op) {
        return Html.seeOther(led.withdraw(led.at(actor, Id.of(id)), op), "withdrawn");
    }
}
