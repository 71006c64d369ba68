package org.haki.portal;

import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way out of every public page. What the browser kept of ours it forgets; unsent work of staff it does not touch. */
@Controller
class LeaveController {

    private final Desks desks;

    LeaveController(Desks desks) {
        this.desks = desks;
    }

    @GetMapping("/leave")
    ResponseEntity<Html> leave() {
        return ResponseEntity.ok().header("Clear-Site-Data", "\"cache\"").body(new Html(new LeavePage(desks.wayOut())));
    }
}
