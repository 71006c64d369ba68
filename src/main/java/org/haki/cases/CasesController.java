package org.haki.cases;

import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.people.LooksAlike;
import org.haki.people.Persons;
import org.haki.people.RegisterPerson;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases, and a new one by hand. */
@Controller
class CasesController {

    private final CaseList list;
    private final NewCases fresh;
    private final Persons persons;

    CasesController(CaseList list, NewCases fresh, Persons persons) {
        this.list = list;
        this.fresh = fresh;
        this.persons = persons;
    }

    @GetMapping("/cases")
    Html list(Actor actor, ListCases asked) {
        return new Html(list.show(actor, asked));
    }

    @GetMapping("/cases/new")
    Html fresh(Actor actor, @RequestParam(defaultValue = "") String type) {
        return new Html(fresh.form(actor, type));
    }

    @PostMapping("/cases")
    ResponseEntity<Html> open(Actor actor, OpenCase said, RegisterPerson client, Op op) {
        var errors = fresh.errors(actor, said, client);
        if (!errors.isEmpty()) {
            return Html.unprocessable(fresh.form(actor, said, client, List.of(), errors));
        }
        try {
            return Html.seeOther(fresh.open(actor, said, client, op), "opened");
        } catch (LooksAlike first) {
            errors.add("person", "RegisterPerson.alike");
            return Html.unprocessable(fresh.form(actor, said, client, persons.alike(actor, client), errors));
        }
    }
}
