package org.haki.cases;

import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposing to close, checking it, opening again. */
@Controller
class ClosingController {

    private final Work work;
    private final CaseParts parts;
    private final Closings closings;
    private final ClosingDraw draws;
    private final ClosingRules rules;
    private final Verifications verifications;
    private final Parties parties;
    private final Retention retention;
    private final ObjectProvider<GivenServices> services;

    ClosingController(Work work, CaseParts parts, Closings closings, ClosingDraw draws, ClosingRules rules, Verifications verifications,
            Parties parties, Retention retention, ObjectProvider<GivenServices> services) {
        this.work = work;
        this.parts = parts;
        this.closings = closings;
        this.draws = draws;
        this.rules = rules;
        this.verifications = verifications;
        this.parties = parties;
        this.retention = retention;
        this.services = services;
    }

    @GetMapping("/cases/{code}/closing")
    Html closing(Actor actor, @PathVariable String code) {
        return new Html(closingPage(actor, code, null, null));
    }

    @PostMapping("/cases/{code}/closing")
    ResponseEntity<Html> propose(Actor actor, @PathVariable String code, ProposeClosing said, Op op) {
        if (!parts.head(actor, code, "case.propose").file().isOpen()) {
            return proposed(actor, code, said, op);   // sent twice, or too late
        }
        var page = closingPage(actor, code, said, null);
        var verifiers = page.verifiers().stream().map(one -> one.id().toString()).toList();
        var errors = said.errors(page.head().type(), verifiers, page.atLeast());
        if (!errors.isEmpty() || !page.obstacles().isEmpty() || !page.unmet().isEmpty()) {
            return Html.unprocessable(closingPage(actor, code, said, errors));
        }
        return proposed(actor, code, said, op);
    }

    private ResponseEntity<Html> proposed(Actor actor, String code, ProposeClosing said, Op op) {
        var path = closings.propose(actor, code, said, op);
        return Html.seeOther(path, draws.cameOf(actor, code));
    }

    @PostMapping("/cases/{code}/closing/withdrawal")
    ResponseEntity<Html> withdraw(Actor actor, @PathVariable String code, Op op) {
        return Html.seeOther(closings.withdraw(actor, code, op), "withdrawn");
    }

    @GetMapping("/cases/{code}/verification")
    Html verification(Actor actor, @PathVariable String code) {
        return new Html(verificationPage(actor, code, VerifyClosing.EMPTY, "", null));
    }

    @PostMapping("/cases/{code}/verification")
    ResponseEntity<Html> verify(Actor actor, @PathVariable String code, VerifyClosing said, Op op) {
        var errors = said.errors(byEvidence(actor, code));
        if (errors.isEmpty() && !said.disputed() && mustWait(actor, code)) {
            return Html.unprocessable(verificationPage(actor, code, said, "", null));
        }
        return errors.isEmpty()
                ? Html.seeOther(verifications.verify(actor, code, said, op), said.disputed() ? "disputed" : "verified")
                : Html.unprocessable(verificationPage(actor, code, said, "", errors));
    }

    @PostMapping("/cases/{code}/verification/waiver")
    ResponseEntity<Html> waive(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String why, Op op) {
        var errors = new Errors()
                .unless(!why.isBlank(), "why", "VerificationPage.why.missing")
                .unless(why.length() <= WriteNote.LONGEST, "why", "WriteNote.long", WriteNote.LONGEST);
        return errors.isEmpty()
                ? Html.seeOther(verifications.waive(actor, code, why, op), "verified")
                : Html.unprocessable(verificationPage(actor, code, VerifyClosing.EMPTY, why, errors));
    }

    @GetMapping("/cases/{code}/reopening")
    Html reopening(Actor actor, @PathVariable String code) {
        return new Html(reopeningPage(actor, code, null));
    }

    @PostMapping("/cases/{code}/reopening")
    ResponseEntity<Html> reopen(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String reason, Op op) {
        return Closings.REASONS_TO_REOPEN.contains(reason)
                ? Html.seeOther(closings.reopen(actor, code, reason, op), "reopened")
                : Html.unprocessable(reopeningPage(actor, code, new Errors().add("reason", "Case.chooseOne")));
    }

    @PostMapping("/cases/{code}/archive")
    ResponseEntity<Html> archive(Actor actor, @PathVariable String code, Op op) {
        return Html.seeOther(closings.archive(actor, code, op), "archived");
    }

    /** The page with what was said so far, or with what the work done suggests. */
    private ClosingPage closingPage(Actor actor, String code, ProposeClosing said, Errors errors) {
        return work.as(actor, "case.propose", () -> {
            var head = parts.head(actor, code, "case.propose");
            var file = head.file();
            if (file.status() == CaseStatus.CLOSING) {
                var standing = closings.now(actor, file).orElseThrow(Problem::notNow);
                boolean mayWithdraw = closings.mayWithdraw(actor, file, standing.proposedBy());
                return new ClosingPage(head, new Errors(), List.of(), standing, mayWithdraw, List.of(), List.of(), 0, said, errors);
            }
            if (!file.isOpen()) {
                throw Problem.notNow();
            }
            var given = services.stream().flatMap(each -> each.of(actor, file).stream()).toList();
            return new ClosingPage(head, closings.obstacles(actor, file), rules.unmet(actor, file), null, false, closings.verifiers(actor, file), given, retention.atLeast(actor, file),
                    said == null ? rules.suggested(actor, file, given) : said, errors);
        });
    }

    private VerificationPage verificationPage(Actor actor, String code, VerifyClosing said, String why, Errors errors) {
        return work.as(actor, "case.verify", () -> {
            var head = parts.head(actor, code, "case.verify");
            var file = head.file();
            if (file.status() != CaseStatus.CLOSING) {
                throw Problem.notNow();
            }
            var closure = closings.now(actor, file).orElseThrow(Problem::notNow);
            var callable = parties.of(actor, file).stream().filter(Parties.Party::isOnTheCard).toList();
            boolean mine = !verifications.isSomebodyElse(actor, file, closure);
            return new VerificationPage(head, closure, closings.obstacles(actor, file), callable, mine, rules.byEvidence(actor, file), actor.may("case.waive", file.office()), said, why, errors);
        });
    }

    /** Whether something stands in the way of closing it now; the page says what. */
    private boolean mustWait(Actor actor, String code) {
        return work.as(actor, "case.verify", () -> {
            var file = parts.head(actor, code, "case.verify").file();
            return file.status() == CaseStatus.CLOSING && !closings.obstacles(actor, file).isEmpty();
        });
    }

    private boolean byEvidence(Actor actor, String code) {
        return work.as(actor, "case.verify", () -> rules.byEvidence(actor, parts.head(actor, code, "case.verify").file()));
    }

    private ReopeningPage reopeningPage(Actor actor, String code, Errors errors) {
        var head = parts.head(actor, code, "case.reopen");
        if (head.file().status() != CaseStatus.CLOSED && head.file().status() != CaseStatus.ARCHIVED) {
            throw Problem.notNow();
        }
        return new ReopeningPage(head, "", errors);
    }
}
