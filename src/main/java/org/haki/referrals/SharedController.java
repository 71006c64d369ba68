package org.haki.referrals;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The receiver's side of a referral: what others shared, and the window on one case. */
@Controller
class SharedController {

    private final SharedCases shared;
    private final SharedDesk desk;
    private final OnwardReferrals onward;

    SharedController(SharedCases shared, SharedDesk desk, OnwardReferrals onward) {
        this.shared = shared;
        this.desk = desk;
        this.onward = onward;
    }

    @GetMapping("/shared")
    Html all(Actor actor, @RequestParam(defaultValue = "waiting") String view, @RequestParam(defaultValue = "") String after) {
        return new Html(desk.list(actor, view, after));
    }

    @GetMapping("/shared/{id}")
    Html see(Actor actor, @PathVariable String id) {
        return new Html(desk.window(actor, Id.of(id), WriteEntry.EMPTY, "", null));
    }

    @PostMapping("/shared/{id}/acceptance")
    ResponseEntity<Html> accept(Actor actor, @PathVariable String id, Op op) {
        return Html.seeOther(shared.accept(actor, Id.of(id), op), "referral_accepted");
    }

    @PostMapping("/shared/{id}/rejection")
    ResponseEntity<Html> reject(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String reason, Op op) {
        return SharedCases.REASONS.contains(reason)
                ? Html.seeOther(shared.reject(actor, Id.of(id), reason, op), "referral_rejected")
                : reasonMissing(actor, id, "rejection");
    }

    @PostMapping("/shared/{id}/start")
    ResponseEntity<Html> start(Actor actor, @PathVariable String id, Op op) {
        return Html.seeOther(shared.start(actor, Id.of(id), op), "saved");
    }

    @PostMapping("/shared/{id}/completion")
    ResponseEntity<Html> complete(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String remark, Op op) {
        return Html.seeOther(shared.complete(actor, Id.of(id), remark, op), "referral_completed");
    }

    @PostMapping("/shared/{id}/failure")
    ResponseEntity<Html> fail(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String remark,
            Op op) {
        return SharedCases.REASONS.contains(reason)
                ? Html.seeOther(shared.fail(actor, Id.of(id), reason, remark, op), "saved")
                : reasonMissing(actor, id, "failure");
    }

    @PostMapping("/shared/{id}/entries")
    ResponseEntity<Html> write(Actor actor, @PathVariable String id, WriteEntry said, Op op) {
        var errors = said.errors(shared.today(actor));
        return errors.isEmpty()
                ? Html.seeOther(shared.write(actor, Id.of(id), said, op), "saved")
                : Html.unprocessable(desk.window(actor, Id.of(id), said, "entry", errors));
    }

    @GetMapping("/shared/{id}/referrals/new")
    Html refer(Actor actor, @PathVariable String id) {
        return new Html(onward.page(actor, Id.of(id), SendReferral.EMPTY, null));
    }

    @PostMapping("/shared/{id}/referrals")
    ResponseEntity<Html> refer(Actor actor, @PathVariable String id, SendReferral said, Op op) {
        var errors = said.errors(shared.today(actor));
        if (errors.isEmpty()) {
            errors = onward.hindrances(actor, Id.of(id), said);
        }
        return errors.isEmpty()
                ? Html.seeOther(onward.send(actor, Id.of(id), said, op), "referred")
                : Html.unprocessable(onward.page(actor, Id.of(id), said, errors));
    }

    private ResponseEntity<Html> reasonMissing(Actor actor, String id, String form) {
        return Html.unprocessable(desk.window(
                actor, Id.of(id), WriteEntry.EMPTY, form, new Errors().add("reason-" + form, "Case.chooseOne")));
    }
}
