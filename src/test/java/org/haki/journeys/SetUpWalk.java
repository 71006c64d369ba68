package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.haki.access.SetUp;

/** The first start in a browser: the link of the terminal, a password, a second factor, the recovery sheet. */
final class SetUpWalk {

    private static final Pattern CARD_CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final String PASSWORD = "The ferry leaves at noon";

    private final Gallery gallery;
    private final SetUp setUp;
    private final Page page;

    SetUpWalk(Gallery gallery, SetUp setUp) {
        this.gallery = gallery;
        this.setUp = setUp;
        this.page = gallery.stranger();
    }

    void walk() {
        gallery.at(page, setUp.newLink().orElseThrow(), "set-up");
        gallery.send(page, "set-up-sent-back");
        page.fill("#organisation", "Riverbend Helpline");
        page.selectOption("#region", "KE");
        page.selectOption("#zone", "Africa/Nairobi");
        page.fill("#office", "Main desk");
        page.fill("#name", "Tomasz Wilk");
        page.fill("#signInName", "tomasz");
        gallery.press(page);
        gallery.at(page, "/welcome/password", "welcome-password");
        gallery.send(page, "welcome-password-sent-back");
        var otherBrowser = gallery.stranger();
        gallery.at(otherBrowser, setUp.newLink().orElseThrow(), "set-up-begun");
        page.fill("#password", PASSWORD);
        page.fill("#again", PASSWORD);
        gallery.press(page);
        gallery.at(page, "/welcome/factor", "welcome-factor");
        page.fill("form:has(input[value=app]) input[name=code]", "123456");
        gallery.send(page, "welcome-factor-sent-back");
        page.waitForNavigation(() -> page.click("button[value=print]"));
        gallery.look(page, "welcome-card");
        Chrome.print(page, "welcome-card");
        var code = CARD_CODE.matcher(page.locator("main").innerText());
        assertThat(code.find()).isTrue();
        page.fill("#code", code.group());
        gallery.press(page);
        gallery.at(page, "/today", "today-first-day");
        gallery.at(page, "/settings", "settings-first-day");
        theRecoverySheet();
    }

    private void theRecoverySheet() {
        gallery.at(page, "/settings/recovery-sheet", "recovery-sheet");
        Chrome.print(page, "recovery-sheet");
        var lines = String.join("\n", page.locator(".sheet-lines .code").allInnerTexts());
        gallery.at(page, "/settings/recovery-sheet/proof", "recovery-proof");
        page.fill("#typed", "not this");
        gallery.send(page, "recovery-proof-sent-back");
        page.fill("#typed", lines);
        gallery.send(page, "settings-after-the-sheet");
        gallery.go(page, "/settings/public-page");
        page.fill("#label-0", "Police, day and night");
        page.fill("#number-0", "999");
        page.fill("#label-1", "Women’s shelter");
        page.fill("#number-1", "0800 555 017");
        gallery.send(page, "public-page-saved");
    }
}
