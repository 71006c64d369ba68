package org.haki.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.haki.kernel.Id;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** What devices fetch: which forms there are, each form, and the files that it brings along. */
@Controller
class OpenRosaController {

    private final DeviceDoor door;
    private final DeviceForms forms;

    OpenRosaController(DeviceDoor door, DeviceForms forms) {
        this.door = door;
        this.forms = forms;
    }

    @GetMapping({"/key/{token}/formList", "/openrosa/formList"})
    ResponseEntity<byte[]> list(@PathVariable(required = false) String token, @RequestParam(name = "formID", defaultValue = "") String only,
            HttpServletRequest request) {
        var at = door.enter(request, token);
        var base = door.base(request, token);
        var list = forms.offered(at, request.getHeader("User-Agent")).stream()
                .filter(form -> only.isEmpty() || form.survey().formId().equals(only))
                .map(form -> xform(form, base))
                .collect(Collectors.joining());
        return OpenRosa.xml(200, "<xforms xmlns=\"http://openrosa.org/xforms/xformsList\">" + list + "</xforms>");
    }

    @GetMapping({"/key/{token}/forms/{id}/{number}/form.xml", "/openrosa/forms/{id}/{number}/form.xml"})
    ResponseEntity<byte[]> form(@PathVariable(required = false) String token, @PathVariable String id, @PathVariable String number, HttpServletRequest request) {
        var xform = forms.xform(door.enter(request, token), Id.of(id), number(number));
        return OpenRosa.answer(200).header("Content-Type", "text/xml; charset=utf-8").body(xform);
    }

    @GetMapping({"/key/{token}/forms/{id}/{number}/manifest", "/openrosa/forms/{id}/{number}/manifest"})
    ResponseEntity<byte[]> manifest(@PathVariable(required = false) String token, @PathVariable String id, @PathVariable String number, HttpServletRequest request) {
        var base = door.base(request, token) + "/forms/" + Id.of(id) + "/" + number(number) + "/media/";
        var files = forms.media(door.enter(request, token), Id.of(id), number(number)).stream()
                .map(file -> "<mediaFile>" + OpenRosa.element("filename", file.name()) + OpenRosa.element("hash", "md5:" + file.md5())
                        + OpenRosa.element("downloadUrl", base + encoded(file.name())) + "</mediaFile>")
                .collect(Collectors.joining());
        return OpenRosa.xml(200, "<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\">" + files + "</manifest>");
    }

    @GetMapping({"/key/{token}/forms/{id}/{number}/media/{name}", "/openrosa/forms/{id}/{number}/media/{name}"})
    ResponseEntity<byte[]> media(@PathVariable(required = false) String token, @PathVariable String id, @PathVariable String number, @PathVariable String name,
            HttpServletRequest request) {
        var file = forms.media(door.enter(request, token), Id.of(id), number(number), name);
        return OpenRosa.answer(200)
                .header("Content-Type", file.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()))
                .eTag("\"" + file.md5() + "\"")
                .body(file.content());
    }

    private static String xform(DeviceForms.Form form, String base) {
        var path = base + "/forms/" + form.survey().id() + "/" + form.version().number();
        return "<xform>" + OpenRosa.element("formID", form.survey().formId()) + OpenRosa.element("name", form.survey().title())
                + OpenRosa.element("version", form.version().label()) + OpenRosa.element("hash", "md5:" + form.version().xformMd5())
                + OpenRosa.element("downloadUrl", path + "/form.xml")
                + (form.bringsFiles() ? OpenRosa.element("manifestUrl", path + "/manifest") : "") + "</xform>";
    }

    private static String encoded(String name) {
        return UriUtils.encode(name, StandardCharsets.UTF_8);
    }

    private static int number(String number) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    }
}
