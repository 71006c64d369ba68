package org.haki;

import org.haki.kernel.Refusal;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Prints the sentence of a {@link Refusal}, and nothing else, where Spring would print how it got there. */
class RefusalReporter implements SpringBootExceptionReporter {

    RefusalReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return report(failure);
    }

    /** Whether the failure was a refusal, and so has been reported. */
    static boolean report(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal) {
                System.err.println(cause.getMessage());
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                System.err.println("Port " + taken.getPort() + " is in use on this machine."
                        + " Choose another with bin/run --port N or HAKI_PORT.");
                return true;
            }
        }
        return false;
    }
}
