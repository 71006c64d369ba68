package org.haki.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.access.Organisations;
import org.haki.ui.Html;
import org.haki.ui.Signs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming back with the digits or the word; too many wrong ones have to wait. */
@Controller
class StatusController {

    private static final String TEN_MINUTES = "600";

    private final Desks desks;
    private final Organisations organisations;
    private final PublicReports reports;
    private final Flood flood;

    StatusController(Desks desks, Organisations organisations, PublicReports reports, Flood flood) {
        this.desks = desks;
        this.organisations = organisations;
        this.reports = reports;
        this.flood = flood;
    }

    @ExceptionHandler
    Html closed(DeskIsClosed closed) {
        return new Html(closed.page());
    }

    @GetMapping({"/status", "/status/{slug}"})
    Html ask(@PathVariable(required = false) String slug) {
        return new Html(new StatusPage(slug, desks.open(slug).publicPage(), null, null));
    }

    @PostMapping({"/status", "/status/{slug}"})
    ResponseEntity<Html> answer(
            @PathVariable(required = false) String slug, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var organisation = desks.open(slug);
        var desk = organisation.publicPage();
        if (flood.guesses(request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, TEN_MINUTES).body(new Html(new StatusPage(slug, desk, null, "StatusPage.wait")));
        }
        var visitor = organisations.atPublicPage(organisation, (String) request.getAttribute(Signs.REQUEST));
        var status = reports.status(visitor, organisation, code);
        if (status.isEmpty()) {
            flood.countGuess(request.getRemoteAddr());
            return Html.unprocessable(new StatusPage(slug, desk, null, "StatusPage.wrong"));
        }
        return ResponseEntity.ok(new Html(new StatusPage(slug, desk, status.get(), null)));
    }
}
