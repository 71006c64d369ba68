package org.haki.cases;

import org.haki.access.Organisations;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of one case that are a choice and a button: its stage, its fence, what the client decided. */
@Controller
class StepController {

    private final Work work;
    private final CaseParts parts;
    private final Stages stages;
    private final Fences fences;
    private final Consents consents;
    private final ConsentProofs proofs;
    private final Majority majority;
    private final Organisations organisations;

    StepController(Work work, CaseParts parts, Stages stages, Fences fences, Consents consents, ConsentProofs proofs,
            Majority majority, Organisations organisations) {
        this.work = work;
        this.parts = parts;
        this.stages = stages;
        this.fences = fences;
        this.consents = consents;
        this.proofs = proofs;
        this.majority = majority;
        this.organisations = organisations;
    }

    @GetMapping("/cases/{code}/stage")
    Html stage(Actor actor, @PathVariable String code) {
        return new Html(new StagePage(open(actor, code, "case.write"), "", null));
    }

    @PostMapping("/cases/{code}/stage")
    ResponseEntity<Html> move(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String stage, Op op) {
        return stage.isEmpty()
                ? Html.unprocessable(new StagePage(open(actor, code, "case.write"), "", new Errors().add("stage", "Case.chooseOne")))
                : Html.seeOther(stages.move(actor, code, stage, op), "moved");
    }

    @GetMapping("/cases/{code}/fence")
    Html fence(Actor actor, @PathVariable String code) {
        return new Html(new FencePage(open(actor, code, "case.fence"), "", null));
    }

    @PostMapping("/cases/{code}/fence")
    ResponseEntity<Html> fence(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String fenced,
            @RequestParam(defaultValue = "") String reason,
            Op op) {
        boolean raise = fenced.equals("yes");
        if (!(raise ? Fences.REASONS : Fences.REASONS_TO_LOWER).contains(reason)) {
            var errors = new Errors().add("reason", "Case.chooseOne");
            return Html.unprocessable(new FencePage(open(actor, code, "case.fence"), reason, errors));
        }
        return Html.seeOther(
                raise ? fences.raise(actor, code, reason, op) : fences.lower(actor, code, reason, op), raise ? "fenced" : "unfenced");
    }

    @GetMapping("/cases/{code}/consents")
    Html consents(Actor actor, @PathVariable String code) {
        return new Html(consentsPage(actor, code, RecordConsent.EMPTY, null));
    }

    @PostMapping("/cases/{code}/consents")
    ResponseEntity<Html> consent(Actor actor, @PathVariable String code, RecordConsent said, Op op) {
        var errors = said.errors();
        if (errors.isEmpty()) {
            errors.addAll(consents.hindrances(actor, code, said));
        }
        if (!errors.isEmpty()) {
            return Html.unprocessable(consentsPage(actor, code, said, errors));
        }
        var language = organisations.of(actor.org()).language();
        return Html.seeOther(consents.record(actor, code, said.decision(language), op), "saved");
    }

    private ConsentsPage consentsPage(Actor actor, String code, RecordConsent said, Errors errors) {
        var head = parts.head(actor, code, "case.read");
        return work.as(actor, "case.read", () -> new ConsentsPage(
                head, proofs.of(actor, head.file()), majority.ageOf(actor, head.file()), said, errors));
    }

    private CaseHead open(Actor actor, String code, String verb) {
        var head = parts.head(actor, code, verb);
        if (!head.isOpen()) {
            throw Problem.notNow();
        }
        return head;
    }
}
