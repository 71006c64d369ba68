package org.haki.intake;

import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Calling back: planning the calls, and logging each. */
@Controller
class CallController {

    private final Attempts attempts;

    CallController(Attempts attempts) {
        this.attempts = attempts;
    }

    @GetMapping("/intake/{code}/attempts")
    Html plan(Actor actor, @PathVariable String code) {
        var plan = attempts.toPlan(actor, Code.of(code));
        var suggested = SafeHours.suggest(plan.account().hours(), plan.now());
        return new Html(page(plan, PlanCalls.suggested(suggested, actor.person().toString()), null));
    }

    @PostMapping("/intake/{code}/attempts")
    ResponseEntity<Html> plan(Actor actor, @PathVariable String code, PlanCalls said, Op op) {
        var plan = attempts.toPlan(actor, Code.of(code));
        var errors = said.errors(plan.who(), plan.account().hours(), plan.now());
        return errors.isEmpty()
                ? Html.seeOther(attempts.plan(actor, Code.of(code), said, op), "calls")
                : Html.unprocessable(page(plan, said, errors));
    }

    @GetMapping("/intake/{code}/attempts/{attempt}")
    Html log(Actor actor, @PathVariable String code, @PathVariable String attempt) {
        return new Html(page(attempts.toLog(actor, Code.of(code), Id.of(attempt)), attempt, new LogCall("", ""), null));
    }

    @PostMapping("/intake/{code}/attempts/{attempt}")
    ResponseEntity<Html> log(Actor actor, @PathVariable String code, @PathVariable String attempt, LogCall said, Op op) {
        var errors = said.errors();
        return errors.isEmpty()
                ? Html.seeOther(attempts.log(actor, Code.of(code), Id.of(attempt), said, op), "logged")
                : Html.unprocessable(page(attempts.toLog(actor, Code.of(code), Id.of(attempt)), attempt, said, errors));
    }

    private static PlanCallsPage page(Attempts.Plan plan, PlanCalls said, Errors errors) {
        return new PlanCallsPage(Brief.of(plan.intake(), plan.account()), plan.account(), said, plan.colleagues(), errors);
    }

    private static LogCallPage page(Attempts.Plan plan, String attempt, LogCall said, Errors errors) {
        return new LogCallPage(Brief.of(plan.intake(), plan.account()), plan.account(), Id.of(attempt), said, errors);
    }
}
