package org.haki.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int MOST_ASKED = 2000;

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
        var base = door.base(request, token) + "/forms/" + Id.of(id) + "/" + number(number);
        var files = forms.files(door.enter(request, token), Id.of(id), number(number)).stream().map(file -> mediaFile(file, base)).collect(Collectors.joining());
        return OpenRosa.xml(200, "<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\">" + files + "</manifest>");
    }

    @GetMapping({"/key/{token}/forms/{id}/{number}/media/{name}", "/openrosa/forms/{id}/{number}/media/{name}"})
    ResponseEntity<byte[]> media(@PathVariable(required = false) String token, @PathVariable String id, @PathVariable String number, @PathVariable String name,
            HttpServletRequest request) {
        var file = forms.file(door.enter(request, token), Id.of(id), number(number), name, request.getHeader("If-None-Match"));
        return OpenRosa.answer(200)
                .header("Content-Type", file.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()))
                .eTag("\"" + file.md5() + "\"")
                .body(file.content());
    }

    /** Which of these lines a device may keep: what it asks about and was never given is as what is gone. */
    @GetMapping({"/key/{token}/forms/{id}/{number}/integrity/{name}", "/openrosa/forms/{id}/{number}/integrity/{name}"})
    ResponseEntity<byte[]> integrity(@PathVariable(required = false) String token, @PathVariable String id, @PathVariable String number,
            @PathVariable String name, @RequestParam(name = "id", defaultValue = "") String ids, HttpServletRequest request) {
        var asked = Stream.of(ids.split(",")).map(String::strip).filter(one -> one.matches(UUIDS)).limit(MOST_ASKED).distinct().toList();
        var there = forms.there(door.enter(request, token), Id.of(id), number(number), name, asked.stream().map(UUID::fromString).collect(Collectors.toSet()));
        var entities = asked.stream().map(one -> "<entity id=\"" + one + "\">" + OpenRosa.element("deleted", String.valueOf(!there.contains(UUID.fromString(one))))
                + "</entity>").collect(Collectors.joining());
        return OpenRosa.xml(200, "<data><entities>" + entities + "</entities></data>");
    }

    private static String mediaFile(DeviceForms.File file, String base) {
        return "<mediaFile" + (file.entities() ? " type=\"entityList\"" : "") + ">" + OpenRosa.element("filename", file.name())
                + OpenRosa.element("hash", "md5:" + file.md5()) + OpenRosa.element("downloadUrl", base + "/media/" + encoded(file.name()))
                + (file.entities() ? OpenRosa.element("integrityUrl", base + "/integrity/" + encoded(file.name())) : "") + "</mediaFile>";
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
