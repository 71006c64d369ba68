package org.haki.cases;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving a case after little more than a talk. */
@Controller
class BriefExitController {

    private final Work work;
    private final CaseParts parts;
    private final Closings closings;
    private final ClosingDraw draws;
    private final Retention retention;

    BriefExitController(Work work, CaseParts parts, Closings closings, ClosingDraw draws, Retention retention) {
        this.work = work;
        this.parts = parts;
        this.closings = closings;
        this.draws = draws;
        this.retention = retention;
    }

    @GetMapping("/cases/{code}/brief-exit")
    Html form(Actor actor, @PathVariable String code) {
        return new Html(page(actor, code, LeaveBriefly.EMPTY, null));
    }

    @PostMapping("/cases/{code}/brief-exit")
    ResponseEntity<Html> leave(Actor actor, @PathVariable String code, LeaveBriefly said, Op op) {
        if (!parts.head(actor, code, "case.propose").file().isOpen()) {
            return left(actor, code, said, op);   // sent twice, or too late
        }
        var page = page(actor, code, said, null);
        var errors = said.errors(page.head().type(), page.verifiers().stream().map(one -> one.id().toString()).toList(), page.atLeast());
        return errors.isEmpty() && page.obstacles().isEmpty()
                ? left(actor, code, said, op)
                : Html.unprocessable(page(actor, code, said, errors));
    }

    private ResponseEntity<Html> left(Actor actor, String code, LeaveBriefly said, Op op) {
        var path = closings.leaveBriefly(actor, code, said, op);
        return Html.seeOther(path, draws.cameOf(actor, code));
    }

    private BriefExitPage page(Actor actor, String code, LeaveBriefly said, Errors errors) {
        return work.as(actor, "case.propose", () -> {
            var head = parts.head(actor, code, "case.propose");
            if (head.type().ending().brief() == null) {
                throw Problem.notFound();
            }
            if (!head.file().isOpen()) {
                throw Problem.notNow();
            }
            return new BriefExitPage(
                    head, closings.briefObstacles(actor, head.file()), closings.verifiers(actor, head.file()),
                    retention.atLeast(actor, head.file()), said, errors);
        });
    }
}
