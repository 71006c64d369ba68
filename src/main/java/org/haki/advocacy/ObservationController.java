package org.haki.advocacy;

import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an institution was seen to do: drafted in a case, put right, taken back; found, kept, rejected. */
@Controller
class ObservationController {

    private final Observations observations;
    private final ObservationRegister register;

    ObservationController(Observations observations, ObservationRegister register) {
        this.observations = observations;
        this.register = register;
    }

    @GetMapping("/cases/{code}/observations/new")
    Html form(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String step) {
        return new Html(register.empty(actor, Code.of(code), institution.isEmpty() ? null : Id.of(institution), step.isEmpty() ? null : Id.of(step)));
    }

    @PostMapping("/cases/{code}/observations")
    ResponseEntity<Html> draft(Actor actor, @PathVariable String code, RecordObservation said, Op op) {
        try {
            return Html.seeOther(observations.draft(actor, Code.of(code), said, op), "observed");
        } catch (LooksWrong wrong) {
            return Html.unprocessable(register.again(actor, Code.of(code), said, wrong.errors()));
        }
    }

    @GetMapping("/cases/{code}/observations/{id}")
    Html edit(Actor actor, @PathVariable String code, @PathVariable String id) {
        return new Html(register.edit(actor, Code.of(code), Id.of(id), null, null));
    }

    @PostMapping("/cases/{code}/observations/{id}")
    ResponseEntity<Html> edit(Actor actor, @PathVariable String code, @PathVariable String id, RecordObservation said, Op op) {
        try {
            return Html.seeOther(observations.edit(actor, Code.of(code), Id.of(id), said, op), "saved");
        } catch (LooksWrong wrong) {
            return Html.unprocessable(register.edit(actor, Code.of(code), Id.of(id), said, wrong.errors()));
        }
    }

    @PostMapping("/cases/{code}/observations/{id}/undoing")
    ResponseEntity<Html> undo(Actor actor, @PathVariable String code, @PathVariable String id, Op op) {
        return Html.seeOther(observations.undo(actor, Code.of(code), Id.of(id), op), "unobserved");
    }

    @GetMapping("/observations")
    Html list(Actor actor, @RequestParam(defaultValue = "draft") String state, @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String practice, @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String after) {
        return new Html(register.page(actor, ListObservations.of(state, institution, practice, month, after)));
    }

    @GetMapping("/observations/{id}")
    Html see(Actor actor, @PathVariable String id) {
        return new Html(register.one(actor, Id.of(id), null));
    }

    @PostMapping("/observations/{id}/check")
    ResponseEntity<Html> check(Actor actor, @PathVariable String id, Op op) {
        return Html.seeOther(observations.check(actor, Id.of(id), op), "observation_kept");
    }

    @PostMapping("/observations/{id}/rejection")
    ResponseEntity<Html> reject(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String reason, Op op) {
        try {
            return Html.seeOther(observations.reject(actor, Id.of(id), reason, op), "observation_rejected");
        } catch (LooksWrong wrong) {
            return Html.unprocessable(register.one(actor, Id.of(id), wrong.errors()));
        }
    }

    @PostMapping("/observations/{id}/return")
    ResponseEntity<Html> giveBack(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String reason, Op op) {
        try {
            return Html.seeOther(observations.giveBack(actor, Id.of(id), reason, op), "saved");
        } catch (LooksWrong wrong) {
            return Html.unprocessable(register.one(actor, Id.of(id), wrong.errors()));
        }
    }
}
