package org.haki.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * A form that she never saw, as somebody answers it in a browser: every question that is asked, a part at a time. Where the page says
 * that an answer does not fit she tries another.
 */
final class FormInChrome {

    private static final int MOST_PAGES = 30;
    private static final List<String> TEXTS = List.of("Words of hers", "7", "15.5", "2031-05-04", "14:30", "2031-05-04 14:30", "-1.2921 36.8219", "-1.2921 36.8219; -1.3 36.9; -1.31 36.8");
    private static final List<String> NUMBERS = List.of("7", "15.5", "120", "2000");
    private static final String NEXT_UNANSWERED = """
            tried => {
              const fields = [...document.querySelectorAll("#questions :is([name^='a/'], [name^='u/'])")].filter(one => one.type !== 'hidden');
              for (const one of fields) {
                if (tried.includes(one.name)) continue;
                const all = fields.filter(other => other.name === one.name);
                const choice = one.type === 'radio' || one.type === 'checkbox';
                if (choice ? all.some(other => other.checked && other.value) : one.value) continue;
                return one.name;
              }
              return null;
            }""";

    private final Page page;
    private final Map<String, Integer> tries = new HashMap<>();

    FormInChrome(Page page) {
        this.page = page;
    }

    /** Answers everything, part after part, and presses the last button; answers how many pages that took. */
    int fill() {
        for (int pages = 1; pages <= MOST_PAGES; pages++) {
            answer();
            boolean last = page.locator("main form .button-main[value=next]").count() == 0;
            Chrome.onward(page, () -> page.locator("main form .button-main").first().click());
            if (last && page.locator(".errors").count() == 0) {
                return pages;
            }
            wrong();
        }
        throw new AssertionError("It never ends: " + SheetInChrome.text(page));
    }

    private void answer() {
        Set<String> tried = new HashSet<>();
        for (var name = (String) page.evaluate(NEXT_UNANSWERED, List.of()); name != null; name = (String) page.evaluate(NEXT_UNANSWERED, List.copyOf(tried))) {
            tried.add(name);
            answer(name);
        }
    }

    private void answer(String name) {
        var field = page.locator("#questions [name='" + name + "']:not([type=hidden])").first();
        switch (String.valueOf(field.evaluate("one => one.tagName === 'INPUT' ? one.type : one.tagName"))) {
            case "radio", "checkbox" -> {
                var folded = page.locator("details.folded:not([open]):has([name='" + name + "']) > summary");
                if (folded.count() > 0) {
                    folded.click();
                }
                follow(() -> choice(name).check());
            }
            case "SELECT" -> follow(() -> field.selectOption(String.valueOf(field.evaluate("one => [...one.options].map(o => o.value).find(value => value)"))));
            case "file" -> follow(() -> field.setInputFiles(new FilePayload("house.png", "image/png", picture())));
            default -> write(field, name);
        }
    }

    /** "Other" where there is one, so that she has to say what; else the first. */
    private Locator choice(String name) {
        var other = page.locator("#questions [name='" + name + "'][value=other]");
        return other.count() > 0 ? other.first() : page.locator("#questions [name='" + name + "']:not([value=''])").first();
    }

    private void write(Locator field, String name) {
        var words = "decimal".equals(field.getAttribute("inputmode")) ? NUMBERS : TEXTS;
        var word = words.get(Math.min(tries.getOrDefault(name, 0), words.size() - 1));
        follow(() -> {
            field.fill(word);
            field.blur();
        });
    }

    /** What the page says is wrong is emptied, and gets another answer next time. */
    private void wrong() {
        for (var link : page.locator(".errors a").all()) {
            var name = link.getAttribute("href").replaceFirst("^#", "");
            tries.merge(name, 1, Integer::sum);
            var field = page.locator("#questions :is(input, textarea)[name='" + name + "']:not([type=hidden], [type=radio], [type=checkbox])");
            if (field.count() > 0) {
                field.first().fill("");
            }
        }
    }

    /** Does this, and waits for what follows from it. */
    private void follow(Runnable deed) {
        page.waitForResponse(answer -> answer.url().endsWith("/questions"), deed);
        page.locator("html:not(:has(.htmx-request, .htmx-swapping, .htmx-settling))").waitFor();
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
