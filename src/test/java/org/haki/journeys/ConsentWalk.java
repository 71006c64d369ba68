package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import org.haki.cases.CaseFile;
import org.haki.files.Photos;

/** A decision of the client: written down, signed with a finger, photographed, printed for her. */
final class ConsentWalk {

    private final Gallery gallery;
    private final Page page;
    private final CaseFile file;

    ConsentWalk(Gallery gallery, Page page, CaseFile file) {
        this.gallery = gallery;
        this.page = page;
        this.file = file;
    }

    void walk() {
        gallery.at(page, file.path() + "/consents", "consents");
        page.check("input[name=purpose][value=services]");
        page.check("input[name=decision][value=given]");
        page.selectOption("#method", new SelectOption().setValue("signature"));
        page.selectOption("#byWhom", new SelectOption().setValue("self"));
        page.selectOption("#language", new SelectOption().setValue("es"));
        gallery.press(page);
        var consent = page.url().replaceFirst("^[a-z]+://[^/]+", "").replaceFirst("\\?.*", "");
        gallery.at(page, consent, "consent");
        sign();
        gallery.look(page, "consent-signed-not-sent");
        gallery.send(page, "consent-signed");
        assertThat(page.locator(".proof img").evaluate("picture => picture.naturalWidth")).isEqualTo(640);
        page.setInputFiles("#photo", new FilePayload("thumb.jpg", "image/jpeg", "no photo".getBytes()));
        keepPhoto("consent-photo-refused");
        page.setInputFiles("#photo", new FilePayload("thumb.jpg", "image/jpeg", Photos.jpegWithPlace(6)));
        keepPhoto("consent-photo");
        assertThat(page.locator(".proof img").count()).isEqualTo(2);
        gallery.at(page, file.path() + "/consents", "consents-proven");
        gallery.at(page, consent + "/copy", "consent-copy");
        Chrome.print(page, "consent-copy");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.isVisible(".unprinted")).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        gallery.go(page, file.path());
        Chrome.print(page, "case-itself");
    }

    private void sign() {
        var pad = page.locator(".signing-pad").boundingBox();
        page.mouse().move(pad.x + 20, pad.y + pad.height / 2);
        page.mouse().down();
        for (int step = 1; step <= 20; step++) {
            page.mouse().move(pad.x + 20 + step * 12, pad.y + pad.height / 2 + (step % 4 - 2) * 14);
        }
        page.mouse().up();
        assertThat(page.isEnabled(".signing .button-main")).isTrue();
    }

    private void keepPhoto(String name) {
        page.waitForNavigation(() -> page.click("form[enctype] button"));
        gallery.look(page, name);
    }
}
