package org.haki.cases;

import java.io.IOException;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Case types that an organisation makes itself: uploaded, looked at, published, taken along. */
@Controller
class OwnTypeController {

    private final AdoptedTypes adopted;
    private final OwnTypes types;

    OwnTypeController(AdoptedTypes adopted, OwnTypes types) {
        this.adopted = adopted;
        this.types = types;
    }

    @PostMapping("/settings/case-types")
    ResponseEntity<Html> upload(Actor actor, @RequestParam(required = false) MultipartFile folder, Op op) throws IOException {
        var page = adopted.page(actor);
        if (folder == null || folder.isEmpty()) {
            return Html.unprocessable(page.wrong("", page.problems(), new Errors().add("folder", "CaseTypesPage.nothing")));
        }
        var read = types.read(actor, name(folder), folder.getBytes());
        return read.isRight() ? kept(actor, read, op)
                : Html.unprocessable(page.wrong(read.file(), read.problems(), new Errors().add("folder", "CaseTypesPage.wrong", read.problems().size())));
    }

    @GetMapping("/settings/case-types/{type}")
    Html type(Actor actor, @PathVariable String type) {
        return new Html(types.page(actor, type));
    }

    @PostMapping("/settings/case-types/{type}/versions")
    ResponseEntity<Html> publish(Actor actor, @PathVariable String type, @RequestParam(defaultValue = "") String files, Op op) {
        types.publish(actor, type, files, op);
        return Html.seeOther(TypePage.path(OwnTypeNames.checked(type)), "type-published");
    }

    @PostMapping("/settings/case-types/{type}/draft/end")
    ResponseEntity<Html> discard(Actor actor, @PathVariable String type, @RequestParam(defaultValue = "") String files, Op op) {
        types.discard(actor, type, files, op);
        return Html.seeOther("/settings/case-types", "saved");
    }

    /** Begins a type of one's own with the files of another. */
    @PostMapping("/settings/case-types/{type}/copies")
    ResponseEntity<Html> copy(Actor actor, @PathVariable String type, @RequestParam(name = "as", defaultValue = "") String typed, Op op) {
        var as = typed.strip();
        if (!OwnTypeNames.KEY.matcher(as).matches()) {
            var page = types.page(actor, type);
            return Html.unprocessable(page.copying(typed, page.problems(), new Errors().add("as", "TypePage.copy.key")));
        }
        var read = types.copy(actor, type, as);
        return read.isRight() ? kept(actor, read, op)
                : Html.unprocessable(types.page(actor, type).copying(typed, read.problems(), new Errors().add("as", "TypePage.copy.wrong")));
    }

    /** The files of the newest version. */
    @GetMapping("/settings/case-types/{type}/folder")
    ResponseEntity<byte[]> folder(Actor actor, @PathVariable String type) {
        return zip(types.folder(actor, type, false));
    }

    /** The files that wait to be published. */
    @GetMapping("/settings/case-types/{type}/draft/folder")
    ResponseEntity<byte[]> draft(Actor actor, @PathVariable String type) {
        return zip(types.folder(actor, type, true));
    }

    private ResponseEntity<Html> kept(Actor actor, UploadedType read, Op op) {
        return read.same() > 0 ? Html.seeOther(TypePage.path(OwnTypeNames.name(actor.org(), read.type().key())), "type-same")
                : Html.seeOther(types.keep(actor, read, op), "type-uploaded");
    }

    private static ResponseEntity<byte[]> zip(OwnTypes.Folder folder) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + folder.file() + "\"")
                .body(folder.zip());
    }

    /** The name of the file without the folders that some browsers send with it. */
    private static String name(MultipartFile folder) {
        var name = folder.getOriginalFilename() == null ? "" : folder.getOriginalFilename().replaceAll(".*[/\\\\]", "").strip();
        return name.isEmpty() ? "casetype.zip" : name.substring(Math.max(0, name.length() - 120));
    }
}
