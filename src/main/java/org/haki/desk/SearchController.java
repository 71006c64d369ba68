package org.haki.desk;

import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search; what was typed never stands in an address. */
@Controller
class SearchController {

    private static final int LONGEST = 200;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping("/record")
    Html choose(Actor actor) {
        return new Html(search.choose(actor));
    }

    @GetMapping("/search")
    Html search(Actor actor) {
        return empty(actor);
    }

    @PostMapping("/search")
    ResponseEntity<Html> search(Actor actor, @RequestParam(defaultValue = "") String q) {
        var cleaned = Text.clean(q);
        var typed = cleaned.length() > LONGEST ? "" : cleaned;
        return typed.isEmpty()
                ? ResponseEntity.ok(empty(actor))
                : search.path(actor, typed).map(Html::seeOther).orElseGet(() -> ResponseEntity.ok(new Html(search.page(actor, typed))));
    }

    private static Html empty(Actor actor) {
        if (!actor.may("search")) {
            throw Problem.notYours();
        }
        return new Html(new SearchPage("", List.of()));
    }
}
