package org.haki.forms;

import org.springframework.stereotype.Component;

/**
 * The one door to JavaRosa. Expressions and forms are read here, each once; what is read holds no state or is lent to one reader
 * at a time, so that any number of threads may ask.
 */
@Component
public class FormEngine {

    /**
     * Reads a condition or a reckoning over the document {@code case}.
     *
     * @throws BadExpression where it cannot be followed: prose, a bracket that does not close, a function nobody knows
     */
    public Expression expression(String source) {
        return ExpressionReader.read(source);
    }
}
