package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.haki.Town;

/**
 * Pages as they are to be seen: each on a phone by day and at a desk in the dark, with one heading, no name in its
 * title, at most 15 KB, nothing wider than the screen and nothing that axe-core finds (WCAG 2.2 AA). With {@code -Dhaki.pictures=.} a
 * picture of each lies in target/pictures; with {@code -Dhaki.language=es} (or {@code xr}, English from right to left) the
 * people who work here have chosen that language.
 */
final class Gallery {

    private static final List<String> NAMES = List.of("Asha", "Thapa", "Nirmala", "Otieno", "Fatou");
    private static final String ENGLISH = "en-GB";
    private static final Pattern REFUSED = Pattern.compile("status of [45]\\d\\d");

    private static final String SQUEEZED = """
            [...document.querySelectorAll('main :is(p, li, dd, td, h1, h2, h3)')]
                .some(one => one.innerText.trim().length > 12 && one.offsetWidth > 1 && one.offsetWidth < 40)""";

    private static final String THERE = """
            [document.querySelectorAll('h1').length, document.title,
                new XMLSerializer().serializeToString(document.doctype) + document.documentElement.outerHTML]""";

    /** Forms that come back differ by their field only. */
    private static final int SENT_IN_THE_DARK = 4;

    private final String base;
    private final String language;
    private final Map<String, Page> pages = new HashMap<>();
    private final List<BrowserContext> open = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private final Map<String, List<String>> found = new TreeMap<>();
    private int sent;

    Gallery(int port) {
        this(port, System.getProperty("haki.language", ENGLISH));
    }

    Gallery(int port, String language) {
        base = "http://localhost:" + port;
        this.language = language;
    }

    /** A browser of its own, that nobody signed in to, in the language of this gallery. */
    Page stranger() {
        return stranger(language);
    }

    /** A browser of its own, that nobody signed in to; it may speak another language than English. */
    Page stranger(String language) {
        var context = Chrome.context(Chrome.Screen.DESK, language);
        open.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !REFUSED.matcher(message.text()).find()) {
                note(path(page), "the console says " + message.text());
            }
        });
        return page;
    }

    /** The browser of this person, signed in at the front door (StaffBrowser and DoorsWalk do it by hand); the same one each time. */
    Page of(Town.Person person) {
        return pages.computeIfAbsent(person.signInName(), _ -> {
            var page = stranger();
            Chrome.goOn(page.context(), person.signedIn(), base);
            if (!language.equals(ENGLISH)) {
                choose(page);
            }
            return page;
        });
    }

    /** At one's own account; the language for tests is not offered there. */
    private void choose(Page page) {
        go(page, "/me");
        page.evaluate("language => document.getElementById('language').add(new Option(language, language, true, true))", language);
        press(page);
    }

    /** Opens this address and looks at what is there. */
    void at(Page page, String path, String name) {
        assertThat(go(page, path)).as(path).isLessThan(400);
        assertThat(path(page)).as("where " + path + " leads").isEqualTo(path.replaceFirst("[?#].*", ""));
        seen.add(path(page));
        look(page, name);
    }

    /** Presses the one main button of the page and looks at the answer: on a phone, and the first few at a desk in the dark, too. */
    void send(Page page, String name) {
        press(page);
        if (sent++ < SENT_IN_THE_DARK) {
            look(page, name);
        } else {
            look(page, Chrome.Screen.PHONE, name, ColorScheme.LIGHT);
            page.setViewportSize(Chrome.Screen.DESK.width(), Chrome.Screen.DESK.height());
            weigh(page, name);
        }
    }

    void press(Page page) {
        page.waitForNavigation(() -> page.click("main button.button-main"));
    }

    /** Opens this address; answers the status. */
    int go(Page page, String path) {
        return page.navigate(base + path).status();
    }

    /** Looks at the page as it is now: on a phone by day, at a desk in the dark. */
    void look(Page page, String name) {
        look(page, Chrome.Screen.PHONE, name, ColorScheme.LIGHT);
        look(page, Chrome.Screen.DESK, name, ColorScheme.DARK);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        weigh(page, name);
    }

    /** All of it asked for at once: each question is another walk to the browser and back. */
    private void weigh(Page page, String name) {
        var there = (List<?>) page.evaluate(THERE);
        if (!there.get(0).equals(1)) {
            note(name, "has " + there.get(0) + " headings of the first order");
        }
        if (NAMES.stream().anyMatch(((String) there.get(1))::contains)) {
            note(name, "has a name in its title");
        }
        if (PageWeightTest.gzipped((String) there.get(2)) > PageWeightTest.PAGE) {
            note(name, "is heavier than 15 KB");
        }
    }

    private void look(Page page, Chrome.Screen screen, String name, ColorScheme colours) {
        page.setViewportSize(screen.width(), screen.height());
        var where = name + " at " + screen.width();
        if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
            note(where, "is too wide");
        }
        if ((Boolean) page.evaluate(SQUEEZED)) {
            note(where, "squeezes words into a column of a few letters");
        }
        Chrome.photograph(page, picture(name) + "-" + screen.width());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        if (colours == ColorScheme.DARK) {
            Chrome.photograph(page, picture(name) + "-dark");
        }
        (colours == ColorScheme.DARK ? Axe.dark(page) : Axe.whole(page)).forEach(violation -> note(where, violation));
    }

    /** English pictures by their name alone. */
    private String picture(String name) {
        return language.equals(ENGLISH) ? name : language + "-" + name;
    }

    /** The addresses that were opened and looked at. */
    Set<String> seen() {
        return seen;
    }

    /** What was found wrong since the last time, by the page; empty is what one hopes for. */
    Map<String, List<String>> takeFound() {
        var taken = new TreeMap<>(found);
        found.clear();
        return taken;
    }

    void close() {
        open.forEach(BrowserContext::close);
    }

    private void note(String where, String what) {
        found.computeIfAbsent(where, _ -> new ArrayList<>()).add(what);
    }

    private static String path(Page page) {
        return URI.create(page.url()).getPath();
    }
}
