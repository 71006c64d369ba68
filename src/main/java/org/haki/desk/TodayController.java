package org.haki.desk;

import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.messages.Outbox;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a day begins. */
@Controller
class TodayController {

    private final Today today;
    private final Outbox outbox;

    TodayController(Today today, Outbox outbox) {
        this.today = today;
        this.outbox = outbox;
    }

    @GetMapping("/")
    ResponseEntity<Html> front(Actor actor) {
        return Html.seeOther("/today");
    }

    @PostMapping("/today/undelivered/{id}")
    ResponseEntity<Html> settle(Actor actor, @PathVariable String id, Op op) {
        outbox.settle(actor, Id.of(id), op);
        return Html.seeOther("/today", "saved");
    }

    @GetMapping("/today")
    Html today(Actor actor) {
        return new Html(today.of(actor));
    }
}
