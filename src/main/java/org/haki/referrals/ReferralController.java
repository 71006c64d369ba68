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

/** The owner's side of a referral. */
@Controller
class ReferralController {

    private final Referrals referrals;
    private final ReferralDesk desk;

    ReferralController(Referrals referrals, ReferralDesk desk) {
        this.referrals = referrals;
        this.desk = desk;
    }

    @GetMapping("/cases/{code}/referrals")
    Html all(Actor actor, @PathVariable String code) {
        return new Html(desk.ofCase(actor, code, null));
    }

    @GetMapping("/cases/{code}/referrals/new")
    Html fresh(Actor actor, @PathVariable String code) {
        return new Html(desk.toSend(actor, code, SendReferral.EMPTY, null));
    }

    @PostMapping("/cases/{code}/referrals")
    ResponseEntity<Html> send(Actor actor, @PathVariable String code, SendReferral said, Op op) {
        var errors = said.errors(referrals.today(actor));
        if (errors.isEmpty()) {
            errors = desk.hindrances(actor, code, said);
        }
        return errors.isEmpty()
                ? Html.seeOther(referrals.send(actor, code, said, op), said.exception().isEmpty() ? "referred" : "referral_waits")
                : Html.unprocessable(desk.toSend(actor, code, said, errors));
    }

    @PostMapping("/cases/{code}/referrals/{id}/approval")
    ResponseEntity<Html> approve(Actor actor, @PathVariable String code, @PathVariable String id, Op op) {
        return Html.seeOther(referrals.approve(actor, code, Id.of(id), op), "referred");
    }

    @PostMapping("/cases/{code}/referrals/{id}/revocation")
    ResponseEntity<Html> revoke(
            Actor actor, @PathVariable String code, @PathVariable String id, @RequestParam(defaultValue = "") String reason, Op op) {
        return Referrals.REASONS.contains(reason)
                ? Html.seeOther(referrals.revoke(actor, code, Id.of(id), reason, op), "window_ended")
                : Html.unprocessable(desk.ofCase(actor, code, new Errors().add("reason-" + Id.of(id), "Case.chooseOne")));
    }

    @PostMapping("/cases/{code}/sharing/renewal")
    ResponseEntity<Html> renew(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String renewUntil,
            Op op) {
        var errors = desk.renewalErrors(actor, code, recipient, method, renewUntil);
        return errors.isEmpty()
                ? Html.seeOther(desk.renew(actor, code, recipient, method, renewUntil, op), "saved")
                : Html.unprocessable(desk.ofCase(actor, code, errors));
    }

    @PostMapping("/cases/{code}/sharing/withdrawal")
    ResponseEntity<Html> withdraw(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String method,
            Op op) {
        var errors = desk.withdrawalErrors(actor, code, recipient, method);
        return errors.isEmpty()
                ? Html.seeOther(desk.withdraw(actor, code, recipient, method, op), "window_ended")
                : Html.unprocessable(desk.ofCase(actor, code, errors));
    }
}
