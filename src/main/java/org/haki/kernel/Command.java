package org.haki.kernel;

import java.util.List;

/**
 * A word of {@code bin/haki}. The bean's name is what is typed: {@code @Component("audit verify")} answers
 * {@code bin/haki audit verify}. Only this bean and what it needs is made; no page is served.
 */
public interface Command {

    /** Runs it with the words that follow its name, and answers the exit code. */
    int run(List<String> arguments);
}
