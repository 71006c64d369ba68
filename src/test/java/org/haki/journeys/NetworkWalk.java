package org.haki.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.haki.Town;
import org.haki.access.Directory;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.access.PublicLook;
import org.haki.access.PublicPage;
import org.haki.access.PublicPage.EmergencyNumber;
import org.haki.access.ServiceOfferForm;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;

/** A network from its beginning: who asks to join, who is let in, who is kept out, and what everybody offers. */
final class NetworkWalk {

    private final Gallery gallery;
    private final ApplicationContext haki;
    private final Town town;
    private final Page keeper;

    NetworkWalk(Gallery gallery, ApplicationContext haki) {
        this.gallery = gallery;
        this.haki = haki;
        this.town = Town.in(haki);
        this.keeper = gallery.of(town.tomasz);
    }

    void walk() {
        gallery.at(keeper, "/settings/network", "network-none");
        keeper.fill("#name", "River valley network");
        gallery.send(keeper, "network-begun");
        somebodyAsks();
        gallery.at(keeper, "/settings/network", "network-asked");
        letsIn();
        gallery.at(keeper, "/settings/network", "network");
        keepsOut();
        leaves();
        offers();
        theAccents();
    }

    private void somebodyAsks() {
        var stranger = gallery.stranger("es-BO");
        gallery.at(stranger, "/join", "join-es");
        stranger = gallery.stranger();
        gallery.at(stranger, "/join/" + town.riverbend.slug(), "join");
        stranger.fill("#organisation", "Hilltop Legal Aid");
        gallery.send(stranger, "join-sent-back");
        stranger.fill("#does", "We advise tenants, and women who were thrown out of their homes.");
        stranger.selectOption("#region", "NP");
        stranger.fill("#offices", "3");
        stranger.fill("#name", "Sita Lama");
        stranger.fill("#email", "sita@example.org");
        gallery.send(stranger, "join-asked");
    }

    private void letsIn() {
        var request = keeper.getAttribute("a[href^='/settings/network/requests/']", "href");
        gallery.at(keeper, request, "request");
        keeper.fill("#office", "Thamel");
        press("form[action$='/approval'] button", "request-sent-back");
        keeper.fill("#signInName", "sita-" + town.tomasz.signInName());
        press("form[action$='/approval'] button", "request-approved");
    }

    private void keepsOut() {
        gallery.at(keeper, keeper.getAttribute("a[href^='/settings/network/members/']:has-text('Hilltop')", "href"), "member");
        keeper.fill("#reason", "Its licence ended");
        press("form[action$='/suspension'] button", "network-suspended");
    }

    private void leaves() {
        var networks = haki.getBean(Networks.class);
        var network = haki.getBean(Work.class).as(town.tomasz.actor(), "settings.change", () -> networks.of(town.tomasz.actor()).orElseThrow().id());
        networks.enter(haki.getBean(Organisations.class).system(town.northgate.id()), network);
        var nadia = gallery.of(town.nadia);
        gallery.at(nadia, "/settings/network", "network-partner");
        gallery.at(nadia, "/settings/network/leaving", "network-leaving");
    }

    private void offers() {
        gallery.at(keeper, "/directory", "directory-none");
        var directory = haki.getBean(Directory.class);
        directory.add(town.leila.actor(), new ServiceOfferForm("shelter", "Riverbend, Oldbridge\nthe upper valley", List.of("women", "children"),
                List.of("en", "sw"), town.wanjiru.id().toString(), "Monday to Friday, 9 to 16", "yes"), Op.own());
        directory.add(town.leila.actor(), new ServiceOfferForm("other", "", List.of(), List.of(), "", "", "no"), Op.own());
        gallery.at(keeper, "/directory", "directory");
        gallery.at(keeper, "/directory?kind=education", "directory-empty");
        gallery.at(keeper, "/settings", "settings-network");
        gallery.at(keeper, "/settings/offices/" + town.oldbridge.id(), "office");
        gallery.at(keeper, "/settings/services", "services");
        gallery.at(keeper, "/settings/services/new", "service-new");
        gallery.send(keeper, "service-sent-back");
        gallery.go(keeper, "/settings/services");
        gallery.at(keeper, keeper.getAttribute("main a[href^='/settings/services/']:not([href$='new'])", "href"), "service");
    }

    /** Every colour that an organisation may choose, on its page. */
    private void theAccents() {
        var organisations = haki.getBean(Organisations.class);
        var stranger = gallery.stranger();
        for (var accent : PublicLook.ACCENTS) {
            organisations.keep(organisations.system(town.northgate.id()), new PublicPage(
                    List.of(new EmergencyNumber("Police", "112")), 72, 24, 42, 2, List.of("en"), "",
                    new PublicLook(accent, "Weather", "Northgate", Map.of("en", "We answer in Nepali and English."))));
            gallery.at(stranger, "/report/" + town.northgate.slug(), "accent-" + accent);
        }
    }

    private void press(String button, String name) {
        keeper.waitForNavigation(() -> keeper.click(button));
        gallery.look(keeper, name);
    }
}
