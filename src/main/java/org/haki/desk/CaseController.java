package org.haki.desk;

import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.ui.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a case and its printed history. */
@Controller
class CaseController {

    private final CaseDesk cases;

    CaseController(CaseDesk cases) {
        this.cases = cases;
    }

    @GetMapping("/cases/{code}")
    Html see(Actor actor, @PathVariable String code) {
        return new Html(cases.see(actor, Code.of(code)));
    }

    @GetMapping("/cases/{code}/history")
    Html history(Actor actor, @PathVariable String code) {
        return new Html(cases.history(actor, Code.of(code)));
    }
}
