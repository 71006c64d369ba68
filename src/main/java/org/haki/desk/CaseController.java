package org.haki.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a case and its printed history. */
@Controller
class CaseController {

    private final CaseDesk cases;

    CaseController(CaseDesk cases) {
        this.cases = cases;
    }

    @GetMapping("/cases/{code}")
    Html see(Actor actor, @PathVariable String code) {
        return new Html(cases.see(actor, Code.of(code)));
    }

    /** The story anew, when anything was said since it was drawn. */
    @GetMapping("/cases/{code}/fresh")
    ResponseEntity<Html> fresh(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String seen) {
        return cases.news(actor, Code.of(code), moment(seen))
                .map(page -> ResponseEntity.ok(new Html(page, CasePage.STORY)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Microseconds since 1970; what cannot be read is long ago. */
    private static Instant moment(String text) {
        return text.matches("\\d{1,16}") ? Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS) : Instant.EPOCH;
    }

    @GetMapping("/cases/{code}/history")
    Html history(Actor actor, @PathVariable String code) {
        return new Html(cases.history(actor, Code.of(code)));
    }
}
