package org.haki.devices;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.ClientAbortException;
import org.haki.kernel.Problem;
import org.haki.ui.Faults;
import org.haki.ui.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Every refusal and every fault as a device reads it. No address stands in an answer or in the log: a key is in it. */
@ControllerAdvice(assignableTypes = {OpenRosaController.class, SubmissionController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeviceRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceRefusals.class);
    private static final String ENGLISH = "en";
    private static final String SECONDS_TO_WAIT = "5";

    private final Words words;

    DeviceRefusals(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletRequest request) {
        return answer(refused.why(), refused.language());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Problem problem) {
        return answer(switch (problem.kind()) {
            case NOT_FOUND -> Refusal.NOT_FOUND;
            case NOT_YOURS -> Refusal.NOT_YOURS;
            case TOO_MUCH -> Refusal.TOO_LARGE;
            case TOO_OFTEN -> Refusal.TOO_OFTEN;
            case UNAVAILABLE -> Refusal.UNAVAILABLE;
            case DISK_FULL -> Refusal.DISK_FULL;
            default -> Refusal.FAULT;
        }, ENGLISH);
    }

    /** The line was cut: nobody is there to be answered, and it comes again. */
    @ExceptionHandler
    void cut(ClientAbortException cut) {}

    @ExceptionHandler
    ResponseEntity<byte[]> fault(Exception fault) {
        boolean away = fault instanceof DataAccessException || fault instanceof TransactionException;
        LOG.warn("A device was not served: {}", Faults.of(fault));
        return answer(away ? Refusal.UNAVAILABLE : Refusal.FAULT, ENGLISH);
    }

    private ResponseEntity<byte[]> answer(Refusal why, String language) {
        var answer = OpenRosa.answer(why.status());
        if (why == Refusal.SIGN_IN) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Haki\", charset=\"UTF-8\"");
        }
        if (why == Refusal.TOO_OFTEN || why == Refusal.UNAVAILABLE || why == Refusal.DISK_FULL) {
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return OpenRosa.said(answer, "submit_error", words.say(language, "DevicePage.refused." + why.key()));
    }
}
