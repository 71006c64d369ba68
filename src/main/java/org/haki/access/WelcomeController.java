package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.haki.access.Session.State;
import org.haki.access.SignIns.Next;
import org.haki.access.SignIns.Opened;
import org.haki.access.SignIns.Outcome;
import org.haki.kernel.Errors;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class WelcomeController {

    private final Welcomes welcomes;
    private final Passwords passwords;
    private final Cookies cookies;

    WelcomeController(Welcomes welcomes, Passwords passwords, Cookies cookies) {
        this.welcomes = welcomes;
        this.passwords = passwords;
        this.cookies = cookies;
    }

    @GetMapping("/welcome")
    Html welcome() {
        return new Html(new WelcomePage("", new Errors()));
    }

    @PostMapping("/welcome")
    ResponseEntity<Html> code(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = welcomes.code(name, code, SessionFilter.from(request));
        if (outcome instanceof Next next) {
            cookies.keepSession(response, next.token());
            return Html.seeOther("/welcome/password");
        }
        var errors = SignInController.errors("code", "WelcomePage.wrong", outcome);
        return SignInController.again(new WelcomePage(name, errors), outcome);
    }

    @GetMapping("/welcome/password")
    ResponseEntity<Html> passwordPage(HttpServletRequest request) {
        return in(request, State.PASSWORD)
                ? ResponseEntity.ok(new Html(passwordPage(SessionFilter.session(request), new Errors())))
                : Html.seeOther("/welcome");
    }

    @PostMapping("/welcome/password")
    ResponseEntity<Html> password(HttpServletRequest request) {
        if (!in(request, State.PASSWORD)) {
            return Html.seeOther("/welcome");
        }
        var session = SessionFilter.session(request);
        var password = request.getParameter("password");
        if (welcomes.hasPassword(session)) {
            var outcome = welcomes.provePassword(session, password, SessionFilter.from(request));
            return outcome instanceof Next
                    ? Html.seeOther("/welcome/factor")
                    : SignInController.again(
                            passwordPage(session, SignInController.errors("password", "SignInPage.wrong", outcome)), outcome);
        }
        var errors = passwords.errors(password, request.getParameter("again"), welcomes.signInName(session));
        if (!errors.isEmpty()) {
            return Html.unprocessable(passwordPage(session, errors));
        }
        welcomes.choosePassword(session, password, SessionFilter.from(request));
        return Html.seeOther("/welcome/factor");
    }

    @GetMapping("/welcome/factor")
    ResponseEntity<Html> factorPage(HttpServletRequest request) {
        return in(request, State.FACTOR)
                ? ResponseEntity.ok(new Html(factorPage(SessionFilter.session(request), Totp.newSeed(), new Errors())))
                : Html.seeOther("/welcome");
    }

    @PostMapping("/welcome/factor")
    ResponseEntity<Html> factor(
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String seed,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!in(request, State.FACTOR)) {
            return Html.seeOther("/welcome");
        }
        var session = SessionFilter.session(request);
        var from = SessionFilter.from(request);
        return switch (how) {
            case "print" -> ResponseEntity.ok(new Html(new WelcomeCardPage(
                    CardSheet.of(welcomes.printCard(session, from), session), new Errors())));
            case "card" -> chosen(welcomes.chooseCard(session, code, from), response, "SignInCodePage.wrong",
                    errors -> new WelcomeCardPage(null, errors));
            default -> {
                var known = Totp.read(seed);
                yield known == null
                        ? Html.seeOther("/welcome/factor")
                        : chosen(welcomes.chooseApp(session, known, code, from), response, "AppFields.wrong",
                                errors -> factorPage(session, known, errors));
            }
        };
    }

    private ResponseEntity<Html> chosen(
            Outcome outcome, HttpServletResponse response, String wrong, Function<Errors, Record> again) {
        if (outcome instanceof Opened opened) {
            cookies.keepSession(response, opened.token());
            return Html.seeOther("/");
        }
        return SignInController.again(again.apply(SignInController.errors("code", wrong, outcome)), outcome);
    }

    private WelcomePasswordPage passwordPage(Session session, Errors errors) {
        return new WelcomePasswordPage(session.name(), welcomes.signInName(session), welcomes.hasPassword(session), errors);
    }

    private WelcomeFactorPage factorPage(Session session, byte[] seed, Errors errors) {
        return new WelcomeFactorPage(AppFields.of(seed, session.organisation(), welcomes.signInName(session), errors));
    }

    private static boolean in(HttpServletRequest request, State state) {
        var session = SessionFilter.session(request);
        return session != null && session.is(state);
    }
}
