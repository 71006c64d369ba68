package org.haki.cases;

import java.util.UUID;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Break-glass and its review, and why a colleague does not find a case. */
@Controller
class OversightController {

    private final Work work;
    private final Staff staff;
    private final Oversight oversight;

    OversightController(Work work, Staff staff, Oversight oversight) {
        this.work = work;
        this.staff = staff;
        this.oversight = oversight;
    }

    @GetMapping("/break-glass")
    Html breakGlass(Actor actor) {
        return new Html(glassPage(actor, OpenByBreakGlass.EMPTY, null));
    }

    @PostMapping("/break-glass")
    ResponseEntity<Html> breakGlass(Actor actor, OpenByBreakGlass said, Op op) {
        var page = glassPage(actor, said, said.errors());
        if (!page.errors().isEmpty()) {
            return Html.unprocessable(page);
        }
        try {
            return Html.seeOther(oversight.breakGlass(actor, said, op));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return Html.unprocessable(glassPage(actor, said, new Errors().add("code", "BreakGlassPage.code.unknown")));
        }
    }

    @PostMapping("/break-glass/{id}/review")
    ResponseEntity<Html> review(Actor actor, @PathVariable String id, Op op) {
        oversight.review(actor, Id.of(id), op);
        return Html.seeOther("/today", "saved");
    }

    @GetMapping("/settings/people/{id}/sight")
    Html sight(Actor actor, @PathVariable String id) {
        return new Html(sightPage(actor, Id.of(id), "", null, null));
    }

    @PostMapping("/settings/people/{id}/sight")
    ResponseEntity<Html> sight(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String person) {
        var asked = sightPage(actor, Id.of(id), code, null, null);
        if (Code.read(code) == null) {
            return Html.unprocessable(sightPage(actor, asked.person(), code, null, new Errors().add("code", "SightPage.code.not")));
        }
        var page = person.isEmpty() ? asked : sightPage(actor, Id.of(person), code, null, null);
        var answer = oversight.sight(actor, code, page.person()).key();
        return ResponseEntity.ok(new Html(new SightPage(page.person(), page.name(), page.colleagues(), code, answer, null)));
    }

    private BreakGlassPage glassPage(Actor actor, OpenByBreakGlass said, Errors errors) {
        return work.as(actor, "case.break_glass", () -> new BreakGlassPage(
                said, staff.colleagues(actor).stream().filter(one -> !actor.is(one.id())).toList(), errors));
    }

    private SightPage sightPage(Actor actor, UUID person, String code, String answer, Errors errors) {
        return work.as(actor, "case.sight", () -> {
            var colleagues = staff.colleagues(actor);
            var name = colleagues.stream().filter(one -> one.id().equals(person)).map(Colleague::name).findFirst().orElseThrow(Problem::notFound);
            return new SightPage(person, name, colleagues, code, answer, errors);
        });
    }
}
