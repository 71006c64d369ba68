package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.haki.access.Session.State;
import org.haki.access.SignIns.Next;
import org.haki.access.SignIns.Opened;
import org.haki.access.SignIns.Outcome;
import org.haki.access.SignIns.Wait;
import org.haki.kernel.Errors;
import org.haki.ui.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class SignInController {

    private final SignIns signIns;
    private final Sessions sessions;
    private final Cookies cookies;

    SignInController(SignIns signIns, Sessions sessions, Cookies cookies) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @GetMapping("/sign-in")
    Html signIn(Goal goal) {
        return new Html(new SignInPage("", goal, new Errors()));
    }

    @PostMapping("/sign-in")
    ResponseEntity<Html> password(
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Goal goal) {
        var password = request.getParameter("password");
        var device = cookies.device(request).orElse(null);
        return switch (signIns.password(name, password, device, SessionFilter.from(request))) {
            case Next next -> {
                cookies.keepSession(response, next.token());
                yield Html.seeOther("/sign-in/code" + goal.query());
            }
            case Opened opened -> opened(opened, goal, response);
            case Outcome refused -> again(new SignInPage(name, goal, errors("password", "SignInPage.wrong", refused)), refused);
        };
    }

    @GetMapping("/sign-in/code")
    ResponseEntity<Html> code(HttpServletRequest request, Goal goal) {
        return waitsForCode(request)
                ? ResponseEntity.ok(new Html(new SignInCodePage(goal, false, new Errors())))
                : Html.seeOther("/sign-in" + goal.query());
    }

    @PostMapping("/sign-in/code")
    ResponseEntity<Html> secondFactor(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean trust,
            HttpServletRequest request,
            HttpServletResponse response,
            Goal goal) {
        if (!waitsForCode(request)) {
            return Html.seeOther("/sign-in" + goal.query());
        }
        var session = SessionFilter.session(request);
        return switch (signIns.secondFactor(session, code, trust, SessionFilter.from(request))) {
            case Opened opened -> opened(opened, goal, response);
            case Outcome refused -> again(new SignInCodePage(goal, trust, errors("code", "SignInCodePage.wrong", refused)), refused);
        };
    }

    @PostMapping("/sign-out")
    ResponseEntity<Html> signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.set(SessionFilter.session(request).id(), State.ENDED);
        cookies.forgetSession(response);
        return Html.seeOther("/sign-in");
    }

    /** Locks the screen of whoever goes away; then it is where to come back in. */
    @GetMapping("/lock")
    ResponseEntity<Html> lockPage(HttpServletRequest request, Goal goal) {
        var session = SessionFilter.session(request);
        if (session.is(State.EXPIRED)) {
            return Html.seeOther("/sign-in" + goal.query());
        }
        sessions.set(session.id(), State.LOCKED);
        return ResponseEntity.ok(new Html(new LockPage(session.name(), goal, new Errors())));
    }

    @PostMapping("/lock")
    ResponseEntity<Html> lock(HttpServletRequest request) {
        sessions.set(SessionFilter.session(request).id(), State.LOCKED);
        return Html.seeOther("/lock");
    }

    @PostMapping("/unlock")
    ResponseEntity<Html> unlock(HttpServletRequest request, HttpServletResponse response, Goal goal) {
        var session = SessionFilter.session(request);
        if (!session.is(State.LOCKED)) {
            return Html.seeOther(session.is(State.OPEN) ? goal.path() : "/sign-in" + goal.query());
        }
        return switch (signIns.unlock(session, request.getParameter("proof"), SessionFilter.from(request))) {
            case Opened opened -> opened(opened, goal, response);
            case Outcome refused -> again(new LockPage(session.name(), goal, errors("proof", "LockPage.wrong", refused)), refused);
        };
    }

    private ResponseEntity<Html> opened(Opened opened, Goal goal, HttpServletResponse response) {
        cookies.keepSession(response, opened.token());
        if (opened.device() != null) {
            cookies.keepDevice(response, opened.device());
        }
        return Html.seeOther(goal.path());
    }

    private static boolean waitsForCode(HttpServletRequest request) {
        var session = SessionFilter.session(request);
        return session != null && session.is(State.SECOND_FACTOR);
    }

    static Errors errors(String field, String wrong, Outcome refused) {
        return refused instanceof Wait wait
                ? new Errors().add(field, "SignIn.wait", wait.length().toSeconds() / 60, wait.length().toSeconds() % 60 + 1)
                : new Errors().add(field, wrong);
    }

    static ResponseEntity<Html> again(Record page, Outcome refused) {
        return refused instanceof Wait wait
                ? ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.length().toSeconds() + 1)).body(new Html(page))
                : ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(new Html(page));
    }
}
