package org.haki.ui;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.Visitor;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

/** Module ui without the others: no database, no sign-in; a cookie says who comes, and the doors below misbehave on order. */
@EnableAutoConfiguration(excludeName = {
    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration"
})
@ComponentScan("org.haki.ui")
public class UiAlone {

    /** A browser in which this person signed in; {@code null} for the public. */
    static Visitor visitor(int port, String who) {
        var visitor = new Visitor(port);
        if (who != null) {
            visitor.keep("who", who);
        }
        return visitor;
    }


    static final Instant NOW = Instant.parse("2026-11-19T10:05:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    Filter whoComes() {
        return (request, response, chain) -> {
            var asked = (HttpServletRequest) request;
            if (asked.getRequestURI().equals("/filter-breaks")) {
                throw new IllegalStateException("Asha Thapa waits");
            }
            var cookie = WebUtils.getCookie(asked, "who");
            if (cookie != null) {
                var name = cookie.getValue();
                var rights = Map.of(UUID.randomUUID(), Set.of("intake.see", "case.see", "search"));
                request.setAttribute(Signs.ACTOR, new Actor(
                        Actor.Kind.STAFF, UUID.randomUUID(), UUID.randomUUID(), name, rights, ZoneId.of("Asia/Kathmandu"), null, null, null));
                request.setAttribute(Signs.ATTRIBUTE, new Signs("Riverbend Helpline", "main desk", name.equals("hiding"), null));
            }
            request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF", "_csrf", "the-token"));
            chain.doFilter(request, response);
        };
    }

    /** What a form brings. */
    record Said(String words, List<String> hours) {}

    @Bean
    Door door() {
        return new Door();
    }

    @RestController
    class Door {

        private Map<String, String> draft;

        @GetMapping("/door/refuses/{kind}")
        Html refuses(@PathVariable String kind) {
            throw new Problem(Problem.Kind.valueOf(kind));
        }

        @PostMapping("/door/refuses/{kind}")
        ResponseEntity<Html> refusesForm(@PathVariable String kind, Op op) {
            throw new Problem(Problem.Kind.valueOf(kind));
        }

        @GetMapping("/door/breaks")
        Html breaks() {
            var detail = new SQLException("Failing row contains (Asha Thapa, 0155 5550)", "23514");
            throw new UncategorizedSQLException("insert", "insert into person values ('Asha Thapa')", detail);
        }

        @GetMapping("/door/database-away")
        Html databaseAway() {
            throw new CannotGetJdbcConnectionException("Asha Thapa waits");
        }

        @GetMapping("/lock")
        Html lock() {
            return new Html(ProblemPage.of("NOT_NOW"));
        }

        @PostMapping("/drafts")
        void keepDraft(String page, String action, String fields) {
            draft = Map.of("page", page, "action", action, "fields", fields);
        }

        @GetMapping("/drafts")
        ResponseEntity<String> draft(String page) {
            return draft != null && draft.get("page").equals(page)
                    ? ResponseEntity.ok("{\"action\":\"" + draft.get("action") + "\",\"fields\":" + draft.get("fields") + "}")
                    : ResponseEntity.noContent().build();
        }

        @PostMapping("/door/op")
        String op(Op op) {
            return op.id() + " " + op.base() + " " + HexFormat.of().formatHex(op.hash());
        }

        @PostMapping("/door/said")
        Map<String, Object> said(Said said) {
            return Map.of("words", said.words(), "hours", said.hours());
        }
    }
}
