package org.haki.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one method of a test in a process of its own: what failed, in one line with its reason, and 1; 2 where there is no such test. */
final class OneTest {

    private static final int MOST = 600;

    private OneTest() {}

    /** The class, and the name of its method. */
    public static void main(String[] words) throws ClassNotFoundException {
        var type = Class.forName(words[0]);
        var listener = new SummaryGeneratingListener();
        var methods = Arrays.stream(type.getDeclaredMethods()).filter(method -> method.getName().equals(words[1])).toList();
        var chosen = methods.isEmpty() ? selectClass(type) : selectMethod(type, methods.getFirst());
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(chosen).build(), listener);
        var summary = listener.getSummary();
        summary.getFailures().forEach(failure -> System.out.println("FAILED " + failure.getTestIdentifier().getDisplayName() + ": "
                + reason(failure.getException())));
        System.out.println("RAN " + summary.getTestsStartedCount() + ", failed " + summary.getTotalFailureCount());
        System.exit(methods.isEmpty() || summary.getTestsStartedCount() + summary.getTotalFailureCount() == 0 ? 2 : summary.getTotalFailureCount() == 0 ? 0 : 1);
    }

    /** What it says, in one line: a description alone does not tell why, nor does the beginning of a list. */
    private static String reason(Throwable failure) {
        var words = (failure instanceof AssertionError ? "" : failure.getClass().getSimpleName() + " ") + String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
        return words.length() <= MOST ? words : words.substring(0, MOST / 2) + " … " + words.substring(words.length() - MOST / 2);
    }
}
