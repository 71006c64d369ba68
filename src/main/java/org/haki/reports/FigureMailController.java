package org.haki.reports;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for a link to the figures by e-mail, or for none. */
@Controller
class FigureMailController {

    private final FigureMails mails;

    private final FigureMailEnding ending;

    FigureMailController(FigureMails mails, FigureMailEnding ending) {
        this.mails = mails;
        this.ending = ending;
    }

    @GetMapping("/reports/mail")
    Html page(Actor actor) {
        return new Html(mails.page(actor, null));
    }

    @PostMapping("/reports/mail")
    ResponseEntity<Html> ask(Actor actor, @RequestParam(defaultValue = "") String every, Op op) {
        var errors = new Errors().unless(FigureMails.isKnown(every), "every", "Case.chooseOne");
        return errors.isEmpty() ? Html.seeOther(mails.ask(actor, every, op), "saved") : Html.unprocessable(mails.page(actor, errors));
    }

    /** Asks only: whoever looks at links before a person does ends nothing. */
    @GetMapping("/unsubscription/{token}")
    Html ending(@PathVariable String token) {
        return new Html(new FigureMailEndPage("/unsubscription/" + token, false));
    }

    /** From the page, or from a mail program itself (RFC 8058): without a session and without a cookie. */
    @PostMapping("/unsubscription/{token}")
    Html end(@PathVariable String token) {
        ending.end(token);
        return new Html(new FigureMailEndPage("", true));
    }
}
