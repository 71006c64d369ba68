package org.haki.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.intake.Receipts;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.surveys.PublicAsking;
import org.haki.surveys.PublicForms;
import org.haki.ui.Html;
import org.haki.ui.ShownFile;
import org.haki.ui.Signs;
import org.springframework.dao.DataAccessException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public report: no sign-in, no cookie; the visitor's address is counted in memory and goes nowhere else. */
@Controller
class ReportController {

    private static final String FORM = "report";

    private final Desks desks;
    private final Organisations organisations;
    private final PublicReports reports;
    private final Flood flood;
    private final ProofOfWork work;
    private final PublicForms forms;

    ReportController(Desks desks, Organisations organisations, PublicReports reports, Flood flood, ProofOfWork work, PublicForms forms) {
        this.desks = desks;
        this.organisations = organisations;
        this.reports = reports;
        this.flood = flood;
        this.work = work;
        this.forms = forms;
    }

    @ExceptionHandler
    ResponseEntity<Html> closed(DeskIsClosed closed, HttpServletRequest request) {
        return request.getMethod().equals("POST")
                ? ResponseEntity.status(HttpStatus.CONFLICT).body(new Html(closed.page().notTaken()))
                : ResponseEntity.ok(new Html(closed.page()));
    }

    @GetMapping({"/report", "/report/{slug}"})
    ResponseEntity<Html> form(@PathVariable(required = false) String slug, HttpServletRequest request) {
        var organisation = desks.open(slug);
        return page(HttpStatus.OK, slug, organisation, SendReport.empty(), own(slug, organisation, Map.of()), new Errors(), false, request);
    }

    @PostMapping({"/report", "/report/{slug}"})
    ResponseEntity<Html> send(
            @PathVariable(required = false) String slug, @ModelAttribute SendReport typed, @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var organisation = desks.open(slug);
        var said = typed;
        var errors = new Errors();
        PublicAsking own = null;
        try {
            // whoever answers our question got the page while the database was away, or before there were others: her words are taken
            own = Text.blank(typed.words()) ? asked(slug, organisation, fields) : null;
            said = own == null ? typed : typed.withWords(own.words(typed.language()));
            errors = said.errors();
            if (!errors.isEmpty() || own != null && !own.wrongs().isEmpty()) {
                return page(HttpStatus.UNPROCESSABLE_CONTENT, slug, organisation, said, own, errors, false, request);
            }
            var receipt = hand(organisation, said, request);
            if (receipt.wordTaken()) {
                flood.countGuess(request.getRemoteAddr());
                errors.add("code", "ReportForm.code.other");
                return page(HttpStatus.UNPROCESSABLE_CONTENT, slug, organisation, said, own, errors, false, request);
            }
            return ResponseEntity.ok(new Html(new ReportReceived(slug, organisation.publicPage(), receipt.digits(), receipt.isLate(),
                    said.reach().equals("call") && !Text.blank(said.number()), said.safe().equals("emergency"))));
        } catch (DataAccessException | TransactionException away) {
            return page(HttpStatus.SERVICE_UNAVAILABLE, slug, organisation, said, own, errors, true, request);
        } catch (Problem problem) {
            var status = HttpStatus.valueOf(problem.kind().status());
            if (!status.is5xxServerError()) {
                throw problem;
            }
            return page(status, slug, organisation, said, own, errors, true, request);
        }
    }

    /** The organisation's own questions, after what was answered so far: what follows is asked without script. */
    @PostMapping({"/report/questions", "/report/{slug}/questions"})
    ResponseEntity<Html> follow(
            @PathVariable(required = false) String slug, @ModelAttribute SendReport said, @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var organisation = desks.open(slug);
        var own = own(slug, organisation, fields);
        return page(HttpStatus.OK, slug, organisation, said, own == null ? null : own.unchecked(), new Errors(), false, request);
    }

    /** What is seen and heard with the organisation's own questions. */
    @GetMapping({"/report/media/{name}", "/report/{slug}/media/{name}"})
    ResponseEntity<Resource> media(@PathVariable(required = false) String slug, @PathVariable String name, HttpServletResponse response) {
        var media = forms.media(organisations.system(desks.open(slug).id()), name);
        return ShownFile.of(response, media.mediaType(), media.content());
    }

    /** As {@link #asked}; {@code null} also where the database is away. */
    private PublicAsking own(String slug, Organisation organisation, Map<String, List<String>> typed) {
        try {
            return asked(slug, organisation, typed);
        } catch (DataAccessException | TransactionException away) {
            return null;
        }
    }

    /** The organisation's own questions, after what was typed; {@code null} where it asks with ours. */
    private PublicAsking asked(String slug, Organisation organisation, Map<String, List<String>> typed) {
        return forms.asked(organisations.system(organisation.id()), Desks.path("/report", slug), typed).orElse(null);
    }

    private Receipts.Kept hand(Organisation organisation, SendReport said, HttpServletRequest request) {
        var op = said.operation(Id.next());
        boolean over = flood.count(FORM, organisation.id(), request.getRemoteAddr());
        boolean quarantined = said.byMachine() || (over && !work.done(op, said.challenge(), said.nonce()));
        var visitor = organisations.atPublicPage(organisation, (String) request.getAttribute(Signs.REQUEST));
        return reports.hand(visitor, organisation, said, op, quarantined);
    }

    private ResponseEntity<Html> page(HttpStatus status, String slug, Organisation organisation, SendReport said, PublicAsking own, Errors errors,
            boolean notTaken, HttpServletRequest request) {
        var op = notTaken ? said.operation(Id.next()) : Id.next();
        var challenge = flood.over(FORM, organisation.id(), request.getRemoteAddr()) ? work.challenge(op) : null;
        return ResponseEntity.status(status).body(new Html(
                new ReportForm(slug, organisation.publicPage(), said, own, errors, op, challenge, work.bits(), notTaken)));
    }
}
