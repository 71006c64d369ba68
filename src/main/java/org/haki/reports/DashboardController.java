package org.haki.reports;

import org.haki.kernel.Actor;
import org.haki.ui.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of a period. */
@Controller
class DashboardController {

    private final Dashboards dashboards;
    private final Workers workers;

    DashboardController(Dashboards dashboards, Workers workers) {
        this.dashboards = dashboards;
        this.workers = workers;
    }

    @GetMapping("/reports")
    Html show(Actor actor, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String type) {
        return new Html(dashboards.page(actor, from, to, office, type));
    }

    @GetMapping("/reports/workers")
    Html workers(Actor actor, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String office) {
        return new Html(workers.page(actor, from, to, office));
    }
}
