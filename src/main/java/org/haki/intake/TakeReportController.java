package org.haki.intake;

import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The form on which a colleague types a report. */
@Controller
class TakeReportController {

    private final TakeReports reports;
    private final String publicUrl;

    TakeReportController(TakeReports reports, @Value("${haki.public-url}") String publicUrl) {
        this.reports = reports;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/intake/new")
    Html form(Actor actor) {
        return new Html(new TakeReportPage(TakeReport.empty(), reports.offices(actor), null));
    }

    @PostMapping("/intake/new")
    ResponseEntity<Html> take(Actor actor, TakeReport said, Op op) {
        var errors = reports.errors(actor, said);
        if (errors.isEmpty()) {
            var taken = reports.take(actor, said, op);
            if (!taken.receipt().wordTaken()) {
                return ResponseEntity.ok(new Html(new ReportTakenPage(
                        taken.path(), taken.receipt().digits(), taken.receipt().isLate(), publicUrl + "/status/" + taken.slug())));
            }
            errors.add("code", "ReportForm.code.other");
        }
        return Html.unprocessable(new TakeReportPage(said, reports.offices(actor), errors));
    }
}
