package org.haki.access;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class AccountController {

    private final Accounts accounts;
    private final Organisations organisations;
    private final Rights rights;
    private final String publicUrl;

    AccountController(
            Accounts accounts, Organisations organisations, Rights rights, @Value("${haki.public-url}") String publicUrl) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.rights = rights;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/settings/people")
    Html people(Actor actor) {
        return new Html(new StaffPage(accounts.all(actor), organisations.offices(actor)));
    }

    @GetMapping("/settings/people/new")
    Html somebodyNew(Actor actor) {
        accounts.checkMayManage(actor);
        return new Html(page(actor, null, PersonForm.blank(organisations.of(actor.org()).language()), new Errors()));
    }

    @PostMapping("/settings/people")
    ResponseEntity<Html> add(Actor actor, PersonForm said, Op op) {
        accounts.checkMayManage(actor);
        var errors = said.errors(true, false);
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor, null, said, errors));
        }
        var added = accounts.addWithCode(actor, said.person(rights, organisations.offices(actor)), op);
        if (added == null) {
            return Html.unprocessable(page(actor, null, said, new Errors().add("signInName", "PersonForm.signInName.taken")));
        }
        return added.code() == null
                ? Html.seeOther("/settings/people/" + added.id())
                : handOver(said.name(), SignInName.folded(said.signInName()), added.code());
    }

    @GetMapping("/settings/people/{id}")
    Html person(Actor actor, @PathVariable String id) {
        var account = accounts.of(actor, Id.of(id));
        return new Html(page(actor, account, PersonForm.of(account), new Errors()));
    }

    @PostMapping("/settings/people/{id}")
    ResponseEntity<Html> change(Actor actor, @PathVariable String id, PersonForm said, Op op) {
        var account = accounts.of(actor, Id.of(id));
        var own = actor.is(account.id());
        var errors = said.errors(false, own);
        if (!errors.isEmpty()) {
            return Html.unprocessable(page(actor, account, said, errors));
        }
        var person = said.person(rights, organisations.offices(actor));
        accounts.change(actor, account.id(), own ? person.with(account.memberships()) : person, op);
        return Html.seeOther("/settings/people/" + account.id(), "saved");
    }

    @PostMapping("/settings/people/{id}/code")
    ResponseEntity<Html> code(
            Actor actor, @PathVariable String id, @RequestParam(defaultValue = "all") String what) {
        var account = accounts.of(actor, Id.of(id));
        return handOver(
                account.name(), account.signInName(), accounts.handOver(actor, account.id(), what.equals("second_factor")));
    }

    @PostMapping("/settings/people/{id}/end")
    ResponseEntity<Html> end(Actor actor, @PathVariable String id, Op op) {
        accounts.end(actor, Id.of(id), op);
        return Html.seeOther("/settings/people", "ended");
    }

    private ResponseEntity<Html> handOver(String name, String signInName, String code) {
        return ResponseEntity.ok(new Html(new HandOverPage(name, signInName, code, publicUrl + "/welcome", null)));
    }

    private AccountPage page(Actor actor, Account account, PersonForm said, Errors errors) {
        var own = account != null && actor.is(account.id());
        return new AccountPage(account, said, rights.roles(), organisations.offices(actor), own, errors);
    }
}
