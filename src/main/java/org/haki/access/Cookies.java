package org.haki.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The three cookies of staff; the public gets none. Over HTTPS their names bind them to this host. */
@Component
class Cookies {

    private final boolean https;
    private final String prefix;

    Cookies(@Value("${haki.public-url}") String publicUrl) {
        this.https = publicUrl.startsWith("https:");
        this.prefix = https ? "__Host-haki" : "haki";
    }

    Optional<String> session(HttpServletRequest request) {
        return read(request, prefix);
    }

    Optional<String> device(HttpServletRequest request) {
        return read(request, prefix + "-device");
    }

    /** What forms are recognised by before anybody signed in. */
    Optional<String> form(HttpServletRequest request) {
        return read(request, prefix + "-form");
    }

    void keepSession(HttpServletResponse response, Token token) {
        keep(response, prefix, token.text(), null);
    }

    void forgetSession(HttpServletResponse response) {
        keep(response, prefix, "", Duration.ZERO);
    }

    void keepDevice(HttpServletResponse response, Token token) {
        keep(response, prefix + "-device", token.text(), Sessions.TRUST);
    }

    void keepForm(HttpServletResponse response, Token token) {
        keep(response, prefix + "-form", token.text(), null);
    }

    private void keep(HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(name, value).path("/").httpOnly(true).secure(https).sameSite("Lax");
        if (age != null) {
            cookie.maxAge(age);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static Optional<String> read(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> value.length() == 43)
                .findFirst();
    }
}
