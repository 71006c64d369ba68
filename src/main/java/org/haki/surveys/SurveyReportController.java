package org.haki.surveys;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.ui.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came of forms: counted, and taken along. */
@Controller
class SurveyReportController {

    private final SurveyReports reports;
    private final SurveyExports exports;

    SurveyReportController(SurveyReports reports, SurveyExports exports) {
        this.reports = reports;
        this.exports = exports;
    }

    @GetMapping("/forms/{id}/report")
    Html report(Actor actor, @PathVariable String id, AskReport asked) {
        return new Html(reports.report(actor, Id.of(id), asked));
    }

    @GetMapping("/forms/{id}/export")
    void export(Actor actor, @PathVariable String id, AskExport asked, HttpServletResponse answer) throws IOException {
        var taken = exports.export(actor, Id.of(id), asked);
        answer.setContentType(taken.mediaType());
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + taken.name().replaceAll("[^\\w.-]", "_") + "\"");
        answer.flushBuffer();
        taken.content().write(answer.getOutputStream());
    }
}
