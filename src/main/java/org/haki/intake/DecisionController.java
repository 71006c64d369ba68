package org.haki.intake;

import org.haki.cases.CaseTypes;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.people.Identity;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What becomes of a report, apart from a case: nothing, no, or advice; and taking that back. */
@Controller
class DecisionController {

    private final Decisions decisions;
    private final Readings readings;
    private final Queue queue;
    private final CaseTypes types;

    DecisionController(Decisions decisions, Readings readings, Queue queue, CaseTypes types) {
        this.decisions = decisions;
        this.readings = readings;
        this.queue = queue;
        this.types = types;
    }

    @GetMapping("/intake/{code}/dismissal")
    Html whyNot(Actor actor, @PathVariable String code) {
        return new Html(new DismissPage(readings.toDecide(actor, Code.of(code)), null));
    }

    @PostMapping("/intake/decisions")
    ResponseEntity<Html> dismiss(Actor actor, Dismiss said, Op op) {
        var errors = said.errors();
        if (errors.isEmpty()) {
            return Html.seeOther(decisions.dismiss(actor, said, op));
        }
        if (said.view().isEmpty() && said.intake().size() == 1) { // from the page about this one
            return Html.unprocessable(new DismissPage(readings.toDecide(actor, Code.of(said.intake().getFirst().split("\\.")[0])), errors));
        }
        return Html.unprocessable(queue.page(actor, new Filter(said.view(), "", "", ""), null, null, 0).with(errors));
    }

    @PostMapping("/intake/decisions/{decision}/reversal")
    ResponseEntity<Html> undo(Actor actor, @PathVariable String decision, Op op) {
        return Html.seeOther(decisions.undo(actor, Id.of(decision), op), "undone");
    }

    @GetMapping("/intake/{code}/decline")
    Html whyDecline(Actor actor, @PathVariable String code) {
        return new Html(new DeclinePage(readings.toDecide(actor, Code.of(code)), new Decline("", "", ""), null));
    }

    @PostMapping("/intake/{code}/decline")
    ResponseEntity<Html> decline(Actor actor, @PathVariable String code, Decline said, Op op) {
        var errors = said.errors();
        return errors.isEmpty()
                ? Html.seeOther(decisions.decline(actor, Code.of(code), said, op))
                : Html.unprocessable(new DeclinePage(readings.toDecide(actor, Code.of(code)), said, errors));
    }

    @GetMapping("/intake/{code}/consult")
    Html whatAdvice(Actor actor, @PathVariable String code) {
        return new Html(advice(readings.toDecide(actor, Code.of(code)), new GiveAdvice("", "", "", "", ""), null));
    }

    @PostMapping("/intake/{code}/consult")
    ResponseEntity<Html> consult(Actor actor, @PathVariable String code, GiveAdvice said, Op op) {
        var errors = said.errors(types.standard().services().keySet(), Identity.SEXES);
        return errors.isEmpty()
                ? Html.seeOther(decisions.consult(actor, Code.of(code), said, op))
                : Html.unprocessable(advice(readings.toDecide(actor, Code.of(code)), said, errors));
    }

    @PostMapping("/intake/{code}/restoration")
    ResponseEntity<Html> restore(Actor actor, @PathVariable String code, Op op) {
        return Html.seeOther(decisions.restore(actor, Code.of(code), op), "restored");
    }

    @PostMapping("/intake/{code}/clearance")
    ResponseEntity<Html> clear(Actor actor, @PathVariable String code, Op op) {
        return Html.seeOther(decisions.clear(actor, Code.of(code), op));
    }

    @GetMapping("/intake/{code}/answer")
    Html whatAnswer(Actor actor, @PathVariable String code) {
        return new Html(new AnswerPage(readings.toAnswer(actor, Code.of(code)), new Answer(""), null));
    }

    @PostMapping("/intake/{code}/answer")
    ResponseEntity<Html> answer(Actor actor, @PathVariable String code, Answer said, Op op) {
        var errors = said.errors();
        return errors.isEmpty()
                ? Html.seeOther(decisions.answer(actor, Code.of(code), said, op), "answered")
                : Html.unprocessable(new AnswerPage(readings.toAnswer(actor, Code.of(code)), said, errors));
    }

    private ConsultPage advice(Brief intake, GiveAdvice said, Errors errors) {
        return new ConsultPage(intake, said, types.standard().services(), errors);
    }
}
