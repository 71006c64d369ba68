package org.haki.lists;

import jakarta.servlet.http.HttpServletRequest;
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

@Controller
class ListController {

    private final Lists lists;

    ListController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping({"/settings/institutions", "/settings/places", "/settings/communities"})
    Html list(Actor actor, HttpServletRequest at, @RequestParam(defaultValue = "") String named,
            @RequestParam(defaultValue = "") String name, @RequestParam(required = false) String after) {
        var which = OwnList.at(at.getRequestURI());
        var found = lists.page(actor, which, named, name, after == null ? null : Id.of(after), ListPage.SIZE + 1);
        return new Html(new ListPage(which, found, named, after == null, KeepEntry.BLANK, "", new Errors()));
    }

    @PostMapping({"/settings/institutions", "/settings/places", "/settings/communities"})
    ResponseEntity<Html> add(Actor actor, HttpServletRequest at, KeepEntry said, Op op) {
        var which = OwnList.at(at.getRequestURI());
        var errors = lists.errors(actor, which, null, said);
        if (!errors.isEmpty()) {
            return Html.unprocessable(again(actor, which, said, "", errors));
        }
        lists.add(actor, which, said, op);
        return Html.seeOther(which.path(), "saved");
    }

    @PostMapping({"/settings/institutions/lines", "/settings/places/lines", "/settings/communities/lines"})
    ResponseEntity<Html> paste(Actor actor, HttpServletRequest at, @RequestParam(defaultValue = "") String lines, Op op) {
        var which = OwnList.at(at.getRequestURI());
        var errors = lists.errors(actor, which, lines);
        if (!errors.isEmpty()) {
            return Html.unprocessable(again(actor, which, KeepEntry.BLANK, lines, errors));
        }
        lists.paste(actor, which, lines, op);
        return Html.seeOther(which.path(), "saved");
    }

    @GetMapping({"/settings/institutions/{id}", "/settings/places/{id}", "/settings/communities/{id}"})
    Html entry(Actor actor, HttpServletRequest at, @PathVariable String id) {
        var entry = lists.one(actor, OwnList.at(at.getRequestURI()), Id.of(id));
        return new Html(new EntryPage(entry, KeepEntry.of(entry), new Errors()));
    }

    @PostMapping({"/settings/institutions/{id}", "/settings/places/{id}", "/settings/communities/{id}"})
    ResponseEntity<Html> change(Actor actor, HttpServletRequest at, @PathVariable String id, KeepEntry said, Op op) {
        var which = OwnList.at(at.getRequestURI());
        var entry = lists.one(actor, which, Id.of(id));
        var errors = lists.errors(actor, which, entry.id(), said);
        if (!errors.isEmpty()) {
            return Html.unprocessable(new EntryPage(entry, said, errors));
        }
        lists.change(actor, which, entry.id(), said, op);
        return Html.seeOther(which.path(), "saved");
    }

    @PostMapping({"/settings/institutions/{id}/retirement", "/settings/places/{id}/retirement", "/settings/communities/{id}/retirement"})
    ResponseEntity<Html> retire(Actor actor, HttpServletRequest at, @PathVariable String id, Op op) {
        lists.retire(actor, OwnList.at(at.getRequestURI()), Id.of(id), true, op);
        return Html.seeOther(OwnList.at(at.getRequestURI()).path(), "saved");
    }

    @PostMapping({"/settings/institutions/{id}/retirement/end", "/settings/places/{id}/retirement/end", "/settings/communities/{id}/retirement/end"})
    ResponseEntity<Html> offerAgain(Actor actor, HttpServletRequest at, @PathVariable String id, Op op) {
        lists.retire(actor, OwnList.at(at.getRequestURI()), Id.of(id), false, op);
        return Html.seeOther(OwnList.at(at.getRequestURI()).path(), "saved");
    }

    private ListPage again(Actor actor, OwnList list, KeepEntry said, String lines, Errors errors) {
        return new ListPage(list, lists.page(actor, list, "", "", null, ListPage.SIZE + 1), "", true, said, lines, errors);
    }
}
