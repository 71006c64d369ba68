package org.haki.cases;

import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The version of its type that a case has. */
@Controller
class TypeVersionController {

    private final Work work;
    private final CaseParts parts;
    private final TypeVersions versions;

    TypeVersionController(Work work, CaseParts parts, TypeVersions versions) {
        this.work = work;
        this.parts = parts;
        this.versions = versions;
    }

    @GetMapping("/cases/{code}/type-version")
    Html version(Actor actor, @PathVariable String code) {
        return new Html(page(actor, code, "case.read"));
    }

    @PostMapping("/cases/{code}/type-version")
    ResponseEntity<Html> bring(Actor actor, @PathVariable String code, Op op) {
        var page = page(actor, code, TypeVersions.VERB);
        return page.isRefused() ? ResponseEntity.unprocessableContent().body(new Html(page)) : Html.seeOther(versions.bring(actor, code, op), "upgraded");
    }

    private TypeVersionPage page(Actor actor, String code, String verb) {
        return work.as(actor, verb, () -> {
            var head = parts.head(actor, code, verb);
            var file = head.file();
            return new TypeVersionPage(head, versions.newer(actor, file).orElse(null), versions.foresee(actor, file),
                    actor.may(TypeVersions.VERB, file.office()), versions.of(actor, file));
        });
    }
}
