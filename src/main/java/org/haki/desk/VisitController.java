package org.haki.desk;

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
import org.springframework.web.bind.annotation.RequestParam;

/** Rounds of visits to institutions: chosen, printed, filled. */
@Controller
class VisitController {

    private final Visits visits;

    VisitController(Visits visits) {
        this.visits = visits;
    }

    @GetMapping("/visits")
    Html choose(Actor actor, @RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "") String after) {
        return new Html(visits.choose(actor, owner, after));
    }

    @GetMapping("/visits/{institution}")
    Html round(Actor actor, @PathVariable String institution, @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String after) {
        return new Html(visits.round(actor, Id.of(institution), owner, after));
    }

    @GetMapping("/visits/{institution}/sheet")
    Html sheet(Actor actor, @PathVariable String institution, @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String after) {
        return new Html(visits.sheet(actor, Id.of(institution), owner, after));
    }

    @PostMapping("/visits/{institution}")
    ResponseEntity<Html> record(Actor actor, @PathVariable String institution, @RequestParam MultiValueMap<String, String> fields, Op op) {
        var said = RecordVisits.of(fields);
        var again = visits.record(actor, Id.of(institution), said, op);
        return again == null
                ? Html.seeOther(VisitPage.address("/visits/" + Id.of(institution), said.owner(), said.after()), "saved")
                : Html.unprocessable(again);
    }
}
