package org.haki.journeys;

import com.microsoft.playwright.Page;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.springframework.context.ApplicationContext;

/** A whole case goes to another organisation: at the one who hands it over, and at the one who takes it. */
final class TransferWalk {

    private final Gallery gallery;
    private final Town town;
    private final Page gives;
    private final Page takes;
    private final CaseFile file;

    /** In a town of its own. */
    TransferWalk(Gallery gallery, ApplicationContext haki) {
        this.gallery = gallery;
        this.town = Town.in(haki);
        town.inOneNetwork();
        this.gives = gallery.of(town.wanjiru);
        this.takes = gallery.of(town.sushila);
        this.file = CaseStory.in(haki, town).of("Chen Wei").open();
    }

    void walk() {
        gallery.at(gives, file.path() + "/transfer/new", "transfer-new");
        gallery.send(gives, "transfer-sent-back");
        gives.selectOption("#to", town.northgate.id().toString());
        gives.fill("#instructions", "She moved to your district.");
        for (var part : new String[] {"story", "plan", "people", "services"}) {
            gives.check("input[name=show][value=" + part + "]");
        }
        gives.selectOption("#method", "verbal_phone");
        gives.selectOption("#byWhom", "self");
        gallery.send(gives, "transfer-offered");
        gallery.at(gives, gives.getAttribute("a[href$='/copy']", "href"), "transfer-copy");
        gallery.go(takes, "/shared");
        var window = takes.getAttribute("main table tr:has-text('The whole case') a", "href");
        gallery.at(takes, window, "transfer-asked");
        gallery.send(takes, "transfer-looked-at");
        gallery.at(takes, window + "/takeover", "takeover");
        gallery.send(takes, "takeover-sent-back");
        takes.selectOption("#office", town.northgateOffice.id().toString());
        takes.selectOption("#owner", town.sushila.id().toString());
        gallery.send(takes, "taken-over");
        gallery.at(takes, window, "transfer-taken");
        gallery.at(gives, file.path(), "case-handed-over");
        gallery.at(gives, file.path() + "/referrals", "referrals-handed-over");
    }
}
