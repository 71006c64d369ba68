package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every route that is open without a session, in one place; all others need one. */
final class Doors {

    /** For everybody: without a session, without a cookie, without a hidden value in their forms. */
    static final RequestMatcher PUBLIC = any(
            "/report/**", "/status/**", "/join/**", "/guest/**", "/how/**", "/leave", "/unsubscription/**", "/key/**", "/openrosa/**", "/health", "/css/**", "/js/**", "/img/**",
            "/vendor/**", "/robots.txt", "/favicon.ico");

    /** Where staff come in. */
    static final RequestMatcher BEFORE_SIGN_IN = any("/sign-in/**", "/welcome/**", "/set-up/**");

    /** Where staff come back in, and may leave, when the screen is locked. */
    static final RequestMatcher WHEN_LOCKED = any("/lock", "/unlock", "/sign-out");

    /** Where what was being written is kept when the screen locks. */
    static final RequestMatcher DRAFTS = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/drafts");

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\w~!$&'()*+,;=:@%./?-]{0,500}");

    private Doors() {}

    static boolean isBeforeSignIn(HttpServletRequest request) {
        return BEFORE_SIGN_IN.matches(request);
    }

    /** The path of ours that an address names; Today for anything else, so that nobody is led astray. */
    static String local(String path) {
        return path != null && LOCAL.matcher(path).matches() && !path.startsWith("/lock") && !path.startsWith("/sign-")
                ? path
                : "/";
    }

    private static RequestMatcher any(String... patterns) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(List.of(patterns).stream().map(pattern -> (RequestMatcher) paths.matcher(pattern)).toList());
    }
}
