package org.haki.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one method of a test in a process of its own: what failed, in one line, and 1; 2 where there is no such test. */
final class OneTest {

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
                + String.valueOf(failure.getException().getMessage()).strip().lines().findFirst().orElse("")));
        System.out.println("RAN " + summary.getTestsStartedCount() + ", failed " + summary.getTotalFailureCount());
        System.exit(methods.isEmpty() || summary.getTestsStartedCount() + summary.getTotalFailureCount() == 0 ? 2 : summary.getTotalFailureCount() == 0 ? 0 : 1);
    }
}
