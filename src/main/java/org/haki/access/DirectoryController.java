package org.haki.access;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class DirectoryController {

    private final Directory directory;

    DirectoryController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/directory")
    Html directory(
            Actor actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String after) {
        boolean begins = name == null || after == null;
        var found = directory.page(actor, kind, area, begins ? null : name, begins ? null : Id.of(after), DirectoryPage.SIZE + 1);
        return new Html(DirectoryPage.of(actor, kind, area, begins, found));
    }

    @GetMapping("/settings/services")
    Html services(Actor actor) {
        return new Html(new ServicesPage(directory.own(actor)));
    }

    @GetMapping("/settings/services/new")
    Html oneMore(Actor actor) {
        return new Html(page(actor, null, ServiceOfferForm.blank(), new Errors()));
    }

    @PostMapping("/settings/services")
    ResponseEntity<Html> add(Actor actor, ServiceOfferForm said, Op op) {
        var errors = said.errors(directory.colleagues(actor));
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor, null, said, errors));
        }
        directory.add(actor, said, op);
        return Html.seeOther("/settings/services", "saved");
    }

    @GetMapping("/settings/services/{id}")
    Html service(Actor actor, @PathVariable String id) {
        var offer = directory.own(actor, Id.of(id));
        return new Html(page(actor, offer, ServiceOfferForm.of(offer), new Errors()));
    }

    @PostMapping("/settings/services/{id}")
    ResponseEntity<Html> change(Actor actor, @PathVariable String id, ServiceOfferForm said, Op op) {
        var offer = directory.own(actor, Id.of(id));
        var errors = said.errors(directory.colleagues(actor));
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor, offer, said, errors));
        }
        directory.change(actor, offer.id(), said, op);
        return Html.seeOther("/settings/services", "saved");
    }

    @PostMapping("/settings/services/{id}/end")
    ResponseEntity<Html> end(Actor actor, @PathVariable String id, Op op) {
        directory.end(actor, directory.own(actor, Id.of(id)).id(), op);
        return Html.seeOther("/settings/services", "saved");
    }

    private ServiceOfferPage page(Actor actor, ServiceOffer offer, ServiceOfferForm said, Errors errors) {
        return new ServiceOfferPage(offer, said, directory.colleagues(actor), errors);
    }
}
