package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Directory;
import org.haki.access.Organisations;
import org.haki.access.PublicLook;
import org.haki.access.PublicPage;
import org.haki.access.PublicPage.EmergencyNumber;
import org.haki.access.ServiceOffer;
import org.haki.access.ServiceOfferForm;
import org.haki.kernel.Op;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Joining a network, its settings and the directory, in a real browser, on a phone and at a desk, by day and by night. */
@HakiTest
class NetworkPagesTest {

    @Autowired ApplicationContext haki;

    private Page page;
    private Chrome.Screen screen;

    @Test
    void the_pages_of_the_network_are_accessible_at_a_desk() {
        look(Chrome.Screen.DESK);
    }

    @Test
    void the_pages_of_the_network_fit_a_phone() {
        look(Chrome.Screen.PHONE);
    }

    private void look(Chrome.Screen on) {
        screen = on;
        var town = Town.in(haki);
        var staff = new StaffBrowser(haki, on);
        page = staff.of(town.tomasz);
        at("/settings/network");
        page.fill("#name", "River valley network");
        page.click("main button.button-main");
        same("network-begun");
        withoutScriptSomebodyAsks(town);
        at("/settings/network");
        var keeper = page;
        keeper.click("a[href^='/settings/network/requests/']");
        same("request");
        keeper.fill("#office", "Thamel");
        keeper.click("form[action$='/approval'] button");
        same("request-sent-back");
        keeper.fill("#signInName", "sita-" + town.tomasz.signInName());
        keeper.click("form[action$='/approval'] button");
        same("request-approved");
        at("/settings/network");
        keeper.click("a[href^='/settings/network/members/']:has-text('Hilltop')");
        same("member");
        keeper.fill("#reason", "Its licence ended");
        keeper.click("form[action$='/suspension'] button");
        same("network-suspended");
        offers(town);
        for (var path : List.of("/settings", "/settings/offices", "/settings/people/new", "/settings/services", "/settings/services/new", "/settings/public-page",
                "/directory", "/directory?kind=shelter", "/directory?kind=education")) {
            at(path);
        }
        theAccents(town);
        staff.close();
    }

    private void withoutScriptSomebodyAsks(Town town) {
        var before = page;
        page = Chrome.withoutScript(screen);
        page.navigate(before.url().replaceFirst("(https?://[^/]+).*", "$1") + "/join/" + town.riverbend.slug());
        plain("join");
        page.fill("#organisation", "Hilltop Legal Aid");
        page.click("main button.button-main");
        plain("join-sent-back");
        page.fill("#does", "We advise tenants, and women who were thrown out of their homes.\nThree lawyers, ten paralegals.");
        page.selectOption("#region", "NP");
        page.fill("#offices", "3");
        page.fill("#name", "Sita Lama");
        page.fill("#email", "sita@example.org");
        page.click("main button.button-main");
        plain("join-asked");
        page.context().close();
        page = before;
    }

    /** Every colour an organisation may choose, on its page; and the desk that is closed. */
    private void theAccents(Town town) {
        var organisations = haki.getBean(Organisations.class);
        for (var accent : PublicLook.ACCENTS) {
            organisations.keep(organisations.system(town.northgate.id()), new PublicPage(
                    List.of(new EmergencyNumber("Police", "112")), 72, 24, 42, 2, List.of("en"), "",
                    new PublicLook(accent, "Weather", "Northgate", Map.of("en", "We answer in Nepali and English."))));
            at("/report/" + town.northgate.slug());
            assertThat(page.title()).isEqualTo("Weather");
            Chrome.picture(page, "network-" + screen.width() + "-accent-" + accent);
        }
        at("/report/hilltop-legal-aid");
    }

    private void offers(Town town) {
        var directory = haki.getBean(Directory.class);
        var kinds = new ArrayList<>(ServiceOffer.KINDS);
        kinds.remove("education");
        kinds.forEach(kind -> directory.add(town.leila.actor(), new ServiceOfferForm(kind, "Riverbend, Oldbridge\nthe upper valley",
                List.of("women", "children"), List.of("en", "sw"), town.wanjiru.id().toString(), "Monday to Friday, 9 to 16", "yes"), Op.own()));
        directory.add(town.leila.actor(), new ServiceOfferForm("other", "", List.of(), List.of(), "", "", "no"), Op.own());
        var organisations = haki.getBean(Organisations.class);
        for (int i = 1; i <= 60; i++) {
            organisations.addOffice(organisations.system(town.riverbend.id()), "Office " + i);
        }
    }

    private void at(String path) {
        page.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1") + path);
        same(path.replaceFirst("^/", "").replaceAll("[^a-z]+", "-"));
    }

    /** The page as it is now, also for axe-core, which needs script. */
    private void same(String name) {
        plain(name);
        if (screen.equals(Chrome.Screen.DESK)) {
            Chrome.isAccessible(page);
        }
    }

    private void plain(String name) {
        Chrome.picture(page, "network-" + screen.width() + "-" + name);
        assertThat(page.locator("h1").count()).as(name + " " + URI.create(page.url()).getPath()).isEqualTo(1);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(name + " is too wide").isTrue();
    }
}
