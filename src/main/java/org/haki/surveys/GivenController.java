package org.haki.surveys;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Forms that are given to other organisations, and taken from them. */
@Controller
class GivenController {

    private final GivenForms given;
    private final Surveys surveys;

    GivenController(GivenForms given, Surveys surveys) {
        this.given = given;
        this.surveys = surveys;
    }

    /** Gives a copy of a form. */
    @PostMapping("/settings/forms/{id}/copies")
    ResponseEntity<Html> give(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String organisation, Op op) {
        given.give(actor, Id.of(id), Id.of(organisation), op);
        return Html.seeOther("/settings/forms/" + Id.of(id), "form-given");
    }

    /** Takes one that was given, as a draft. */
    @PostMapping("/settings/given-forms/{gift}")
    ResponseEntity<Html> take(Actor actor, @PathVariable String gift, Op op) {
        try {
            return Html.seeOther(given.take(actor, Id.of(gift), op), "form-uploaded");
        } catch (WrongBook wrong) {
            var problems = wrong.book().problems();
            return Html.unprocessable(new SurveysPage(surveys.all(actor), given.waiting(actor), wrong.book().file(), problems,
                    new Errors().add("book", "SurveysPage.wrong", problems.size())));
        }
    }

    @PostMapping("/settings/given-forms/{gift}/end")
    ResponseEntity<Html> leave(Actor actor, @PathVariable String gift, Op op) {
        given.leave(actor, Id.of(gift), op);
        return Html.seeOther("/settings/forms", "saved");
    }
}
