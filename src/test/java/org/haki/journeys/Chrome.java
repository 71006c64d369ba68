package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.haki.Visitor;

/**
 * A real Chromium, Debian's own, for journeys; one for all of them. The one without a window takes a quarter less of the machine; another
 * quarter goes with what only pays where a page is open for long: compiling its scripts for speed, and a process that draws.
 */
final class Chrome {

    /** A cheap phone and a desk. */
    record Screen(int width, int height) {
        static final Screen PHONE = new Screen(360, 800);
        static final Screen DESK = new Screen(1280, 800);
    }

    /** What is left of A4 between margins of 16 and 18 mm, at 96 dots an inch. */
    private static final Screen PAPER = new Screen(673, 986);
    private static final String ON_PAPER = "-on-paper";
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Playwright PLAYWRIGHT = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = PLAYWRIGHT.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(executable())
            .setArgs(List.of(
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--in-process-gpu", "--js-flags=--no-opt,--no-maglev")));

    private Chrome() {}

    /** A person's own browser: nothing is shared with another's. */
    static Page of(Screen screen) {
        return context(screen, true, ColorScheme.LIGHT).newPage();
    }

    /** A browser in which script is off. */
    static Page withoutScript(Screen screen) {
        return context(screen, false, ColorScheme.LIGHT).newPage();
    }

    static BrowserContext context(Screen screen, boolean script, ColorScheme scheme) {
        return context(options(screen).setJavaScriptEnabled(script).setColorScheme(scheme));
    }

    /** A browser whose owner reads this language. */
    static BrowserContext context(Screen screen, String language) {
        return context(options(screen).setLocale(language));
    }

    /** A browser whose pictures are smaller or larger than what it shows. */
    static BrowserContext camera(Screen screen, double scale) {
        return context(options(screen).setDeviceScaleFactor(scale));
    }

    /** This browser goes on where that visitor is: it has her session. */
    static void goOn(BrowserContext context, Visitor visitor, String address) {
        context.addCookies(visitor.cookies().entrySet().stream().map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                .setUrl(address).setHttpOnly(true).setSameSite(SameSiteAttribute.LAX)).toList());
    }

    private static Browser.NewContextOptions options(Screen screen) {
        return new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setTimezoneId("UTC");
    }

    private static BrowserContext context(Browser.NewContextOptions options) {
        var context = BROWSER.newContext(options);
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** Does this, and waits until the page that it brings is there. */
    static void onward(Page page, Runnable deed) {
        page.evaluate("document.documentElement.dataset.left = ''");
        deed.run();
        page.locator("html:not([data-left])").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState();
    }

    /** WCAG 2.2 AA by axe-core: nothing found, in light and in dark. */
    static void isAccessible(Page page) {
        var where = Path.of(java.net.URI.create(page.url()).getPath());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(Axe.whole(page)).as("axe on " + where + " in light").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Axe.dark(page)).as("axe on " + where + " in dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Keeps a picture of the page in target/pictures, to be looked at. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Keeps a picture of the whole page when such names are asked for: {@code -Dhaki.pictures=case|today}, or a dot for all. */
    static void photograph(Page page, String name) {
        if (asked(name)) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
        }
    }

    /** Keeps a picture of the page as A4 paper shows it, between its margins, and the sheets themselves, when pictures are asked for. */
    static void print(Page page, String name) {
        if (asked(name + ON_PAPER)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(PAPER.width(), PAPER.height());
            photograph(page, name + ON_PAPER);
            page.pdf(new Page.PdfOptions().setPath(PICTURES.resolve(name + ON_PAPER + ".pdf")).setPreferCSSPageSize(true));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(Screen.DESK.width(), Screen.DESK.height());
        }
    }

    private static boolean asked(String name) {
        var names = System.getProperty("haki.pictures");
        return names != null && Pattern.compile(names).matcher(name).find();
    }

    private static Path executable() {
        return List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: apt-get install chromium-headless-shell"));
    }
}
