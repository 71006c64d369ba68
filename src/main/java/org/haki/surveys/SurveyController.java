package org.haki.surveys;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.haki.ui.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where forms are kept: uploaded, looked at, published. */
@Controller
class SurveyController {

    private final Surveys surveys;
    private final SurveyBooks books;
    private final SurveyFilling filling;
    private final SurveyFiles files;
    private final GivenForms given;
    private final PhoneCaseSettings phones;

    SurveyController(Surveys surveys, SurveyBooks books, SurveyFilling filling, SurveyFiles files, GivenForms given,
            PhoneCaseSettings phones) {
        this.surveys = surveys;
        this.books = books;
        this.filling = filling;
        this.files = files;
        this.given = given;
        this.phones = phones;
    }

    @GetMapping("/settings/forms")
    Html forms(Actor actor) {
        return new Html(new SurveysPage(surveys.all(actor), given.waiting(actor), "", List.of(), new Errors()));
    }

    @PostMapping("/settings/forms")
    ResponseEntity<Html> upload(Actor actor, @RequestParam(required = false) MultipartFile book, Op op) throws IOException {
        var all = surveys.all(actor);
        if (isNothing(book)) {
            return Html.unprocessable(new SurveysPage(all, given.waiting(actor), "", List.of(), new Errors().add("book", "SurveysPage.nothing")));
        }
        var read = books.read(actor, null, name(book), book.getBytes());
        return read.isRight() ? Html.seeOther(books.keep(actor, read, op), "form-uploaded")
                : Html.unprocessable(new SurveysPage(all, given.waiting(actor), read.file(), read.problems(), new Errors().add("book", "SurveysPage.wrong", read.problems().size())));
    }

    @GetMapping("/settings/forms/{id}")
    Html form(Actor actor, @PathVariable String id) {
        return new Html(page(actor, Id.of(id), List.of(), new Errors()));
    }

    @PostMapping("/settings/forms/{id}/draft")
    ResponseEntity<Html> uploadAgain(Actor actor, @PathVariable String id, @RequestParam(required = false) MultipartFile book, Op op) throws IOException {
        if (isNothing(book)) {
            return Html.unprocessable(page(actor, Id.of(id), List.of(), new Errors().add("book", "SurveysPage.nothing")));
        }
        var read = books.read(actor, Id.of(id), name(book), book.getBytes());
        return read.isRight() ? Html.seeOther(books.keep(actor, read, op), "form-uploaded")
                : Html.unprocessable(page(actor, Id.of(id), read.problems(), new Errors().add("book", "SurveysPage.wrong", read.problems().size())));
    }

    @PostMapping("/settings/forms/{id}/draft/end")
    ResponseEntity<Html> discard(Actor actor, @PathVariable String id, Op op) {
        books.discard(actor, Id.of(id), op);
        return Html.seeOther("/settings/forms", "saved");
    }

    /** The form as it would ask on a page. */
    @GetMapping("/settings/forms/{id}/preview")
    Html preview(Actor actor, @PathVariable String id) {
        return new Html(filling.tried(actor, Id.of(id), null));
    }

    @PostMapping("/settings/forms/{id}/preview/questions")
    Html preview(Actor actor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String part, Op op) {
        var page = filling.tried(actor, Id.of(id), FillSaid.of(typed));
        return part == null ? new Html(page) : new Html(page, "FillQuestions");
    }

    @PostMapping("/settings/forms/{id}/versions")
    ResponseEntity<Html> publish(Actor actor, @PathVariable String id, Op op) {
        books.publish(actor, Id.of(id), op);
        return Html.seeOther("/settings/forms/" + Id.of(id), "form-published");
    }

    /** Opens the form again, lets it end, closes or withdraws it. */
    @PostMapping("/settings/forms/{id}/state")
    ResponseEntity<Html> turn(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String state, Op op) {
        surveys.turn(actor, Id.of(id), Survey.State.of(state), op);
        return Html.seeOther("/settings/forms/" + Id.of(id), "saved");
    }

    /** A file that the form names. */
    @PostMapping("/settings/forms/{id}/files")
    ResponseEntity<Html> file(Actor actor, @PathVariable String id, @RequestParam(required = false) MultipartFile file, Op op) throws IOException {
        var errors = isNothing(file) ? new Errors().add("file", "SurveyFiles.nothing") : files.keep(actor, Id.of(id), name(file), file.getBytes(), op);
        return errors.isEmpty() ? Html.seeOther("/settings/forms/" + Id.of(id), "saved") : Html.unprocessable(page(actor, Id.of(id), List.of(), errors));
    }

    @PostMapping("/settings/forms/{id}/files/{name}/end")
    ResponseEntity<Html> endFile(Actor actor, @PathVariable String id, @PathVariable String name, Op op) {
        files.end(actor, Id.of(id), name, op);
        return Html.seeOther("/settings/forms/" + Id.of(id), "saved");
    }

    /** Says what becomes of what is filled in. */
    @PostMapping("/settings/forms/{id}/use")
    ResponseEntity<Html> use(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String opens, Op op) {
        var wrong = books.use(actor, Id.of(id), Survey.Use.of(use), opens.equals("yes"), op);
        return wrong.isEmpty() ? Html.seeOther("/settings/forms/" + Id.of(id), "saved")
                : Html.unprocessable(page(actor, Id.of(id), List.of(), new Errors().add("use", wrong, SurveyCases.CASE)));
    }

    /** A workbook to begin with; {@code use=closing} for one that asks after closing. */
    @GetMapping("/forms/template.xlsx")
    ResponseEntity<byte[]> template(Actor actor, @RequestParam(defaultValue = "") String use) {
        surveys.published(actor);
        boolean closing = use.equals(Survey.Use.CLOSING.key());
        return ResponseEntity.ok()
                .header("Content-Type", TableFile.mediaType("xlsx"))
                .header("Content-Disposition", "attachment; filename=\"" + (closing ? "closing.xlsx" : "template.xlsx") + "\"")
                .body(closing ? ClosingBook.bytes() : TemplateBook.bytes());
    }

    private SurveyPage page(Actor actor, UUID id, List<BookProblem> problems, Errors errors) {
        var survey = surveys.one(actor, id);
        var draft = books.draft(actor, id);
        var asked = books.asked(actor, id);
        var caseList = phones.chosen(actor, survey, draft == null ? asked : draft.form());
        return new SurveyPage(survey, surveys.versions(actor, id), draft, asked, files.of(actor, id), caseList, given.receivers(actor), problems, errors);
    }

    private static boolean isNothing(MultipartFile book) {
        return book == null || book.isEmpty();
    }

    /** The name of the file without the folders that some browsers send with it. */
    private static String name(MultipartFile book) {
        var name = book.getOriginalFilename() == null ? "" : book.getOriginalFilename().replaceAll(".*[/\\\\]", "").strip();
        return name.isEmpty() ? "form.xlsx" : name.substring(Math.max(0, name.length() - 120));
    }
}
