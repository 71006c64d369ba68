package org.haki.surveys;

import org.haki.access.QrSquare;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking a client how it was, after her case was closed: by a colleague, or by a link of her own. */
@Controller
class ClosingController {

    private final SurveyClosings closings;
    private final SurveyLinks links;
    private final CaseFiles cases;
    private final String publicUrl;

    ClosingController(SurveyClosings closings, SurveyLinks links, CaseFiles cases, @Value("${haki.public-url}") String publicUrl) {
        this.closings = closings;
        this.links = links;
        this.cases = cases;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Begins to ask how it was. */
    @PostMapping("/cases/{code}/survey")
    ResponseEntity<Html> ask(Actor actor, @PathVariable String code, Op op) {
        return Html.seeOther(closings.ask(actor, Code.of(code), op));
    }

    /** Gives the client a link of her own; it is shown once. */
    @PostMapping("/cases/{code}/survey-link")
    ResponseEntity<Html> link(Actor actor, @PathVariable String code, Op op) {
        var given = links.give(actor, Code.of(code), op);
        var address = given.code() == null ? null : publicUrl + "/how/" + Code.shown(given.code());
        return ResponseEntity.ok(new Html(new ClosingLinkPage(cases.openFor(actor, Code.of(code), SurveySubmissions.FILL), address, Code.shown(given.code()),
                address == null ? null : QrSquare.of(address), given.until())));
    }
}
