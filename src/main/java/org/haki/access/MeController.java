package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.access.SignIns.Outcome;
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
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class MeController {

    private final MyAccount account;
    private final Passwords passwords;

    MeController(MyAccount account, Passwords passwords) {
        this.account = account;
        this.passwords = passwords;
    }

    @GetMapping("/me")
    Html me(Actor actor) {
        return new Html(page(actor));
    }

    @PostMapping("/me")
    ResponseEntity<Html> change(Actor actor, MeForm said, Op op) {
        var errors = said.errors();
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor).with(said, errors));
        }
        account.change(actor, said.name(), said.emailOrNull(), said.language(), op);
        return Html.seeOther("/me", "saved");
    }

    @PostMapping("/me/away")
    ResponseEntity<Html> away(Actor actor, AwayForm said) {
        var errors = said.errors();
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor).with(said, errors));
        }
        account.away(actor, said.fromDay(), said.untilDay(), said.standInId());
        return Html.seeOther("/me", "saved");
    }

    /** Covers the names on this screen, or shows them; then back to the page. */
    @PostMapping("/me/names")
    ResponseEntity<Html> names(
            Actor actor, @RequestParam(defaultValue = "hide") String names, @RequestParam(name = "_page", required = false) String page) {
        account.hideNames(actor, !names.equals("show"));
        return Html.seeOther(Doors.local(page));
    }

    @PostMapping("/me/password")
    ResponseEntity<Html> password(Actor actor, HttpServletRequest request) {
        var password = request.getParameter("password");
        var errors = passwords.errors(password, request.getParameter("again"), page(actor).signInName());
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor).with(errors));
        }
        var refused = account.prove(actor, request.getParameter("current"), SessionFilter.from(request));
        if (refused != null) {
            return wrong(actor, "current", refused);
        }
        account.changePassword(actor, password);
        return Html.seeOther("/me", "password");
    }

    @GetMapping("/me/app")
    Html app(Actor actor, HttpServletRequest request) {
        return new Html(appPage(actor, Totp.newSeed(), request, new Errors()));
    }

    @PostMapping("/me/app")
    ResponseEntity<Html> changeApp(
            Actor actor,
            @RequestParam(defaultValue = "") String seed,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        var known = Totp.read(seed);
        if (known == null) {
            return Html.seeOther("/me/app");
        }
        var refused = account.prove(actor, request.getParameter("current"), SessionFilter.from(request));
        if (refused != null) {
            var errors = SignInController.errors("current", "MePage.current.wrong", refused);
            return SignInController.again(appPage(actor, known, request, errors), refused);
        }
        return account.changeApp(actor, known, code)
                ? Html.seeOther("/me", "app")
                : Html.unprocessable(appPage(actor, known, request, new Errors().add("code", "AppFields.wrong")));
    }

    @PostMapping("/me/card")
    ResponseEntity<Html> card(Actor actor, HttpServletRequest request) {
        var refused = account.prove(actor, request.getParameter("proof"), SessionFilter.from(request));
        return refused == null
                ? ResponseEntity.ok(new Html(new MyCardPage(new CardSheet(account.newCard(actor), actor.name()))))
                : wrong(actor, "proof", refused);
    }

    @PostMapping("/me/devices/{id}/end")
    ResponseEntity<Html> revoke(Actor actor, @PathVariable String id) {
        account.revokeDevice(actor, Id.of(id));
        return Html.seeOther("/me", "device");
    }

    @PostMapping("/me/sessions/{id}/end")
    ResponseEntity<Html> endSession(Actor actor, @PathVariable String id) {
        account.endSession(actor, Id.of(id));
        return Html.seeOther("/me", "session");
    }

    private MePage page(Actor actor) {
        return MePage.of(account.overview(actor), actor.session());
    }

    private MyAppPage appPage(Actor actor, byte[] seed, HttpServletRequest request, Errors errors) {
        var signInName = page(actor).signInName();
        return new MyAppPage(AppFields.of(seed, SessionFilter.session(request).organisation(), signInName, errors), errors);
    }

    private ResponseEntity<Html> wrong(Actor actor, String field, Outcome refused) {
        return SignInController.again(
                page(actor).with(SignInController.errors(field, "MePage.current.wrong", refused)), refused);
    }
}
