package org.haki.desk;

import java.time.Clock;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody's open cases for her next round: printed, and filled in afterwards. */
@Controller
class TurnaroundController {

    private final Turnaround turnaround;
    private final Clock clock;

    TurnaroundController(Turnaround turnaround, Clock clock) {
        this.turnaround = turnaround;
        this.clock = clock;
    }

    @GetMapping("/turnaround")
    Html page(Actor actor, @RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String names) {
        return new Html(turnaround.page(actor, owner, after, names.equals("yes")));
    }

    @GetMapping("/turnaround/sheet")
    Html sheet(Actor actor, @RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String names) {
        return new Html(new TurnaroundSheetPage(turnaround.page(actor, owner, after, names.equals("yes")), clock.instant()));
    }

    @PostMapping("/turnaround")
    ResponseEntity<Html> record(Actor actor, @RequestParam MultiValueMap<String, String> fields, @RequestParam(defaultValue = "") String names, Op op) {
        var said = RecordVisits.of(fields);
        var again = turnaround.record(actor, said, names.equals("yes"), op);
        return again == null
                ? Html.seeOther(VisitPage.address("/turnaround", said.owner(), said.after()) + (names.equals("yes") ? "&names=yes" : ""), "saved")
                : Html.unprocessable(again);
    }
}
