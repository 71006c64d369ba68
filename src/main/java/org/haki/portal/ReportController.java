package org.haki.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.intake.Receipts;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.ui.Html;
import org.haki.ui.Signs;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The public report: no sign-in, no cookie; the visitor's address is counted in memory and goes nowhere else. */
@Controller
class ReportController {

    private static final String FORM = "report";

    private final Desks desks;
    private final Organisations organisations;
    private final PublicReports reports;
    private final Flood flood;
    private final ProofOfWork work;

    ReportController(Desks desks, Organisations organisations, PublicReports reports, Flood flood, ProofOfWork work) {
        this.desks = desks;
        this.organisations = organisations;
        this.reports = reports;
        this.flood = flood;
        this.work = work;
    }

    @ExceptionHandler
    ResponseEntity<Html> closed(DeskIsClosed closed, HttpServletRequest request) {
        return request.getMethod().equals("POST")
                ? ResponseEntity.status(HttpStatus.CONFLICT).body(new Html(closed.page().notTaken()))
                : ResponseEntity.ok(new Html(closed.page()));
    }

    @GetMapping({"/report", "/report/{slug}"})
    ResponseEntity<Html> form(@PathVariable(required = false) String slug, HttpServletRequest request) {
        return page(HttpStatus.OK, slug, desks.open(slug), SendReport.empty(), new Errors(), false, request);
    }

    @PostMapping({"/report", "/report/{slug}"})
    ResponseEntity<Html> send(
            @PathVariable(required = false) String slug, @ModelAttribute SendReport said, HttpServletRequest request) {
        var organisation = desks.open(slug);
        var errors = said.errors();
        if (!errors.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, slug, organisation, said, errors, false, request);
        }
        try {
            var receipt = hand(organisation, said, request);
            if (receipt.wordTaken()) {
                flood.countGuess(request.getRemoteAddr());
                errors.add("code", "ReportForm.code.other");
                return page(HttpStatus.UNPROCESSABLE_CONTENT, slug, organisation, said, errors, false, request);
            }
            return ResponseEntity.ok(new Html(new ReportReceived(slug, organisation.publicPage(), receipt.digits(), receipt.isLate(),
                    said.reach().equals("call") && !Text.blank(said.number()), said.safe().equals("emergency"))));
        } catch (DataAccessException | TransactionException away) {
            return page(HttpStatus.SERVICE_UNAVAILABLE, slug, organisation, said, errors, true, request);
        } catch (Problem problem) {
            var status = HttpStatus.valueOf(problem.kind().status());
            if (!status.is5xxServerError()) {
                throw problem;
            }
            return page(status, slug, organisation, said, errors, true, request);
        }
    }

    private Receipts.Kept hand(Organisation organisation, SendReport said, HttpServletRequest request) {
        var op = said.operation(Id.next());
        boolean over = flood.count(FORM, organisation.id(), request.getRemoteAddr());
        boolean quarantined = said.byMachine() || (over && !work.done(op, said.challenge(), said.nonce()));
        var visitor = organisations.atPublicPage(organisation, (String) request.getAttribute(Signs.REQUEST));
        return reports.hand(visitor, organisation, said, op, quarantined);
    }

    private ResponseEntity<Html> page(HttpStatus status, String slug, Organisation organisation, SendReport said, Errors errors,
            boolean notTaken, HttpServletRequest request) {
        var op = notTaken ? said.operation(Id.next()) : Id.next();
        var challenge = flood.over(FORM, organisation.id(), request.getRemoteAddr()) ? work.challenge(op) : null;
        return ResponseEntity.status(status).body(new Html(
                new ReportForm(slug, organisation.publicPage(), said, errors, op, challenge, work.bits(), notTaken)));
    }
}
