package org.haki.devices;

import jakarta.servlet.http.HttpServletRequest;
import org.haki.access.Organisations;
import org.haki.access.QrSquare;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where devices are looked after. */
@Controller
class DevicesController {

    private final Devices devices;
    private final DevicePosts posts;
    private final DeviceDoor door;
    private final Organisations organisations;

    DevicesController(Devices devices, DevicePosts posts, DeviceDoor door, Organisations organisations) {
        this.devices = devices;
        this.posts = posts;
        this.door = door;
        this.organisations = organisations;
    }

    @GetMapping("/settings/devices")
    Html all(Actor actor) {
        return new Html(devices.all(actor, EnrolDevice.blank(), new Errors()));
    }

    @PostMapping("/settings/devices")
    ResponseEntity<Html> enrol(Actor actor, EnrolDevice said, Op op, HttpServletRequest request) {
        var errors = said.errors();
        if (!errors.isEmpty()) {
            return Html.unprocessable(devices.all(actor, said, errors));
        }
        var enrolled = devices.enrol(actor, said, op);
        var path = "/settings/devices/" + enrolled.id();
        if (enrolled.key() == null) {
            return Html.seeOther(path);
        }
        var address = door.origin(request) + "/key/" + enrolled.key();
        var picture = QrSquare.of(CollectSettings.of(address, organisations.of(actor.org()).name()));
        return ResponseEntity.ok(new Html(new EnrolledPage(said.name(), path, address, picture)));
    }

    @GetMapping("/settings/devices/{id}")
    Html one(Actor actor, @PathVariable String id) {
        return new Html(devices.one(actor, Id.of(id)));
    }

    @PostMapping("/settings/devices/{id}/end")
    ResponseEntity<Html> end(Actor actor, @PathVariable String id, Op op) {
        devices.end(actor, Id.of(id), op);
        return Html.seeOther("/settings/devices/" + Id.of(id), "device_ended");
    }

    @GetMapping("/settings/devices/{id}/posts/{post}")
    ResponseEntity<byte[]> raw(Actor actor, @PathVariable String id, @PathVariable String post) {
        return ResponseEntity.ok()
                .header("Content-Type", FileSigns.UNKNOWN)
                .header("Content-Disposition", "attachment; filename=\"refused.xml\"")
                .body(posts.raw(actor, Id.of(id), Id.of(post)));
    }

    @PostMapping("/settings/devices/{id}/posts/{post}/end")
    ResponseEntity<Html> destroy(Actor actor, @PathVariable String id, @PathVariable String post, Op op) {
        posts.destroy(actor, Id.of(id), Id.of(post), op);
        return Html.seeOther("/settings/devices/" + Id.of(id), "saved");
    }
}
