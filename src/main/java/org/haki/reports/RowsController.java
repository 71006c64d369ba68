package org.haki.reports;

import java.util.Map;
import org.haki.kernel.Actor;
import org.haki.ui.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is behind a figure. */
@Controller
class RowsController {

    private final Rows rows;

    RowsController(Rows rows) {
        this.rows = rows;
    }

    @GetMapping("/reports/rows")
    Html deeds(Actor actor, AskFigures asked, @RequestParam Map<String, String> query) {
        return new Html(rows.deeds(actor, asked, query));
    }

    @GetMapping("/reports/late")
    Html late(Actor actor, AskFigures asked, @RequestParam Map<String, String> query) {
        return new Html(rows.late(actor, asked, query));
    }

    @GetMapping("/reports/open")
    Html open(Actor actor, AskFigures asked, @RequestParam(defaultValue = "") String below) {
        return new Html(rows.open(actor, asked, below));
    }
}
