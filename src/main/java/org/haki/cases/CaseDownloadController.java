package org.haki.cases;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.access.OwnPassword;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.haki.ui.Signs;
import org.haki.ui.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CaseDownloadController {

    private final CaseDownloads downloads;
    private final Work work;
    private final OwnPassword password;

    CaseDownloadController(CaseDownloads downloads, Work work, OwnPassword password) {
        this.downloads = downloads;
        this.work = work;
        this.password = password;
    }

    @GetMapping("/cases/download")
    Html page(Actor actor, ListCases asked) {
        return new Html(work.as(actor, "case.export", () -> new CaseDownloadPage(asked, TableFile.KINDS.getFirst(), null)));
    }

    @PostMapping("/cases/download")
    ResponseEntity<?> file(Actor actor, ListCases asked, @RequestParam(defaultValue = "") String kind, HttpServletRequest form) {
        work.as(actor, "case.export", () -> { });   // refused before the password is asked
        var errors = new Errors().unless(TableFile.KINDS.contains(kind), "kind", "Case.chooseOne");
        if (!errors.isEmpty() || !errors.addAll(password.errors(actor, form, "current")).isEmpty()) {
            return Html.unprocessable(new CaseDownloadPage(asked, kind, errors));
        }
        var signs = (Signs) form.getAttribute(Signs.ATTRIBUTE);
        var file = downloads.take(actor, asked, signs.language() == null ? "en" : signs.language());
        return ResponseEntity.ok()
                .header("Content-Type", TableFile.mediaType(kind))
                .header("Content-Disposition", "attachment; filename=\"cases." + kind + "\"")
                .body(file.as(kind));
    }
}
