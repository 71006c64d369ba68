package org.haki.sheets;

import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.questions.TypedQuestions;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SheetController {

    private final Sheets sheets;
    private final SheetWriting writing;

    SheetController(Sheets sheets, SheetWriting writing) {
        this.sheets = sheets;
        this.writing = writing;
    }

    @GetMapping("/cases/{code}/sheet/{section}")
    Html section(Actor actor, @PathVariable String code, @PathVariable String section) {
        return new Html(sheets.open(actor, code, section));
    }

    /** What is asked now, after what was answered; nothing is saved. */
    @PostMapping("/cases/{code}/sheet/{section}/questions")
    Html questions(Actor actor, @PathVariable String code, @PathVariable String section, @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String part, Op op) {
        var page = writing.reckon(actor, code, section, TypedQuestions.of(typed), op.base());
        return part == null ? new Html(page) : new Html(page, "SheetQuestions");
    }

    /** The same page with one sensitive answer opened; nothing is saved but that somebody looked. */
    @PostMapping("/cases/{code}/sheet/{section}/uncovering")
    Html uncover(Actor actor, @PathVariable String code, @PathVariable String section, @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String show, Op op) {
        return new Html(writing.uncover(actor, code, section, TypedQuestions.of(typed), op.base(), show));
    }

    @PostMapping("/cases/{code}/sheet/{section}")
    ResponseEntity<Html> save(Actor actor, @PathVariable String code, @PathVariable String section,
            @RequestParam MultiValueMap<String, String> typed, Op op) {
        var said = TypedQuestions.of(typed);
        try {
            return Html.seeOther(writing.save(actor, code, section, said, op));
        } catch (NotSaved refused) {
            return ResponseEntity.status(refused.why().status()).body(new Html(writing.again(actor, code, section, said, refused)));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_NOW) {
                throw problem;
            }
            return ResponseEntity.status(problem.kind().status()).body(new Html(writing.tooLate(actor, code, section, said)));
        }
    }

    @GetMapping("/cases/{code}/sheet/{section}/history")
    Html history(Actor actor, @PathVariable String code, @PathVariable String section) {
        return new Html(sheets.history(actor, code, section, ""));
    }

    @PostMapping("/cases/{code}/sheet/{section}/history/uncovering")
    Html uncoverHistory(Actor actor, @PathVariable String code, @PathVariable String section, @RequestParam(defaultValue = "") String show) {
        return new Html(sheets.history(actor, code, section, show));
    }
}
