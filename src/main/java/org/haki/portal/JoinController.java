package org.haki.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.access.AskToJoin;
import org.haki.access.Joining;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.ui.Html;
import org.haki.ui.Signs;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An organisation asks to join a network. As at the report, nobody is refused or dropped for coming too often. */
@Controller
class JoinController {

    private static final String FORM = "join";

    private final Joining joining;
    private final Organisations organisations;
    private final Flood flood;
    private final ProofOfWork work;

    JoinController(Joining joining, Organisations organisations, Flood flood, ProofOfWork work) {
        this.joining = joining;
        this.organisations = organisations;
        this.flood = flood;
        this.work = work;
    }

    @GetMapping({"/join", "/join/{slug}"})
    ResponseEntity<Html> form(@PathVariable(required = false) String slug, HttpServletRequest request) {
        return page(HttpStatus.OK, slug, keeper(slug), AskToJoin.empty(), new Sending(null, null, null, null), new Errors(), request);
    }

    @PostMapping({"/join", "/join/{slug}"})
    ResponseEntity<Html> ask(
            @PathVariable(required = false) String slug, @ModelAttribute AskToJoin said, @ModelAttribute Sending sending,
            HttpServletRequest request) {
        var keeper = keeper(slug);
        var errors = said.errors();
        if (!errors.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, slug, keeper, said, sending, errors, request);
        }
        try {
            var op = sending.operation(Id.next());
            boolean over = flood.count(FORM, keeper.id(), request.getRemoteAddr());
            boolean suspect = sending.byMachine() || (over && !work.done(op, sending.challenge(), sending.nonce()));
            var visitor = organisations.atPublicPage(keeper, (String) request.getAttribute(Signs.REQUEST));
            joining.ask(visitor, said, op, suspect);
            return ResponseEntity.ok(new Html(new JoinAsked(keeper.name())));
        } catch (DataAccessException | TransactionException away) {
            return page(HttpStatus.SERVICE_UNAVAILABLE, slug, keeper, said, sending, errors, request);
        }
    }

    private Organisation keeper(String slug) {
        return joining.keeper(slug).orElseThrow(Problem::notFound);
    }

    private ResponseEntity<Html> page(HttpStatus status, String slug, Organisation keeper, AskToJoin said, Sending sending, Errors errors,
            HttpServletRequest request) {
        boolean notTaken = status.is5xxServerError();
        var op = notTaken ? sending.operation(Id.next()) : Id.next();
        var challenge = flood.over(FORM, keeper.id(), request.getRemoteAddr()) ? work.challenge(op) : null;
        return ResponseEntity.status(status).body(new Html(new JoinForm(
                Desks.path("/join", slug), keeper.name(), said, errors, op, challenge, work.bits(), notTaken)));
    }
}
