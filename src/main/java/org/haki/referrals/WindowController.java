package org.haki.referrals;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.haki.cases.Decision;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.people.LooksAlike;
import org.haki.people.RegisterPerson;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What belongs to the receiver itself: its own records of people, who works at a window, what the client told it. */
@Controller
class WindowController {

    private static final int SIZE = 50;

    private final ServiceRecords records;
    private final WindowKeepers keepers;
    private final SharedCases shared;
    private final SharedDesk desk;

    WindowController(ServiceRecords records, WindowKeepers keepers, SharedCases shared, SharedDesk desk) {
        this.records = records;
        this.keepers = keepers;
        this.shared = shared;
        this.desk = desk;
    }

    @GetMapping("/shared/records")
    Html all(Actor actor, @RequestParam(defaultValue = "") String before) {
        return new Html(records.list(actor, moment(before), SIZE));
    }

    @GetMapping("/shared/{id}/record")
    Html record(Actor actor, @PathVariable String id) {
        return new Html(records.page(actor, Id.of(id)));
    }

    @PostMapping("/shared/{id}/record")
    ResponseEntity<Html> record(Actor actor, @PathVariable String id, RegisterPerson said, OpenRecord how, Op op) {
        var errors = how.errors();
        if (said.known() == null) {
            errors.addAll(said.errors(shared.today(actor)));
        }
        if (!errors.isEmpty()) {
            return Html.unprocessable(records.page(actor, Id.of(id), said, how, List.of(), errors));
        }
        try {
            return Html.seeOther(records.open(actor, Id.of(id), said, how, op), "saved");
        } catch (LooksAlike first) {
            return Html.unprocessable(records.page(actor, Id.of(id), said, how, records.alike(actor, said),
                    errors.add("person", "RegisterPerson.alike")));
        }
    }

    @GetMapping("/shared/{id}/reader")
    Html reader(Actor actor, @PathVariable String id) {
        return new Html(keepers.page(actor, Id.of(id), "", null));
    }

    @PostMapping("/shared/{id}/reader")
    ResponseEntity<Html> reader(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String person, Op op) {
        return person.isBlank()
                ? Html.unprocessable(keepers.page(actor, Id.of(id), person, new Errors().add("person", "Case.chooseOne")))
                : Html.seeOther(keepers.give(actor, Id.of(id), Id.of(person), op), "saved");
    }

    @PostMapping("/shared/{id}/withdrawal")
    ResponseEntity<Html> withdraw(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String method, Op op) {
        return Decision.METHODS.contains(method)
                ? Html.seeOther(keepers.withdraw(actor, Id.of(id), method, op), "withdrawn_told")
                : Html.unprocessable(desk.window(actor, Id.of(id), WriteEntry.EMPTY, "withdrawal", new Errors().add("method", "RecordConsent.method")));
    }

    /** Where the page before ended; whatever else is in the address begins at the beginning. */
    private static Instant moment(String before) {
        try {
            return Instant.parse(before);
        } catch (DateTimeParseException other) {
            return Instant.parse("9999-01-01T00:00:00Z");
        }
    }
}
