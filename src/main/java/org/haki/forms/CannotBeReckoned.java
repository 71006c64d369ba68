package org.haki.forms;

import java.util.regex.Pattern;

/** An expression of a form failed with the answers at hand. It names the question, and none of the answers. */
public final class CannotBeReckoned extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern QUESTION = Pattern.compile("Error evaluating field '([^']{1,100})'");

    CannotBeReckoned(RuntimeException cause) {
        super("A form could not be reckoned" + question(cause) + ": " + root(cause).getClass().getSimpleName(), null, false, true);
    }

    private static String question(Throwable cause) {
        var named = QUESTION.matcher(String.valueOf(cause.getMessage()));
        return named.find() ? " at \"" + named.group(1) + "\"" : "";
    }

    private static Throwable root(Throwable cause) {
        return cause.getCause() == null ? cause : root(cause.getCause());
    }
}
