package org.haki.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.haki.kernel.Actor;
import org.haki.ui.Signs;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the session that a request belongs to and who acts in it, anew at each request: one query. A part of a page that
 * comes anew by itself says so in the header {@code Haki-Poll}, and does not keep the session from locking.
 */
class SessionFilter extends OncePerRequestFilter {

    static final String POLL = "Haki-Poll";
    private static final String SESSION = Session.class.getName();

    private final Sessions sessions;
    private final Drafts drafts;
    private final Cookies cookies;

    SessionFilter(Sessions sessions, Drafts drafts, Cookies cookies) {
        this.sessions = sessions;
        this.drafts = drafts;
        this.cookies = cookies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        cookies.session(request)
                .flatMap(token -> sessions.find(token, request.getHeader(POLL) == null))
                .filter(session -> !session.is(Session.State.ENDED))
                .ifPresent(session -> stand(request, session));
        chain.doFilter(request, response);
        var actor = actor(request);
        if (actor != null && request.getMethod().equals("POST") && response.getStatus() < 400) {
            drafts.settle(actor, request.getParameter(Drafts.FIELD));
        }
    }

    /** The session of this request, open or not; {@code null} without one. */
    static Session session(HttpServletRequest request) {
        return (Session) request.getAttribute(SESSION);
    }

    /** Who acts in the open session of this request; {@code null} without one. */
    static Actor actor(HttpServletRequest request) {
        return (Actor) request.getAttribute(Signs.ACTOR);
    }

    static From from(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new From(
                request.getRemoteAddr(),
                agent == null ? "" : agent.substring(0, Math.min(agent.length(), 300)),
                (String) request.getAttribute(Signs.REQUEST));
    }

    private void stand(HttpServletRequest request, Session session) {
        request.setAttribute(SESSION, session);
        if (session.is(Session.State.OPEN)) {
            var from = from(request);
            request.setAttribute(Signs.ACTOR, sessions.actor(session, from.request(), from.address()));
            var office = session.offices().size() > 1 ? officeOf(session) : null;
            request.setAttribute(
                    Signs.ATTRIBUTE, new Signs(session.organisation(), office, session.hideNames(), session.language()));
        }
    }

    /** The office of somebody who works in one of several; {@code null} for whoever works in many. */
    private static String officeOf(Session session) {
        var held = session.memberships().stream().map(Membership::office).distinct().toList();
        return held.size() != 1 ? null : session.offices().stream()
                .filter(office -> office.id().equals(held.getFirst()))
                .map(Office::name)
                .findFirst()
                .orElse(null);
    }
}
