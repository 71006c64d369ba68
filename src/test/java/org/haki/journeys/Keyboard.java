package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/**
 * Somebody who works without a mouse: presses keys, and acts on nothing but what has focus. Each Tab must land on
 * something that can be seen, wears a visible mark and is covered by nothing; nothing may take more than
 * {@link #FAR} of them.
 */
final class Keyboard {

    static final int FAR = 25;
    private static final String SKIP = "link Skip to the page";
    private static final Pattern ARIA = Pattern.compile("^- '?(\\w+)(?: \"((?:[^\"\\\\]|\\\\.)*)\")?");
    /** Days and hours have parts of their own to Tab along. */
    private static final String TRAPPED = "before => document.activeElement === before && !/date|time/.test(before.type)";
    /** What has no role, and what has parts, named by what stands there. */
    private static final String PLAINLY = """
            () => {
              const here = document.activeElement;
              if (here.localName === 'summary') return 'summary ' + here.textContent.trim();
              return /date|time/.test(here.type) ? 'textbox ' + (here.labels[0]?.textContent ?? here.ariaLabel).trim() : null;
            }""";
    private static final String LOOK = """
            () => {
              const here = document.activeElement;
              if (!here || here === document.body) return 'nothing has focus';
              const box = here.getBoundingClientRect();
              const label = here.closest('label');
              const marked = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              const wearers = [getComputedStyle(here), getComputedStyle(here, '::after')].concat(label ? [getComputedStyle(label)] : []);
              if (!wearers.some(marked)) return 'no visible mark';
              const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
              const y = Math.min(Math.max(box.y + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1);
              if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) return 'outside the screen';
              const top = document.elementFromPoint(x, y);
              if (top && top !== here && !here.contains(top) && !top.contains(here) && !label?.contains(top)) return 'covered by ' + top.outerHTML.slice(0, 80);
              return '';
            }""";

    private final Page page;
    private int tabs;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Tab until the thing whose role and name begin so has focus, such as "button Send". */
    Keyboard to(String start) {
        return until(start, () -> here().startsWith(start));
    }

    /** The way over the navigation: among the first two Tabs of every page, since leaving quickly may come first. */
    Keyboard skip() {
        tab();
        if (!here().equals(SKIP)) {
            tab();
        }
        assertThat(here()).isEqualTo(SKIP);
        page.keyboard().press("Enter");
        tabs = 0;
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        return this;
    }

    /** Tab to the group of answers that has this one, and arrows to it. */
    Keyboard choose(String group, String answer) {
        until(group + ": " + answer, () -> here().startsWith("radio ") && legend().startsWith(group));
        page.keyboard().press("Space");
        for (int i = 0; i < FAR && !here().startsWith("radio " + answer); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(here()).startsWith("radio " + answer);
        assertThat(page.evaluate("document.activeElement.checked")).isEqualTo(true);
        return this;
    }

    /** Tab to the list and arrows to this entry. */
    Keyboard pick(String list, String entry) {
        return to("combobox " + list).pickHere(entry);
    }

    /** Arrows to this entry of the list that has focus. */
    Keyboard pickHere(String entry) {
        page.keyboard().press("Home");
        for (int i = 0; i < FAR && !chosen().startsWith(entry); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(chosen()).startsWith(entry);
        return this;
    }

    /** Tab to the field and type. */
    Keyboard type(String field, String text) {
        return to("textbox " + field).type(text);
    }

    /** Types into what has focus. */
    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Presses these keys one after the other; the page stays. */
    Keyboard press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Presses these keys, of which the last brings another page. */
    Keyboard leave(String... keys) {
        Chrome.onward(page, () -> press(keys));
        tabs = 0;
        return this;
    }

    /** Role and name of what has focus, such as "button Send". */
    String here() {
        if ((Boolean) page.evaluate("document.activeElement === document.body")) {
            return "nothing";
        }
        var plain = (String) page.evaluate(PLAINLY);
        if (plain != null) {
            return plain;
        }
        var aria = ARIA.matcher(page.locator(":focus").ariaSnapshot());
        return aria.find() ? aria.group(1) + " " + (aria.group(2) == null ? "" : aria.group(2).replace("\\\"", "\"")) : "";
    }

    private Keyboard until(String name, Arrived arrived) {
        var seen = new StringBuilder(" after");
        while (!arrived.yes()) {
            assertThat(tabs).as(() -> name + " is too far on " + page.url() + seen).isLessThan(FAR);
            tab();
            seen.append(" | ").append(here());
        }
        tabs = 0;
        return this;
    }

    private void tab() {
        var before = page.evaluateHandle("document.activeElement");
        page.keyboard().press("Tab");
        tabs++;
        assertThat(page.evaluate(TRAPPED, before)).as(() -> "a trap: " + here()).isEqualTo(false);
        assertThat(page.evaluate(LOOK)).as(() -> here() + " on " + page.url()).isEqualTo("");
    }

    private String legend() {
        return (String) page.evaluate("document.activeElement.closest('fieldset')?.querySelector('legend')?.firstChild.textContent.trim() ?? ''");
    }

    private String chosen() {
        return ((String) page.evaluate("document.activeElement.selectedOptions?.[0]?.textContent ?? ''")).strip();
    }

    private interface Arrived {
        boolean yes();
    }
}
