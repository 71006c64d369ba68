package org.haki.intake;

import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue, and the report that is open beside it. */
@Controller
class QueueController {

    private final Queue queue;
    private final Readings readings;

    QueueController(Queue queue, Readings readings) {
        this.queue = queue;
        this.readings = readings;
    }

    @GetMapping("/intake")
    Html list(Actor actor, Filter filter, @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "0") int left) {
        return new Html(queue.page(actor, filter, null, decision.isEmpty() ? null : Id.of(decision), left));
    }

    @GetMapping("/intake/{code}")
    Html open(Actor actor, @PathVariable String code, Filter filter) {
        var reading = readings.open(actor, Code.of(code));
        return new Html(queue.page(actor, filter, reading, null, 0));
    }

    /** The list anew, when it has changed since it was drawn. */
    @GetMapping("/intake/fresh")
    ResponseEntity<Html> fresh(Actor actor, Filter filter, @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String open) {
        return queue.news(actor, filter, seen, Code.read(open))
                .map(page -> ResponseEntity.ok(new Html(page, QueuePage.ROWS)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/intake/{code}/claim")
    ResponseEntity<Html> takeOver(Actor actor, @PathVariable String code, Op op) {
        return Html.seeOther(readings.takeOver(actor, Code.of(code), op));
    }

    @PostMapping("/intake/{code}/return")
    ResponseEntity<Html> putBack(Actor actor, @PathVariable String code, Op op) {
        return Html.seeOther(readings.putBack(actor, Code.of(code), op));
    }
}
