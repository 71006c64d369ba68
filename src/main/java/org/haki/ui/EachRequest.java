package org.haki.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.haki.kernel.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The outermost filter: gives each request its id and clean text, and each answer its protecting headers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EachRequest extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(EachRequest.class);
    private static final String CONTENT_SECURITY_POLICY = String.join("; ",
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "media-src 'self'", "connect-src 'self'",
            "font-src 'self'", "manifest-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'");

    /** Whoever came over HTTPS once comes over nothing else for a year. */
    private static final String ONLY_HTTPS = "max-age=31536000";

    private final boolean https;

    EachRequest(@Value("${haki.public-url}") String publicUrl) {
        this.https = publicUrl.startsWith("https:");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = Id.next().toString();
        request.setAttribute(Signs.REQUEST, id);
        response.setHeader("X-Request-Id", id);
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
        response.setHeader("Cache-Control", "no-store");
        if (https) {
            response.setHeader("Strict-Transport-Security", ONLY_HTTPS);
        }
        MDC.put("request", id);
        try {
            chain.doFilter(new CleanRequest(request), response);
        } catch (InvalidParameterException unreadable) {
            response.sendError(unreadable.getErrorCode());
        } catch (RuntimeException | ServletException fault) {
            boolean away = Problems.isDatabaseAway(fault);
            if (away) {
                log.warn("The database did not answer: {}", Faults.of(fault));
            } else {
                log.error("A request broke: {}", Faults.of(fault));
            }
            if (!response.isCommitted()) {
                response.sendError(away ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        } finally {
            MDC.remove("request");
        }
    }
}
