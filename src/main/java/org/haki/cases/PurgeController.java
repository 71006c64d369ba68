package org.haki.cases;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long cases are kept: holds, and the proposal of one and the agreement of another to destroy. */
@Controller
class PurgeController {

    private final Work work;
    private final CaseParts parts;
    private final Purges purges;

    PurgeController(Work work, CaseParts parts, Purges purges) {
        this.work = work;
        this.parts = parts;
        this.purges = purges;
    }

    @GetMapping("/retention")
    Html due(Actor actor) {
        return new Html(work.as(actor, "case.purge", () -> new RetentionPage(purges.due(actor), purges.purged(actor))));
    }

    @GetMapping("/cases/{code}/purge")
    Html purge(Actor actor, @PathVariable String code) {
        return new Html(page(actor, code, null));
    }

    @PostMapping("/cases/{code}/purge")
    ResponseEntity<Html> propose(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String sure,
            Op op) {
        var errors = new Errors()
                .unless(Purges.GROUNDS.contains(ground), "ground", "Case.chooseOne")
                .unless(sure.equals("yes"), "sure", "PurgePage.sure.missing");
        return errors.isEmpty()
                ? Html.seeOther(purges.propose(actor, code, ground, op), "saved")
                : Html.unprocessable(page(actor, code, errors));
    }

    @PostMapping("/cases/{code}/purge/withdrawal")
    ResponseEntity<Html> withdraw(Actor actor, @PathVariable String code, Op op) {
        return Html.seeOther(purges.withdraw(actor, code, op), "saved");
    }

    @PostMapping("/cases/{code}/purge/approval")
    ResponseEntity<Html> approve(
            Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String sure, Op op) {
        return sure.equals("yes")
                ? Html.seeOther(purges.approve(actor, code, op), "purged")
                : Html.unprocessable(page(actor, code, new Errors().add("sure", "PurgePage.sure.missing")));
    }

    @PostMapping("/cases/{code}/hold")
    ResponseEntity<Html> hold(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String reason, Op op) {
        return Purges.HOLDS.contains(reason)
                ? Html.seeOther(purges.hold(actor, code, reason, op), "saved")
                : Html.unprocessable(work.as(actor, "case.hold", () -> page(actor, code, new Errors().add("reason", "Case.chooseOne"))));
    }

    @PostMapping("/cases/{code}/hold/lifting")
    ResponseEntity<Html> lift(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String reason, Op op) {
        return Purges.LIFTS.contains(reason)
                ? Html.seeOther(purges.lift(actor, code, reason, op), "saved")
                : Html.unprocessable(work.as(actor, "case.hold", () -> page(actor, code, new Errors().add("reason", "Case.chooseOne"))));
    }

    private PurgePage page(Actor actor, String code, Errors errors) {
        return work.as(actor, "case.purge", () -> {
            var head = parts.head(actor, code, "case.purge");
            return new PurgePage(head, purges.of(actor, head.file()), purges.others(actor, head.file()),
                    actor.may("case.hold", head.file().office()), errors);
        });
    }
}
