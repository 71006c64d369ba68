package org.haki.cases;

import org.haki.kernel.Actor;
import org.haki.ui.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of cases. */
@Controller
class CasesController {

    private final CaseList list;

    CasesController(CaseList list) {
        this.list = list;
    }

    @GetMapping("/cases")
    Html list(Actor actor, ListCases asked) {
        return new Html(list.show(actor, asked));
    }
}
