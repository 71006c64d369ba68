package org.haki.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.haki.kernel.Problem;
import org.haki.kernel.Problem.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every refusal and every fault as a page in the person's language; nothing of the inside, nothing of anybody's data. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Set<String> OURS = Set.of("_csrf", "_page", "op", "base", "l");

    @ExceptionHandler
    ResponseEntity<Html> refused(Problem problem, HttpServletRequest request) {
        var name = problem.kind().name();
        return switch (problem.kind()) {
            case SENT_BEFORE, DISK_FULL -> page(
                    problem.kind().status(),
                    new ProblemPage(name, request.getRequestURI(), typed(request, Set.of("_csrf", "op")), null));
            case STALE -> page(409, new ProblemPage(name, null, shown(request), Pages.drawnOn(request)));
            default -> page(problem.kind().status(), ProblemPage.of(name));
        };
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class, TransactionSystemException.class, DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class, TransientDataAccessException.class, ConcurrencyFailureException.class
    })
    ResponseEntity<Html> databaseAway(Exception fault) {
        log.warn("The database did not answer: {}", Faults.of(fault));
        return page(503, ProblemPage.of(Kind.UNAVAILABLE.name()));
    }

    /** Whether it is one of these: no line to the database was free, or the database is away; the same sent again may well go through. */
    static boolean isDatabaseAway(Throwable fault) {
        return fault instanceof CannotCreateTransactionException || fault instanceof TransactionSystemException
                || fault instanceof DataAccessResourceFailureException || fault instanceof RecoverableDataAccessException
                || fault instanceof TransientDataAccessException || fault instanceof ConcurrencyFailureException;
    }

    @ExceptionHandler({
        BindException.class, ServletRequestBindingException.class, HttpMessageNotReadableException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<Html> unreadable() {
        return page(400, ProblemPage.of("BAD"));
    }

    @ExceptionHandler
    ResponseEntity<Html> unreadable(InvalidParameterException form) {
        return page(form.getErrorCode());
    }

    /** Where a part of an answer is out already, no page follows it: the line ends, so that it is not taken for whole. */
    @ExceptionHandler
    ResponseEntity<Html> fault(Exception fault, HttpServletResponse answer) throws Exception {
        if (answer.isCommitted()) {
            throw fault;
        }
        if (fault instanceof ErrorResponse known) {
            return page(known.getStatusCode(), known.getHeaders(), ProblemPage.of(name(known.getStatusCode().value())));
        }
        log.error("A request broke: {}", Faults.of(fault));
        return page(500, ProblemPage.of("BROKEN"));
    }

    /** The page for a status that someone else set: the servlet container, the security filters. */
    static ResponseEntity<Html> page(int status) {
        return page(status, ProblemPage.of(name(status)));
    }

    private static String name(int status) {
        return switch (status) {
            case 401, 403 -> Kind.NOT_YOURS.name();
            case 404 -> Kind.NOT_FOUND.name();
            case 405 -> "NO_WAY";
            case 413 -> Kind.TOO_MUCH.name();
            case 429 -> Kind.TOO_OFTEN.name();
            case 503 -> Kind.UNAVAILABLE.name();
            case 507 -> Kind.DISK_FULL.name();
            default -> status < 500 ? "BAD" : "BROKEN";
        };
    }

    private static ResponseEntity<Html> page(int status, ProblemPage page) {
        return page(HttpStatusCode.valueOf(status), HttpHeaders.EMPTY, page);
    }

    private static ResponseEntity<Html> page(HttpStatusCode status, HttpHeaders headers, ProblemPage page) {
        return ResponseEntity.status(status).headers(headers).body(new Html(page));
    }

    private static List<ProblemPage.Typed> shown(HttpServletRequest request) {
        return typed(request, OURS).stream().filter(typed -> !typed.value().isBlank()).toList();
    }

    private static List<ProblemPage.Typed> typed(HttpServletRequest request, Set<String> without) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !without.contains(field.getKey()))
                .flatMap(field -> List.of(field.getValue()).stream().map(value -> new ProblemPage.Typed(field.getKey(), value)))
                .toList();
    }
}
