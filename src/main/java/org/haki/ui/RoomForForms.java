package org.haki.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps large forms from filling the memory, whoever sends them: all that are under way at once get a part of it. Who
 * finds no room for a moment is told to come again; small forms always find it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RoomForForms extends OncePerRequestFilter {

    private static final int KB = 1024;
    private static final int SMALL = 64;
    private static final int LARGEST = 17 * KB;
    private static final int ONE_PART_IN = 10;
    private static final int PATIENCE_SECONDS = 2;

    private final int all = (int) Math.clamp(Runtime.getRuntime().maxMemory() / ONE_PART_IN / KB, LARGEST, Integer.MAX_VALUE);
    private final Semaphore room = new Semaphore(all);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int size = kilobytes(request);
        if (size <= SMALL) {
            chain.doFilter(request, response);
        } else if (granted(size)) {
            try {
                chain.doFilter(request, response);
            } finally {
                room.release(size);
            }
        } else {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            request.getRequestDispatcher("/error").forward(new Unread(request), response);
        }
    }

    private boolean granted(int size) {
        try {
            return room.tryAcquire(size, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How much it may be: what it says of itself, or the largest there is where it says nothing. */
    private static int kilobytes(HttpServletRequest request) {
        if (request.getContentLengthLong() < 0) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : LARGEST;
        }
        return (int) Math.min(request.getContentLengthLong() / KB, LARGEST);
    }

    /** The request without its form, so that nothing that draws the refusal reads it after all. */
    private static final class Unread extends HttpServletRequestWrapper {

        private Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
