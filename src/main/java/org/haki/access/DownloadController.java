package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.haki.ui.Signs;
import org.haki.ui.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DownloadController {

    private final Downloads downloads;
    private final DownloadProgress.Board board;
    private final OwnPassword password;

    DownloadController(Downloads downloads, DownloadProgress.Board board, OwnPassword password) {
        this.downloads = downloads;
        this.board = board;
        this.password = password;
    }

    @GetMapping("/downloads")
    Html page(Actor actor, @RequestParam(defaultValue = "") String list, HttpServletRequest asked) {
        return new Html(new DownloadPage(downloads.of(actor, list), taking(actor, asked), TableFile.KINDS.getFirst(), "", null));
    }

    /** The file goes out as it is read; {@code null} says that it is answered. */
    @PostMapping("/downloads")
    ResponseEntity<Html> file(Actor actor, @RequestParam(defaultValue = "") String list, @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String why, Op op, HttpServletRequest form, HttpServletResponse answer) throws IOException {
        var wanted = downloads.of(actor, list);
        var taking = taking(actor, form);
        var errors = new Errors().unless(TableFile.KINDS.contains(format), "format", "Case.chooseOne")
                .unless(!wanted.names() || Downloads.REASONS.contains(why), "why", "Case.chooseOne");
        if (!errors.isEmpty() || !errors.addAll(password.errors(actor, form, "current")).isEmpty()) {
            return Html.unprocessable(new DownloadPage(wanted, taking, format, why, errors));
        }
        downloads.take(wanted, taking, format, wanted.names() ? why : "", op.id(), () -> {
            answer.setContentType(TableFile.mediaType(format));
            answer.setHeader("Content-Disposition", "attachment; filename=\"" + wanted.key() + "." + format + "\"");
            answer.flushBuffer();
            return answer.getOutputStream();
        });
        return null;
    }

    /** How far a file is, for the page that asked for it; nothing where none is on its way. */
    @GetMapping("/downloads/progress")
    ResponseEntity<Html> progress(Actor actor, @RequestParam(defaultValue = "") String op) {
        return board.of(downloads.op(actor, op), actor.person())
                .map(progress -> ResponseEntity.ok(new Html(progress)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Taking taking(Actor actor, HttpServletRequest request) {
        var signs = (Signs) request.getAttribute(Signs.ATTRIBUTE);
        return downloads.taking(actor, request.getParameterMap(), signs.language() == null ? "en" : signs.language());
    }
}
