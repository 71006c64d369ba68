package org.haki.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Text;
import org.haki.referrals.Guests;
import org.haki.ui.Html;
import org.haki.ui.Signs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of somebody without an account. The link is looked at by nobody before its code was typed, so a mail scanner
 * that follows it changes nothing; the browser that opens it keeps one cookie, for this page and its minutes only.
 */
@Controller
class GuestController {

    private static final int LONGEST = 20_000;

    private final Guests guests;
    private final Flood flood;
    private final boolean https;

    GuestController(Guests guests, Flood flood, @Value("${haki.public-url}") String publicUrl) {
        this.guests = guests;
        this.flood = flood;
        this.https = publicUrl.startsWith("https:");
    }

    @GetMapping("/guest/{token}")
    Html door(@PathVariable String token) {
        return new Html(new GuestDoor("/guest/" + token, false));
    }

    @PostMapping("/guest/{token}")
    ResponseEntity<Html> open(@PathVariable String token, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var session = flood.guesses(request.getRemoteAddr())
                ? Optional.<String>empty()
                : guests.open(token, code, (String) request.getAttribute(Signs.REQUEST));
        if (session.isEmpty()) {
            flood.countGuess(request.getRemoteAddr());
            return Html.unprocessable(new GuestDoor("/guest/" + token, true));
        }
        return ResponseEntity.status(303)
                .header(HttpHeaders.LOCATION, inLanguage("/guest", request))
                .header(HttpHeaders.SET_COOKIE, cookie(session.get(), Guests.OPEN))
                .build();
    }

    @GetMapping("/guest")
    Html see(HttpServletRequest request) {
        return guest(request).flatMap(guest -> page(guest, "", "", null)).orElse(new Html(new GuestOver(false)));
    }

    @PostMapping("/guest/acceptance")
    ResponseEntity<Html> accept(Op op, HttpServletRequest request) {
        return does(request, guest -> guests.accept(guest, op));
    }

    @PostMapping("/guest/rejection")
    ResponseEntity<Html> reject(@RequestParam(defaultValue = "") String reason, Op op, HttpServletRequest request) {
        return GuestPage.REASONS.contains(reason)
                ? ends(request, guest -> guests.reject(guest, reason, op))
                : sentBack(request, "rejection", "", "reason-rejection", "GuestPage.why.needed");
    }

    @PostMapping("/guest/remark")
    ResponseEntity<Html> remark(@RequestParam(defaultValue = "") String remark, Op op, HttpServletRequest request) {
        return Text.blank(remark) || remark.length() > LONGEST
                ? sentBack(request, "remark", remark, "remark", "GuestPage.remark.needed")
                : does(request, guest -> guests.remark(guest, remark, op));
    }

    @PostMapping("/guest/completion")
    ResponseEntity<Html> complete(@RequestParam(defaultValue = "") String remark, Op op, HttpServletRequest request) {
        return remark.length() > LONGEST
                ? sentBack(request, "remark", remark, "remark", "GuestPage.remark.needed")
                : ends(request, guest -> guests.complete(guest, remark, op));
    }

    @PostMapping("/guest/failure")
    ResponseEntity<Html> fail(@RequestParam(defaultValue = "") String reason, Op op, HttpServletRequest request) {
        return GuestPage.REASONS.contains(reason)
                ? ends(request, guest -> guests.fail(guest, reason, "", op))
                : sentBack(request, "failure", "", "reason-failure", "GuestPage.why.needed");
    }

    private ResponseEntity<Html> does(HttpServletRequest request, Consumer<Actor> deed) {
        var guest = guest(request);
        if (guest.isEmpty()) {
            return ResponseEntity.ok(new Html(new GuestOver(false)));
        }
        deed.accept(guest.get());
        return Html.seeOther(inLanguage("/guest", request), "saved");
    }

    /** An answer after which there is nothing more to see: the browser forgets the page. */
    private ResponseEntity<Html> ends(HttpServletRequest request, Consumer<Actor> deed) {
        var guest = guest(request);
        guest.ifPresent(deed);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                .body(new Html(new GuestOver(guest.isPresent())));
    }

    private ResponseEntity<Html> sentBack(HttpServletRequest request, String form, String remark, String field, String why) {
        return guest(request).flatMap(guest -> page(guest, form, remark, new Errors().add(field, why)))
                .map(page -> ResponseEntity.unprocessableContent().body(page))
                .orElse(ResponseEntity.ok(new Html(new GuestOver(false))));
    }

    private Optional<Html> page(Actor guest, String form, String remark, Errors errors) {
        return guests.see(guest).map(seen -> new Html(new GuestPage(seen, guest.zone(), form, remark, errors)));
    }

    private Optional<Actor> guest(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(session -> guests.actor(session, (String) request.getAttribute(Signs.REQUEST)));
    }

    private String cookie(String session, Duration age) {
        return ResponseCookie.from(name(), session).path("/guest").httpOnly(true).secure(https).sameSite("Strict").maxAge(age).build().toString();
    }

    private String name() {
        return https ? "__Secure-haki-guest" : "haki-guest";
    }

    private static String inLanguage(String path, HttpServletRequest request) {
        var language = request.getParameter("l");
        return language == null || !language.matches("[a-z]{2,3}") ? path : path + "?l=" + language;
    }
}
