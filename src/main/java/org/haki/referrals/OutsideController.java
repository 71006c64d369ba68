package org.haki.referrals;

import java.util.regex.Pattern;
import org.haki.access.QrSquare;
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

/** The owner's side of asking somebody without Haki. */
@Controller
class OutsideController {

    private static final int LONGEST = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");

    private final OutsideReferrals outside;
    private final GuestPasses passes;

    OutsideController(OutsideReferrals outside, GuestPasses passes) {
        this.outside = outside;
        this.passes = passes;
    }

    @GetMapping("/cases/{code}/outside/new")
    Html fresh(Actor actor, @PathVariable String code) {
        return new Html(outside.form(actor, code, "", SendReferral.EMPTY, null));
    }

    @PostMapping("/cases/{code}/outside")
    ResponseEntity<Html> send(
            Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String name, SendReferral said, Op op) {
        var errors = outside.errors(actor, code, name, said);
        return errors.isEmpty()
                ? Html.seeOther(outside.send(actor, code, name, said, op), said.exception().isEmpty() ? "saved" : "referral_waits")
                : Html.unprocessable(outside.form(actor, code, name, said, errors));
    }

    @GetMapping("/cases/{code}/outside/{id}")
    Html see(Actor actor, @PathVariable String code, @PathVariable String id) {
        return new Html(outside.page(actor, code, Id.of(id), null));
    }

    /** Answers the link and the code themselves: they are shown once. */
    @PostMapping("/cases/{code}/outside/{id}/page")
    ResponseEntity<Html> make(
            Actor actor, @PathVariable String code, @PathVariable String id, @RequestParam(defaultValue = "") String email, Op op) {
        var page = outside.page(actor, code, Id.of(id), new Errors().add("email", "OutsidePage.email.wrong"));
        if (!email.isBlank() && (email.strip().length() > LONGEST || !EMAIL.matcher(email.strip()).matches())) {
            return Html.unprocessable(page);
        }
        var handed = passes.make(actor, code, Id.of(id), email.strip(), op).orElse(null);
        var picture = handed == null ? null : QrSquare.of(handed.link());
        return ResponseEntity.ok(new Html(new PassPage(page.referral().toName(), email.strip(), handed, picture, page.path())));
    }

    @PostMapping("/cases/{code}/outside/{id}/page/end")
    ResponseEntity<Html> end(Actor actor, @PathVariable String code, @PathVariable String id, Op op) {
        return Html.seeOther(passes.end(actor, code, Id.of(id), op), "window_ended");
    }

    @PostMapping("/cases/{code}/outside/{id}/answer")
    ResponseEntity<Html> answer(
            Actor actor,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason,
            Op op) {
        var errors = OutsideReferrals.answerErrors(answer, reason);
        return errors.isEmpty()
                ? Html.seeOther(outside.answer(actor, code, Id.of(id), answer, reason, op), "saved")
                : Html.unprocessable(outside.page(actor, code, Id.of(id), errors));
    }
}
