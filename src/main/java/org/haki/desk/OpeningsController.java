package org.haki.desk;

import org.haki.cases.Oversight;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Problem;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who opened a case. */
@Controller
class OpeningsController {

    private final Openings openings;
    private final Oversight oversight;

    OpeningsController(Openings openings, Oversight oversight) {
        this.openings = openings;
        this.oversight = oversight;
    }

    @GetMapping("/audit")
    Html find(Actor actor) {
        openings.checkMaySee(actor);
        return new Html(new FindTrailPage("", null));
    }

    @PostMapping("/audit")
    ResponseEntity<Html> found(Actor actor, @RequestParam(defaultValue = "") String code) {
        openings.checkMaySee(actor);
        try {
            oversight.ofTrail(actor, code);
            return Html.seeOther("/cases/" + Code.read(code) + "/openings");
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return Html.unprocessable(new FindTrailPage(code, new Errors().add("code", "FindTrailPage.unknown")));
        }
    }

    @GetMapping("/cases/{code}/openings")
    Html openings(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String before) {
        return new Html(openings.of(actor, Code.of(code), before));
    }
}
