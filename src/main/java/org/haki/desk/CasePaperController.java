package org.haki.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.access.OwnPassword;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.haki.ui.Papers;
import org.haki.ui.Signs;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The history of a case as a PDF: for whoever reads it on the screen, with the password asked once more, and in the trail. */
@Controller
class CasePaperController {

    private static final String VERB = "case.history";

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseDesk desk;
    private final Papers papers;
    private final OwnPassword password;

    CasePaperController(Work work, Audit audit, CaseFiles cases, CaseDesk desk, Papers papers, OwnPassword password) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.desk = desk;
        this.papers = papers;
        this.password = password;
    }

    @GetMapping("/cases/{code}/history/pdf")
    Html page(Actor actor, @PathVariable String code) {
        return new Html(new CasePaperPage(found(actor, code), papers.possible(), null));
    }

    @PostMapping("/cases/{code}/history/pdf")
    ResponseEntity<?> file(Actor actor, @PathVariable String code, HttpServletRequest form) {
        var file = found(actor, code);   // refused before the password is asked
        var errors = new Errors();
        boolean possible = papers.possible();
        if (!possible || !errors.addAll(password.errors(actor, form, "current")).isEmpty()) {
            return Html.unprocessable(new CasePaperPage(file, possible, errors));
        }
        var page = work.as(actor, VERB, () -> {
            var history = desk.history(actor, file.code());
            audit.note("case.exported", file.id(), "pdf");
            return history;
        });
        var signs = (Signs) form.getAttribute(Signs.ATTRIBUTE);
        var paper = papers.of(new Html(page), form, Code.shown(file.code()), signs.language() == null ? "en" : signs.language());
        return ResponseEntity.ok()
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"history.pdf\"")
                .body(paper);
    }

    private CaseFile found(Actor actor, String code) {
        return work.as(actor, VERB, () -> cases.openFor(actor, Code.of(code), VERB));
    }
}
