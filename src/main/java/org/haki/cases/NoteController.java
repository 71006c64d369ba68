package org.haki.cases;

import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class NoteController {

    private final CaseNotes notes;
    private final CaseParts parts;

    NoteController(CaseNotes notes, CaseParts parts) {
        this.notes = notes;
        this.parts = parts;
    }

    @GetMapping("/cases/{code}/notes/new")
    Html fresh(Actor actor, @PathVariable String code) {
        return new Html(new NotePage(parts.head(actor, code, "case.write"), null, WriteNote.EMPTY, null));
    }

    @PostMapping("/cases/{code}/notes")
    ResponseEntity<Html> write(Actor actor, @PathVariable String code, WriteNote said, Op op) {
        var errors = said.errors(notes.today(actor));
        return errors.isEmpty()
                ? Html.seeOther(notes.write(actor, code, said, op))
                : Html.unprocessable(new NotePage(parts.head(actor, code, "case.write"), null, said, errors));
    }

    @GetMapping("/cases/{code}/notes/{note}")
    Html old(Actor actor, @PathVariable String code, @PathVariable String note) {
        UUID id = Id.of(note);
        var said = new WriteNote(notes.wordsToAmend(actor, code, id), "", "");
        return new Html(new NotePage(parts.head(actor, code, "case.write"), id, said, null));
    }

    @PostMapping("/cases/{code}/notes/{note}")
    ResponseEntity<Html> amend(Actor actor, @PathVariable String code, @PathVariable String note, WriteNote said, Op op) {
        var errors = said.errors(notes.today(actor));
        return errors.isEmpty()
                ? Html.seeOther(notes.amend(actor, code, Id.of(note), said, op), "amended")
                : Html.unprocessable(new NotePage(parts.head(actor, code, "case.write"), Id.of(note), said, errors));
    }
}
