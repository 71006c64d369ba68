package org.haki.activities;

import java.util.Map;
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

/** Writing down what happened, planning, and settling what is open before a case closes. */
@Controller
class ActivityController {

    private final Activities activities;
    private final ActivityScenes scenes;

    ActivityController(Activities activities, ActivityScenes scenes) {
        this.activities = activities;
        this.scenes = scenes;
    }

    @GetMapping("/cases/{code}/activities/record")
    Html record(Actor actor, @PathVariable String code) {
        return new Html(new RecordActivityPage(scenes.of(actor, Code.of(code)), RecordActivity.empty(), null));
    }

    @PostMapping("/cases/{code}/activities")
    ResponseEntity<Html> record(Actor actor, @PathVariable String code, RecordActivity said, Op op) {
        try {
            return Html.seeOther(activities.record(actor, Code.of(code), said, op));
        } catch (Unfit unfit) {
            return Html.unprocessable(new RecordActivityPage(scenes.of(actor, Code.of(code)), said, unfit.errors()));
        }
    }

    @GetMapping("/cases/{code}/activities/new")
    Html plan(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from) {
        var scene = scenes.of(actor, Code.of(code));
        var known = from.isEmpty() ? "" : Id.of(from).toString();
        return new Html(new PlanActivityPage(scene, PlanActivity.empty(kind, actor.person().toString(), known), null));
    }

    @PostMapping("/cases/{code}/activities/new")
    ResponseEntity<Html> plan(Actor actor, @PathVariable String code, PlanActivity said, Op op) {
        try {
            return Html.seeOther(activities.plan(actor, Code.of(code), said, op), "planned");
        } catch (Unfit unfit) {
            return Html.unprocessable(new PlanActivityPage(scenes.of(actor, Code.of(code)), said, unfit.errors()));
        }
    }

    @GetMapping("/cases/{code}/activities/open")
    Html open(Actor actor, @PathVariable String code) {
        return new Html(new OpenStepsPage(scenes.of(actor, Code.of(code)), Map.of(), null));
    }

    @PostMapping("/cases/{code}/activities/open")
    ResponseEntity<Html> settle(Actor actor, @PathVariable String code, @RequestParam Map<String, String> fields, Op op) {
        var chosen = SettleSteps.of(fields);
        try {
            return Html.seeOther(activities.settle(actor, Code.of(code), chosen, op), "settled");
        } catch (Unfit unfit) {
            return Html.unprocessable(new OpenStepsPage(scenes.of(actor, Code.of(code)), chosen.choices(), unfit.errors()));
        }
    }
}
