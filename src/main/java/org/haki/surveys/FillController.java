package org.haki.surveys;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
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
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.context.request.NativeWebRequest;

/** Where forms are filled in, and filled-in ones read. */
@Controller
class FillController {

    private final Surveys surveys;
    private final SurveyFilling filling;
    private final SurveySheets sheets;
    private final SurveySubmissions submissions;
    private final SurveyUploads uploads;

    FillController(Surveys surveys, SurveyFilling filling, SurveySheets sheets, SurveySubmissions submissions, SurveyUploads uploads) {
        this.surveys = surveys;
        this.filling = filling;
        this.sheets = sheets;
        this.submissions = submissions;
        this.uploads = uploads;
    }

    @GetMapping("/forms")
    Html forms(Actor actor) {
        return new Html(new FormsPage(surveys.published(actor)));
    }

    @GetMapping("/forms/{id}")
    Html form(Actor actor, @PathVariable String id, @RequestParam(required = false) String after) {
        return new Html(sheets.form(actor, Id.of(id), after));
    }

    @GetMapping("/forms/{id}/new")
    Html blank(Actor actor, @PathVariable String id, @RequestParam(required = false) String begun,
            @RequestParam(defaultValue = "") String paper, @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String asked) {
        return new Html(filling.blank(actor, Id.of(id), begun == null ? null : Id.of(begun), paper, on, asked));
    }

    @PostMapping("/forms/{id}/sheets/questions")
    Html questions(Actor actor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String part, NativeWebRequest request, Op op) throws IOException {
        var page = filling.reckon(actor, Id.of(id), null, said(actor, typed, request));
        return part == null ? new Html(page) : new Html(page, "FillQuestions");
    }

    @PostMapping("/forms/{id}/sheets")
    ResponseEntity<Html> save(Actor actor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, NativeWebRequest request, Op op)
            throws IOException {
        return save(actor, id, null, said(actor, typed, request), op);
    }

    /** Keeps what was typed, to go on with later. */
    @PostMapping("/forms/{id}/begun")
    ResponseEntity<Html> later(Actor actor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, NativeWebRequest request, Op op)
            throws IOException {
        var said = said(actor, typed, request);
        said.typed().uploads().forEach((place, upload) -> {
            typed.set(TypedQuestions.UPLOAD + place, upload);
            typed.set(TypedQuestions.ANSWER + place, said.typed().raw().value(place));
        });
        filling.later(actor, Id.of(id), typed, said);
        return Html.seeOther("/forms/" + Id.of(id), "form-begun");
    }

    @PostMapping("/forms/{id}/begun/{begun}/end")
    ResponseEntity<Html> discard(Actor actor, @PathVariable String id, @PathVariable String begun, Op op) {
        uploads.discard(actor, Id.of(id), Id.of(begun));
        return Html.seeOther("/forms/" + Id.of(id), "saved");
    }

    @GetMapping("/forms/{id}/sheets/{code}")
    Html sheet(Actor actor, @PathVariable String id, @PathVariable String code) {
        return new Html(sheets.read(actor, Id.of(id), code));
    }

    @GetMapping("/forms/{id}/sheets/{code}/edit")
    Html edit(Actor actor, @PathVariable String id, @PathVariable String code) {
        return new Html(filling.edit(actor, Id.of(id), code));
    }

    @PostMapping("/forms/{id}/sheets/{code}/questions")
    Html questionsAgain(Actor actor, @PathVariable String id, @PathVariable String code, @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String part, NativeWebRequest request, Op op) throws IOException {
        var page = filling.reckon(actor, Id.of(id), code, said(actor, typed, request));
        return part == null ? new Html(page) : new Html(page, "FillQuestions");
    }

    @PostMapping("/forms/{id}/sheets/{code}")
    ResponseEntity<Html> change(Actor actor, @PathVariable String id, @PathVariable String code, @RequestParam MultiValueMap<String, String> typed,
            NativeWebRequest request, Op op) throws IOException {
        return save(actor, id, code, said(actor, typed, request), op);
    }

    @GetMapping("/forms/{id}/sheets/{code}/history")
    Html history(Actor actor, @PathVariable String id, @PathVariable String code) {
        return new Html(sheets.history(actor, Id.of(id), code));
    }

    @GetMapping("/forms/{id}/sheets/{code}/files/{name}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String id, @PathVariable String code, @PathVariable String name, HttpServletResponse response) {
        var file = submissions.file(actor, Id.of(id), code, name);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        return ResponseEntity.ok()
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + file.name().replaceAll("[^\\w.-]", "_") + "\"")
                .body(file.content());
    }

    /** Destroys a filled-in form for good. */
    @PostMapping("/forms/{id}/sheets/{code}/destruction")
    ResponseEntity<Html> destroy(Actor actor, @PathVariable String id, @PathVariable String code, Op op) {
        submissions.destroy(actor, Id.of(id), code, op);
        return Html.seeOther("/forms/" + Id.of(id), "form-destroyed");
    }

    private ResponseEntity<Html> save(Actor actor, String id, String code, FillSaid said, Op op) {
        try {
            return Html.seeOther(filling.save(actor, Id.of(id), code, said, op), "saved");
        } catch (NotTaken refused) {
            return ResponseEntity.status(refused.status()).body(new Html(refused.page()));
        }
    }

    /** What was typed, with the files that were chosen kept until they are handed in. */
    private FillSaid said(Actor actor, Map<String, List<String>> typed, NativeWebRequest request) throws IOException {
        var said = FillSaid.of(typed);
        var files = request.getNativeRequest(MultipartHttpServletRequest.class);
        var chosen = new ArrayList<SurveyUploads.Chosen>();
        if (files != null) {
            for (var file : files.getFileMap().entrySet()) {
                var place = file.getKey().startsWith(TypedQuestions.FILE) ? file.getKey().substring(TypedQuestions.FILE.length()) : "";
                if (TypedQuestions.isPlace(place) && !file.getValue().isEmpty()) {
                    var name = file.getValue().getOriginalFilename();
                    chosen.add(new SurveyUploads.Chosen(place, name == null ? "" : name, String.valueOf(file.getValue().getContentType()), file.getValue().getBytes()));
                }
            }
        }
        return chosen.isEmpty() ? said : uploads.keep(actor, said, chosen);
    }
}
