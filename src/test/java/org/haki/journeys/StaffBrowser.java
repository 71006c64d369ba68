package org.haki.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.haki.Town;
import org.springframework.context.ApplicationContext;

/** Browsers of members of staff: the first signs in by hand, with password and a code of the printed card; the others come with a session. */
final class StaffBrowser {

    private final ApplicationContext haki;
    private final Chrome.Screen screen;
    private final boolean script;
    private final List<BrowserContext> open = new ArrayList<>();

    StaffBrowser(ApplicationContext haki, Chrome.Screen screen) {
        this(haki, screen, true);
    }

    private StaffBrowser(ApplicationContext haki, Chrome.Screen screen, boolean script) {
        this.haki = haki;
        this.screen = screen;
        this.script = script;
    }

    /** Browsers in which script is off. */
    static StaffBrowser withoutScript(ApplicationContext haki, Chrome.Screen screen) {
        return new StaffBrowser(haki, screen, false);
    }

    /** Signs in and leaves this person at Today. */
    Page of(Town.Person person) {
        var context = Chrome.context(screen, script, ColorScheme.LIGHT);
        open.add(context);
        var page = context.newPage();
        var address = "http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port");
        if (open.size() > 1) {
            Chrome.goOn(context, person.signedIn(), address);
            page.navigate(address + "/today");
            return page;
        }
        page.navigate(address + "/sign-in");
        page.fill("input[name=name]", person.signInName());
        page.fill("input[name=password]", person.password());
        page.click("button.button-main");
        page.fill("input[name=code]", person.card().removeFirst());
        page.click("button.button-main");
        page.waitForURL("**/today");
        return page;
    }

    void close() {
        open.forEach(BrowserContext::close);
    }
}
