package org.haki.journeys;

import com.microsoft.playwright.Page;
import org.haki.Town;

/** Coming in: sign-in and its steps, the one-time code, the lock and what waits behind it, one's own page. */
final class DoorsWalk {

    private final Gallery gallery;
    private final Town town;

    DoorsWalk(Gallery gallery, Town town) {
        this.gallery = gallery;
        this.town = town;
    }

    void walk() {
        noMoreMails();
        signingIn();
        theCodeThatIsHandedOver();
        oneself();
        theLock();
    }

    private void noMoreMails() {
        var page = gallery.stranger();
        gallery.at(page, "/unsubscription/" + "x".repeat(43), "unsubscription");
        gallery.send(page, "unsubscription-over");
    }

    private void signingIn() {
        var page = gallery.stranger();
        gallery.at(page, "/sign-in", "sign-in");
        page.fill("#name", town.ines.signInName());
        page.fill("#password", "not hers");
        gallery.send(page, "sign-in-sent-back");
        page.fill("#password", town.ines.password());
        gallery.press(page);
        gallery.at(page, "/sign-in/code", "sign-in-code");
        page.fill("#code", "0000-0000");
        gallery.send(page, "sign-in-code-sent-back");
    }

    private void theCodeThatIsHandedOver() {
        var tomasz = gallery.of(town.tomasz);
        gallery.go(tomasz, "/settings/people/" + town.mateo.id());
        tomasz.waitForNavigation(() -> tomasz.click("button[value=all]"));
        gallery.look(tomasz, "hand-over");
        Chrome.print(tomasz, "hand-over");
        var code = tomasz.locator("#code").innerText();
        var mateo = gallery.stranger();
        gallery.at(mateo, "/welcome", "welcome");
        mateo.fill("#name", town.mateo.signInName());
        mateo.fill("#code", "0000-0000-00000");
        gallery.send(mateo, "welcome-sent-back");
        mateo.fill("#name", town.mateo.signInName());
        mateo.fill("#code", code);
        gallery.send(mateo, "welcome-password-of-somebody");
    }

    private void oneself() {
        var fatou = gallery.of(town.fatou);
        gallery.at(fatou, "/me", "me");
        fatou.fill("#name", "");
        fatou.waitForNavigation(() -> fatou.click("form[action='/me'] button"));
        gallery.look(fatou, "me-sent-back");
        fatou.fill("form[action='/me/away'] input[name=from]", "2026-12-01");
        fatou.waitForNavigation(() -> fatou.click("form[action='/me/away'] button.button"));
        gallery.look(fatou, "me-away-sent-back");
        gallery.at(fatou, "/me/app", "me-app");
        gallery.send(fatou, "me-app-sent-back");
        gallery.go(fatou, "/me");
        fatou.fill("form[action='/me/card'] input[name=proof]", town.fatou.password());
        fatou.waitForNavigation(() -> fatou.click("form[action='/me/card'] button"));
        gallery.look(fatou, "me-card");
        Chrome.print(fatou, "me-card");
        gallery.at(fatou, "/more", "more");
        gallery.at(fatou, "/help", "help");
        gallery.at(fatou, "/help/keys", "keys");
    }

    /** What is sent when the screen is locked waits, and is offered again behind the lock. */
    private void theLock() {
        var leila = gallery.of(town.leila);
        gallery.go(leila, "/me");
        leila.fill("#name", "Leila Marzouq-Haddad");
        var elsewhere = leila.context().newPage();
        gallery.at(elsewhere, "/lock", "lock");
        elsewhere.fill("#proof", "not hers");
        gallery.send(elsewhere, "lock-sent-back");
        elsewhere.close();
        leila.waitForNavigation(() -> leila.click("form[action='/me'] button"));
        gallery.look(leila, "lock-with-a-draft");
        leila.fill("#proof", town.leila.password());
        gallery.press(leila);
        gallery.at(leila, draft(leila), "draft");
        gallery.go(leila, "/me");
        gallery.look(leila, "me-with-a-draft");
    }

    private static String draft(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "").replaceFirst("[?#].*", "");
    }
}
