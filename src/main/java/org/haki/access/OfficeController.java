package org.haki.access;

import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The organisation's offices and their regions, for its administrator. */
@Controller
@ResponseBody
class OfficeController {

    private static final OfficeForm BLANK = new OfficeForm("", "");

    private final Organisations organisations;

    OfficeController(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/settings/offices")
    Html offices(
            Actor actor,
            @RequestParam(defaultValue = "") String named,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String after) {
        return new Html(page(actor, new OfficesPage.Asked(named, region, after), BLANK, "", new Errors()));
    }

    @PostMapping("/settings/offices")
    ResponseEntity<Html> add(Actor actor, OfficeForm said, Op op) {
        var errors = said.errors(organisations.regions(actor));
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor, OfficesPage.Asked.ALL, said, "", errors));
        }
        organisations.addOffice(actor, said, op);
        return Html.seeOther("/settings/offices", "saved");
    }

    @GetMapping("/settings/offices/{id}")
    Html office(Actor actor, @PathVariable String id) {
        var regions = organisations.regions(actor);
        var office = office(actor, Id.of(id));
        return new Html(new OfficePage(office, regions, OfficeForm.of(office), new Errors()));
    }

    @PostMapping("/settings/offices/{id}")
    ResponseEntity<Html> change(Actor actor, @PathVariable String id, OfficeForm said, Op op) {
        var regions = organisations.regions(actor);
        var office = office(actor, Id.of(id));
        var errors = said.errors(regions);
        if (!errors.isEmpty()) {
            return Html.unprocessable(new OfficePage(office, regions, said, errors));
        }
        organisations.changeOffice(actor, office.id(), said, op);
        return Html.seeOther("/settings/offices", "saved");
    }

    @PostMapping("/settings/regions")
    ResponseEntity<Html> addRegion(Actor actor, @RequestParam(defaultValue = "") String named, Op op) {
        if (Text.blank(named) || named.length() > OfficeForm.LONGEST_NAME) {
            var errors = new Errors().add("named", "OfficesPage.region.needed");
            return Html.unprocessable(page(actor, OfficesPage.Asked.ALL, BLANK, named, errors));
        }
        organisations.addRegion(actor, named.strip(), op);
        return Html.seeOther("/settings/offices", "saved");
    }

    private Office office(Actor actor, UUID id) {
        return organisations.offices(actor).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
    }

    private OfficesPage page(Actor actor, OfficesPage.Asked asked, OfficeForm said, String named, Errors errors) {
        return new OfficesPage(organisations.offices(actor), organisations.regions(actor), asked, said, named, errors);
    }
}
