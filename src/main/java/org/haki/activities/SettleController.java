package org.haki.activities;

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

/** One activity's page and what becomes of it. */
@Controller
class SettleController {

    private final Activities activities;
    private final ActivityScenes scenes;

    SettleController(Activities activities, ActivityScenes scenes) {
        this.activities = activities;
        this.scenes = scenes;
    }

    @GetMapping("/cases/{code}/activities/{id}")
    Html see(Actor actor, @PathVariable String code, @PathVariable String id) {
        return new Html(page(actor, code, id));
    }

    @PostMapping("/cases/{code}/activities/{id}/completion")
    ResponseEntity<Html> complete(Actor actor, @PathVariable String code, @PathVariable String id, CompleteActivity said, Op op) {
        try {
            return Html.seeOther(activities.complete(actor, Code.of(code), Id.of(id), said, op), "done");
        } catch (Unfit unfit) {
            return Html.unprocessable(page(actor, code, id).with(said, unfit.errors()));
        }
    }

    @GetMapping("/cases/{code}/activities/{id}/missed")
    Html missed(Actor actor, @PathVariable String code, @PathVariable String id) {
        return new Html(page(actor, code, id).with("missed", EndActivity.empty(), null));
    }

    @PostMapping("/cases/{code}/activities/{id}/missed")
    ResponseEntity<Html> miss(Actor actor, @PathVariable String code, @PathVariable String id, EndActivity said, Op op) {
        try {
            return Html.seeOther(activities.miss(actor, Code.of(code), Id.of(id), said, op), "saved");
        } catch (Unfit unfit) {
            return Html.unprocessable(page(actor, code, id).with("missed", said, unfit.errors()));
        }
    }

    @GetMapping("/cases/{code}/activities/{id}/cancellation")
    Html cancellation(Actor actor, @PathVariable String code, @PathVariable String id) {
        return new Html(page(actor, code, id).with("cancellation", EndActivity.empty(), null));
    }

    @PostMapping("/cases/{code}/activities/{id}/cancellation")
    ResponseEntity<Html> cancel(Actor actor, @PathVariable String code, @PathVariable String id, EndActivity said, Op op) {
        try {
            return Html.seeOther(activities.cancel(actor, Code.of(code), Id.of(id), said, op), "saved");
        } catch (Unfit unfit) {
            return Html.unprocessable(page(actor, code, id).with("cancellation", said, unfit.errors()));
        }
    }

    @GetMapping("/cases/{code}/activities/{id}/change")
    Html change(Actor actor, @PathVariable String code, @PathVariable String id) {
        var page = page(actor, code, id);
        return new Html(page.with(ChangeActivity.asItIs(page.activity().row(), actor.zone()), null));
    }

    @PostMapping("/cases/{code}/activities/{id}/change")
    ResponseEntity<Html> change(Actor actor, @PathVariable String code, @PathVariable String id, ChangeActivity said, Op op) {
        try {
            return Html.seeOther(activities.change(actor, Code.of(code), Id.of(id), said, op), "saved");
        } catch (Unfit unfit) {
            return Html.unprocessable(page(actor, code, id).with(said, unfit.errors()));
        }
    }

    @PostMapping("/cases/{code}/activities/{id}/undoing")
    ResponseEntity<Html> undo(Actor actor, @PathVariable String code, @PathVariable String id, Op op) {
        return Html.seeOther(activities.undo(actor, Code.of(code), Id.of(id), op), "saved");
    }

    private ActivityPage page(Actor actor, String code, String id) {
        return scenes.page(actor, Code.of(code), Id.of(id));
    }
}
