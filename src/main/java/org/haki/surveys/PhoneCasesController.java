package org.haki.surveys;

import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What of cases goes on phones: which forms bring a list, and whether what is kept to a team may stand in it. */
@Controller
class PhoneCasesController {

    private final PhoneCaseSettings settings;

    PhoneCasesController(PhoneCaseSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/settings/phone-cases")
    Html page(Actor actor) {
        return new Html(settings.page(actor));
    }

    /** Lets restricted cases stand in the lists, or takes them out of the next ones. */
    @PostMapping("/settings/phone-cases/restricted")
    ResponseEntity<Html> restricted(Actor actor, @RequestParam(defaultValue = "") String restricted, Op op) {
        settings.restricted(actor, restricted.equals("yes"), op);
        return Html.seeOther("/settings/phone-cases", "saved");
    }

    /** Says how much of each case the list of this form shows. */
    @PostMapping("/settings/forms/{id}/case-list")
    ResponseEntity<Html> choose(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String shows, Op op) {
        settings.choose(actor, Id.of(id), shows, op);
        return Html.seeOther("/settings/forms/" + Id.of(id), "saved");
    }
}
