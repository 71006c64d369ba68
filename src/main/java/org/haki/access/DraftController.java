package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.ui.Html;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class DraftController {

    /** What a page reads to fill its form again. */
    record Kept(String id, String action, Map<String, List<String>> fields) {}

    private final Drafts drafts;
    private final Sessions sessions;

    DraftController(Drafts drafts, Sessions sessions) {
        this.drafts = drafts;
        this.sessions = sessions;
    }

    /** Also when the screen is locked already. */
    @PostMapping("/drafts")
    ResponseEntity<Void> keep(
            @RequestParam String page, @RequestParam String action, @RequestParam String fields, HttpServletRequest request) {
        var from = SessionFilter.from(request);
        var actor = sessions.actor(SessionFilter.session(request), from.request(), from.address());
        drafts.keep(actor, page, action, fields);
        return ResponseEntity.noContent().build();
    }

    @GetMapping(path = "/drafts", params = "page", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Kept> ofPage(Actor actor, @RequestParam String page) {
        return drafts.ofPage(actor, page)
                .map(draft -> ResponseEntity.ok(new Kept(draft.id().toString(), draft.action(), draft.fields())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/drafts/{id}")
    Html page(Actor actor, @PathVariable String id) {
        return new Html(DraftPage.of(drafts.of(actor, Id.of(id))));
    }

    @PostMapping("/drafts/{id}/end")
    ResponseEntity<Html> throwAway(Actor actor, @PathVariable String id) {
        drafts.forget(actor, Id.of(id));
        return Html.seeOther("/");
    }
}
