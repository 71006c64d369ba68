package org.haki.cases;

import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which case types an organisation adopts. */
@Controller
class CaseTypeController {

    private final AdoptedTypes adopted;

    CaseTypeController(AdoptedTypes adopted) {
        this.adopted = adopted;
    }

    @GetMapping("/settings/case-types")
    Html types(Actor actor) {
        return new Html(adopted.page(actor));
    }

    @PostMapping("/settings/case-types/adoptions")
    ResponseEntity<Html> adopt(Actor actor, @RequestParam(defaultValue = "") String type, Op op) {
        adopted.adopt(actor, type, op);
        return Html.seeOther("/settings/case-types", "saved");
    }

    @PostMapping("/settings/case-types/adoptions/end")
    ResponseEntity<Html> stop(Actor actor, @RequestParam(defaultValue = "") String type, Op op) {
        adopted.stop(actor, type, op);
        return Html.seeOther("/settings/case-types", "saved");
    }
}
