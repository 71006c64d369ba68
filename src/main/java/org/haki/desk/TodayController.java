package org.haki.desk;

import org.haki.kernel.Actor;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a day begins. */
@Controller
class TodayController {

    private final Today today;

    TodayController(Today today) {
        this.today = today;
    }

    @GetMapping("/")
    ResponseEntity<Html> front(Actor actor) {
        return Html.seeOther("/today");
    }

    @GetMapping("/today")
    Html today(Actor actor) {
        return new Html(today.of(actor));
    }
}
