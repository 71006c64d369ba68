package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.haki.access.Session.State;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Sends whoever may not pass to the right door: to the lock or the sign-in, and afterwards back. A form that comes when
 * the screen is locked is kept, so that it can be sent on with one click.
 */
@Component
class Bouncer implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Sessions sessions;
    private final Drafts drafts;

    Bouncer(Sessions sessions, Drafts drafts) {
        this.sessions = sessions;
        this.drafts = drafts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
            throws IOException {
        var session = SessionFilter.session(request);
        var door = session != null && session.is(State.LOCKED) ? "/lock" : "/sign-in";
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            go(response, door + "?page=" + encoded(address(request)));
        } else if (session != null && session.wasOpen()) {
            go(response, door + "?draft=" + keep(request, session));
        } else {
            go(response, door);
        }
    }

    /**
     * A form without its hidden value. Where the browser says that it came from a page of ours it was only old: it is
     * kept like one that met the lock. At the sign-in the page is drawn anew; elsewhere it is refused.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        var session = SessionFilter.session(request);
        if (Doors.isBeforeSignIn(request)) {
            go(response, request.getRequestURI());
        } else if (!(refused instanceof CsrfException) || !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (session != null && session.is(State.OPEN)) {
            go(response, "/drafts/" + keep(request, session));
        } else {
            commence(request, response, null);
        }
    }

    private UUID keep(HttpServletRequest request, Session session) {
        var from = SessionFilter.from(request);
        var actor = sessions.actor(session, from.request(), from.address());
        return drafts.keep(actor, request.getParameter("_page"), request.getRequestURI(), request.getParameterMap());
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static void go(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }
}
