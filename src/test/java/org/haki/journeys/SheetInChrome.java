package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** The sheet of a case as a caseworker fills it in a browser: what follows from each answer is asked before the next. */
final class SheetInChrome {

    private SheetInChrome() {}

    static void tick(Page page, String place, String value) {
        follow(page, () -> page.check("[name='a/" + place + "'][value='" + value + "']"));
    }

    static void choose(Page page, String place, String value) {
        var list = page.locator("select[name='a/" + place + "']");
        if (list.count() > 0) {
            follow(page, () -> list.selectOption(value));
        } else {
            tick(page, place, value);
        }
    }

    static void write(Page page, String place, String text) {
        follow(page, () -> {
            page.fill("[name='a/" + place + "']", text);
            page.locator("[name='a/" + place + "']").blur();
        });
    }

    private static void follow(Page page, Runnable deed) {
        page.waitForResponse(answer -> answer.url().endsWith("/questions"), deed);
        page.locator("html:not(:has(.htmx-request, .htmx-swapping, .htmx-settling))").waitFor();
    }

    /** The names of what is asked now, in their order. */
    static List<String> asked(Page page) {
        return page.locator("#questions [name^='a/']").all().stream().map(field -> field.getAttribute("name")).distinct().toList();
    }

    static String checked(Page page, String name) {
        var chosen = page.locator("input[name=" + name + "]:checked");
        return chosen.count() == 0 ? null : chosen.first().inputValue();
    }

    static void send(Page page) {
        Chrome.onward(page, () -> page.locator("main form .buttons .button-main").first().click());
        assertThat(page.locator(".errors").count()).as(() -> page.url() + text(page)).isZero();
    }

    static String text(Page page) {
        return page.locator("main").innerText().replaceAll("\\s+", " ");
    }
}
