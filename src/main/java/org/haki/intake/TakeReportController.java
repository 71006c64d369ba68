package org.haki.intake;

import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The form on which a colleague types a report. */
@Controller
class TakeReportController {

    private final TakeReports reports;

    TakeReportController(TakeReports reports) {
        this.reports = reports;
    }

    @GetMapping("/intake/new")
    Html form(Actor actor) {
        return new Html(new TakeReportPage(TakeReport.empty(), reports.offices(actor), null));
    }

    @PostMapping("/intake/new")
    ResponseEntity<Html> take(Actor actor, TakeReport said, Op op) {
        var errors = reports.errors(actor, said);
        return errors.isEmpty()
                ? Html.seeOther(reports.take(actor, said, op), "taken")
                : Html.unprocessable(new TakeReportPage(said, reports.offices(actor), errors));
    }
}
