package org.haki.referrals;

import java.util.Map;
import java.util.UUID;
import org.haki.activities.Activities;
import org.haki.activities.ActivityPage;
import org.haki.activities.ActivityScenes;
import org.haki.activities.ChangeActivity;
import org.haki.activities.CompleteActivity;
import org.haki.activities.EndActivity;
import org.haki.activities.PlanActivity;
import org.haki.activities.RecordActivity;
import org.haki.activities.SettleSteps;
import org.haki.activities.Unfit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a case that one leads for another organisation: the same pages as the owner's, at the window. */
@Controller
class LeadPlanController {

    private final LedCases led;
    private final Activities activities;
    private final ActivityScenes scenes;

    LeadPlanController(LedCases led, Activities activities, ActivityScenes scenes) {
        this.led = led;
        this.activities = activities;
        this.scenes = scenes;
    }

    @GetMapping("/shared/{id}/activities/record")
    Html record(Actor actor, @PathVariable String id) {
        var seat = led.at(actor, Id.of(id));
        return new Html(scenes.recordPage(seat.guest(), seat.code(), RecordActivity.empty(), null));
    }

    @PostMapping("/shared/{id}/activities")
    ResponseEntity<Html> record(Actor actor, @PathVariable String id, RecordActivity said, Op op) {
        var seat = led.at(actor, Id.of(id));
        try {
            return Html.seeOther(led.record(seat, said, op), "saved");
        } catch (Unfit unfit) {
            return Html.unprocessable(scenes.recordPage(seat.guest(), seat.code(), said, unfit.errors()));
        }
    }

    @GetMapping("/shared/{id}/activities/new")
    Html plan(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from) {
        var seat = led.at(actor, Id.of(id));
        var known = from.isEmpty() ? "" : Id.of(from).toString();
        return new Html(scenes.planPage(seat.guest(), seat.code(), PlanActivity.empty(kind, "", known), null));
    }

    @PostMapping("/shared/{id}/activities/new")
    ResponseEntity<Html> plan(Actor actor, @PathVariable String id, PlanActivity said, Op op) {
        var seat = led.at(actor, Id.of(id));
        try {
            return Html.seeOther(led.deed(seat, () -> activities.plan(seat.guest(), seat.code(), said, op)), "planned");
        } catch (Unfit unfit) {
            return Html.unprocessable(scenes.planPage(seat.guest(), seat.code(), said, unfit.errors()));
        }
    }

    @GetMapping("/shared/{id}/activities/open")
    Html open(Actor actor, @PathVariable String id) {
        var seat = led.at(actor, Id.of(id));
        return new Html(scenes.openPage(seat.guest(), seat.code(), SettleSteps.of(Map.of()), null));
    }

    @PostMapping("/shared/{id}/activities/open")
    ResponseEntity<Html> settle(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields, Op op) {
        var seat = led.at(actor, Id.of(id));
        var chosen = SettleSteps.of(fields);
        try {
            return Html.seeOther(led.deed(seat, () -> activities.settle(seat.guest(), seat.code(), chosen, op)), "settled");
        } catch (Unfit unfit) {
            return Html.unprocessable(scenes.openPage(seat.guest(), seat.code(), chosen, unfit.errors()));
        }
    }

    @GetMapping("/shared/{id}/activities/{activity}")
    Html see(Actor actor, @PathVariable String id, @PathVariable String activity) {
        return new Html(page(led.at(actor, Id.of(id)), Id.of(activity)));
    }

    @PostMapping("/shared/{id}/activities/{activity}/completion")
    ResponseEntity<Html> complete(Actor actor, @PathVariable String id, @PathVariable String activity, CompleteActivity said, Op op) {
        var seat = led.at(actor, Id.of(id));
        try {
            return Html.seeOther(led.deed(seat, () -> activities.complete(seat.guest(), seat.code(), Id.of(activity), said, op)), "done");
        } catch (Unfit unfit) {
            return Html.unprocessable(page(seat, Id.of(activity)).with(said, unfit.errors()));
        }
    }

    @GetMapping("/shared/{id}/activities/{activity}/missed")
    Html missed(Actor actor, @PathVariable String id, @PathVariable String activity) {
        return new Html(page(led.at(actor, Id.of(id)), Id.of(activity)).with("missed", EndActivity.empty(), null));
    }

    @PostMapping("/shared/{id}/activities/{activity}/missed")
    ResponseEntity<Html> miss(Actor actor, @PathVariable String id, @PathVariable String activity, EndActivity said, Op op) {
        var seat = led.at(actor, Id.of(id));
        try {
            return Html.seeOther(led.deed(seat, () -> activities.miss(seat.guest(), seat.code(), Id.of(activity), said, op)), "saved");
        } catch (Unfit unfit) {
            return Html.unprocessable(page(seat, Id.of(activity)).with("missed", said, unfit.errors()));
        }
    }

    @GetMapping("/shared/{id}/activities/{activity}/cancellation")
    Html cancellation(Actor actor, @PathVariable String id, @PathVariable String activity) {
        return new Html(page(led.at(actor, Id.of(id)), Id.of(activity)).with("cancellation", EndActivity.empty(), null));
    }

    @PostMapping("/shared/{id}/activities/{activity}/cancellation")
    ResponseEntity<Html> cancel(Actor actor, @PathVariable String id, @PathVariable String activity, EndActivity said, Op op) {
        var seat = led.at(actor, Id.of(id));
        try {
            return Html.seeOther(led.deed(seat, () -> activities.cancel(seat.guest(), seat.code(), Id.of(activity), said, op)), "saved");
        } catch (Unfit unfit) {
            return Html.unprocessable(page(seat, Id.of(activity)).with("cancellation", said, unfit.errors()));
        }
    }

    @GetMapping("/shared/{id}/activities/{activity}/change")
    Html change(Actor actor, @PathVariable String id, @PathVariable String activity) {
        var page = page(led.at(actor, Id.of(id)), Id.of(activity));
        return new Html(page.with(ChangeActivity.asItIs(page.activity().row(), actor.zone()), null));
    }

    @PostMapping("/shared/{id}/activities/{activity}/change")
    ResponseEntity<Html> change(Actor actor, @PathVariable String id, @PathVariable String activity, ChangeActivity said, Op op) {
        var seat = led.at(actor, Id.of(id));
        try {
            return Html.seeOther(led.deed(seat, () -> activities.change(seat.guest(), seat.code(), Id.of(activity), said, op)), "saved");
        } catch (Unfit unfit) {
            return Html.unprocessable(page(seat, Id.of(activity)).with(said, unfit.errors()));
        }
    }

    @PostMapping("/shared/{id}/activities/{activity}/undoing")
    ResponseEntity<Html> undo(Actor actor, @PathVariable String id, @PathVariable String activity, Op op) {
        var seat = led.at(actor, Id.of(id));
        return Html.seeOther(led.deed(seat, () -> activities.undo(seat.guest(), seat.code(), Id.of(activity), op)), "saved");
    }

    private ActivityPage page(LedCases.Seat seat, UUID activity) {
        return scenes.page(seat.guest(), seat.code(), activity);
    }
}
