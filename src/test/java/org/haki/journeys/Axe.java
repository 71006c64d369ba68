package org.haki.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks axe-core what is wrong with a page (WCAG 2.2 AA); it is brought into each document once. How a page is built is asked of each
 * page; how a thing is drawn, once of each thing: what has the same tags, classes and states all the way up to the body has the same
 * colours, and to reckon these is most of the work.
 */
final class Axe {

    private static final List<String> DRAWN = List.of("color-contrast", "link-in-text-block");
    /** What may come out otherwise for the same thing in other colours and at another size. */
    private static final List<String> DRAWN_OTHERWISE = List.of("color-contrast", "link-in-text-block", "target-size",
            "scrollable-region-focusable", "aria-hidden-focus", "button-name", "link-name", "label", "select-name");
    private static final Map<String, Object> BUILT = Map.of(
            "runOnly", Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")),
            "rules", Map.of("color-contrast", Map.of("enabled", false), "link-in-text-block", Map.of("enabled", false)));
    private static final String SCRIPT = script();
    private static final String RUN = """
            async ([where, only]) => (await axe.run(where.length ? where.map(one => window.kinds[one]) : document, {...only, resultTypes: ['violations'], selectors: false, preload: false}))
                .violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html).join(' | '))""";
    private static final String KINDS = """
            () => {
                const kinds = new Map([[document.body.parentElement, 0]]);
                const own = one => one.tagName + [...one.attributes]
                    .filter(({name}) => /^(class|type|role|dir|aria-|data-|disabled|checked|selected|open|hidden|readonly|href$)/.test(name))
                    .map(({name, value}) => /^(href|data-|aria-(label|describedby|controls))/.test(name) ? name : name + value).sort();
                const hash = text => [...text].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0) | 0, 7);
                window.kinds = [...document.body.querySelectorAll('*')];
                kinds.set(document.body, hash(own(document.body)));
                return window.kinds.map(one => {
                    const kind = hash(kinds.get(one.parentElement) + own(one));
                    kinds.set(one, kind);
                    return kind;
                });
            }""";
    private static final Set<String> ASKED = new HashSet<>();

    private Axe() {}

    /** All that is wrong, as the page is drawn now. */
    static List<String> whole(Page page) {
        bring(page);
        var wrong = new ArrayList<>(run(page, List.of(), BUILT));
        wrong.addAll(fresh(page, ColorScheme.LIGHT, DRAWN));
        return wrong;
    }

    /** What is wrong with how it is drawn in the dark, where the whole was asked already by day. */
    static List<String> dark(Page page) {
        bring(page);
        return fresh(page, ColorScheme.DARK, DRAWN_OTHERWISE);
    }

    /** What is wrong with the things of a kind that was never asked about in these colours. */
    @SuppressWarnings("unchecked")
    private static List<String> fresh(Page page, ColorScheme colours, List<String> rules) {
        var kinds = (List<Object>) page.evaluate(KINDS);
        var fresh = new ArrayList<Integer>();
        for (var i = 0; i < kinds.size(); i++) {
            if (ASKED.add(colours + " " + page.viewportSize().width + " " + kinds.get(i))) {
                fresh.add(i);
            }
        }
        return fresh.isEmpty() ? List.of() : run(page, fresh, Map.of("runOnly", Map.of("type", "rule", "values", rules)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, List<Integer> where, Map<String, Object> only) {
        return (List<String>) page.evaluate(RUN, List.of(where, only));
    }

    private static void bring(Page page) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
    }

    private static String script() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
