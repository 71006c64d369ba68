package org.haki.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Asks axe-core what is wrong with a page (WCAG 2.2 AA); it is brought into each document once. */
final class Axe {

    private static final Map<String, Object> WHOLE =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    /** What may come out otherwise for the same document in other colours and at another size. */
    private static final Map<String, Object> DRAWN = Map.of("type", "rule", "values", List.of(
            "color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "aria-hidden-focus", "button-name",
            "link-name", "label", "select-name"));
    private static final String SCRIPT = script();
    private static final String RUN = """
            async only => (await axe.run(document, {runOnly: only, resultTypes: ['violations'], selectors: false, preload: false})).violations
                .map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html).join(' | '))""";

    private Axe() {}

    /** All that is wrong. */
    static List<String> whole(Page page) {
        return run(page, WHOLE);
    }

    /** What is wrong with how it is drawn now, where the whole was asked already as it is drawn otherwise. */
    static List<String> drawn(Page page) {
        return run(page, DRAWN);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, Map<String, Object> only) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN, only);
    }

    private static String script() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
