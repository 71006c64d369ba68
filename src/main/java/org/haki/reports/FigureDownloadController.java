package org.haki.reports;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.access.OwnPassword;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.ui.Html;
import org.haki.ui.Signs;
import org.haki.ui.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FigureDownloadController {

    private final FigureDownloads downloads;
    private final OwnPassword password;

    FigureDownloadController(FigureDownloads downloads, OwnPassword password) {
        this.downloads = downloads;
        this.password = password;
    }

    @GetMapping("/reports/download")
    Html page(Actor actor, AskFigures asked) {
        return new Html(downloads.page(actor, asked, TableFile.KINDS.getFirst(), null));
    }

    @PostMapping("/reports/download")
    ResponseEntity<?> file(Actor actor, AskFigures asked, @RequestParam(defaultValue = "") String kind, HttpServletRequest form) {
        var errors = new Errors().unless(TableFile.KINDS.contains(kind), "kind", "Case.chooseOne");
        var page = downloads.page(actor, asked, kind, errors);   // refused before the password is asked
        if (!errors.isEmpty() || !errors.addAll(password.errors(actor, form, "current")).isEmpty()) {
            return Html.unprocessable(page);
        }
        var signs = (Signs) form.getAttribute(Signs.ATTRIBUTE);
        var book = downloads.take(actor, asked, signs.language() == null ? "en" : signs.language());
        return ResponseEntity.ok()
                .header("Content-Type", TableFile.mediaType(kind))
                .header("Content-Disposition", "attachment; filename=\"figures." + kind + "\"")
                .body(book.as(kind));
    }
}
