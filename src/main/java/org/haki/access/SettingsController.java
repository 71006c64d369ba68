package org.haki.access;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class SettingsController {

    private final Organisations organisations;
    private final Settings settings;

    SettingsController(Organisations organisations, Settings settings) {
        this.organisations = organisations;
        this.settings = settings;
    }

    @GetMapping("/settings")
    Html settings(Actor actor) {
        return new Html(settings.of(actor));
    }

    @GetMapping("/settings/organisation")
    Html organisation(Actor actor) {
        organisations.checkMayChange(actor);
        var said = OrganisationForm.of(organisations.of(actor.org()));
        return new Html(new OrganisationPage(said, new Errors()));
    }

    @PostMapping("/settings/organisation")
    ResponseEntity<Html> change(Actor actor, OrganisationForm said, Op op) {
        organisations.checkMayChange(actor);
        var errors = said.errors();
        if (!errors.isEmpty()) {
            return Html.unprocessable(new OrganisationPage(said, errors));
        }
        organisations.change(actor, said, op);
        return Html.seeOther("/settings", "saved");
    }

    @GetMapping("/settings/public-page")
    Html publicPage(Actor actor) {
        organisations.checkMayChange(actor);
        var said = PublicPageForm.of(organisations.of(actor.org()).publicPage());
        return new Html(new PublicPageSettings(said, new Errors()));
    }

    @PostMapping("/settings/public-page")
    ResponseEntity<Html> keepPublicPage(Actor actor, PublicPageForm said, Op op) {
        organisations.checkMayChange(actor);
        var errors = said.errors();
        if (!errors.isEmpty()) {
            return Html.unprocessable(new PublicPageSettings(said, errors));
        }
        organisations.keep(actor, said.page(), op);
        return Html.seeOther("/settings", "saved");
    }

    @GetMapping("/settings/recovery-sheet")
    Html recoverySheet(Actor actor) {
        return new Html(new RecoverySheetPage(organisations.recoverySheet(actor)));
    }

    @GetMapping("/settings/recovery-sheet/proof")
    Html recoveryProof(Actor actor) {
        organisations.checkMayChange(actor);
        return new Html(new RecoveryProofPage("", new Errors()));
    }

    @PostMapping("/settings/recovery-sheet/proof")
    ResponseEntity<Html> proveRecovery(Actor actor, @RequestParam(defaultValue = "") String typed) {
        int wrongLine = organisations.proveRecovery(actor, typed);
        return wrongLine == 0
                ? Html.seeOther("/settings", "recovery")
                : Html.unprocessable(new RecoveryProofPage(typed, new Errors().add("typed", "RecoveryProofPage.wrong", wrongLine)));
    }
}
