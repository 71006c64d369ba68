package org.haki.desk;

import java.util.List;
import java.util.Map;
import org.haki.cases.CaseFile;
import org.haki.cases.NewCaseForm;
import org.haki.cases.NewCases;
import org.haki.cases.OpenCase;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.people.Likeness;
import org.haki.people.LooksAlike;
import org.haki.people.Persons;
import org.haki.people.RegisterPerson;
import org.haki.sheets.FirstSection;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A new case by hand, on one page. */
@Controller
class NewCaseController {

    private final NewCases fresh;
    private final FirstSection first;
    private final Persons persons;
    private final Household household;

    NewCaseController(NewCases fresh, FirstSection first, Persons persons, Household household) {
        this.fresh = fresh;
        this.first = first;
        this.persons = persons;
        this.household = household;
    }

    @GetMapping("/cases/new")
    Html fresh(Actor actor, @RequestParam(defaultValue = "") String type) {
        var form = fresh.form(actor, type);
        return new Html(new NewCasePage(form, form.type() == null ? null : first.ask(actor, form.type(), null), null));
    }

    /** What is asked now, after what was answered; nothing is saved. */
    @PostMapping("/cases/new/questions")
    Html questions(Actor actor, OpenCase said, RegisterPerson client, @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String part) {
        var page = page(actor, fresh.form(actor, said, client, List.of(), new Errors()), typed, null, false);
        return part == null || page.first() == null ? new Html(page) : new Html(page.first(), "SheetQuestions");
    }

    @PostMapping("/cases")
    ResponseEntity<Html> open(Actor actor, OpenCase said, RegisterPerson client, @RequestParam MultiValueMap<String, String> typed, Op op) {
        var page = again(actor, said, client, typed, null, List.of(), fresh.errors(actor, said, client));
        if (!page.isRight()) {
            return Html.unprocessable(page);
        }
        try {
            return Html.seeOther(fresh.open(actor, said, client, Map.of(), op, file -> first.save(actor, file, page.form().type(), typed, op)), "opened");
        } catch (LooksAlike alike) {
            return Html.unprocessable(again(actor, said, client, typed, null, persons.alike(actor, client), new Errors().add("person", "RegisterPerson.alike")));
        }
    }

    /** The next of the household of this case. */
    @GetMapping("/cases/{code}/next")
    Html next(Actor actor, @PathVariable String code) {
        return new Html(household.form(actor, code));
    }

    @PostMapping("/cases/{code}/next")
    ResponseEntity<Html> openNext(Actor actor, @PathVariable String code, OpenCase said, RegisterPerson client,
            @RequestParam MultiValueMap<String, String> typed, Op op) {
        var from = household.from(actor, code);
        var next = said.ofHousehold(from);
        var page = again(actor, next, client, typed, from, List.of(), fresh.errors(actor, next, client));
        if (!page.isRight()) {
            return Html.unprocessable(page);
        }
        try {
            return Html.seeOther(household.open(actor, from, next, client, typed, op), "opened");
        } catch (LooksAlike likely) {
            var alike = persons.alike(actor, client).stream().filter(one -> !one.person().id().equals(from.client())).toList();
            return alike.isEmpty() ? Html.seeOther(household.open(actor, from, next, client.asNew(), typed, op), "opened")
                    : Html.unprocessable(again(actor, next, client, typed, from, alike, new Errors().add("person", "RegisterPerson.alike")));
        }
    }

    private NewCasePage again(Actor actor, OpenCase said, RegisterPerson client, Map<String, List<String>> typed, CaseFile from, List<Likeness> alike,
            Errors errors) {
        return page(actor, fresh.form(actor, said, client, alike, errors), typed, from, true);
    }

    private NewCasePage page(Actor actor, NewCaseForm form, Map<String, List<String>> typed, CaseFile from, boolean last) {
        return new NewCasePage(form, form.type() == null ? null
                : first.typed(actor, form.type(), fresh.client(actor, form.client()), typed, last), from);
    }
}
