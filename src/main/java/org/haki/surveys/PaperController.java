package org.haki.surveys;

import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Forms on paper. */
@Controller
class PaperController {

    private final SurveyPapers papers;

    PaperController(SurveyPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/forms/{id}/paper")
    Html blank(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "1") int copies, @RequestParam(defaultValue = "") String speak) {
        return new Html(papers.blank(actor, Id.of(id), copies, speak));
    }

    @GetMapping("/forms/{id}/paper/{code}")
    ResponseEntity<Html> to(Actor actor, @PathVariable String id, @PathVariable String code) {
        return Html.seeOther(papers.to(actor, Id.of(id), code));
    }

    @GetMapping("/forms/{id}/sheets/{code}/paper")
    Html filled(Actor actor, @PathVariable String id, @PathVariable String code, @RequestParam(defaultValue = "") String speak) {
        return new Html(papers.filled(actor, Id.of(id), code, speak));
    }

    @GetMapping("/settings/forms/{id}/paper")
    Html preview(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String speak) {
        return new Html(papers.preview(actor, Id.of(id), speak));
    }
}
