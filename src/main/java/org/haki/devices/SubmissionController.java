package org.haki.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.haki.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Where devices send what was filled in: first they ask whether they may, then they post, in parts where it is much. */
@Controller
class SubmissionController {

    private final DeviceDoor door;
    private final DevicePosts posts;
    private final Words words;
    private final String largest;

    SubmissionController(DeviceDoor door, DevicePosts posts, Words words, @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.door = door;
        this.posts = posts;
        this.words = words;
        this.largest = String.valueOf(largest.toBytes());
    }

    @RequestMapping(method = RequestMethod.HEAD, path = {"/key/{token}/submission", "/openrosa/submission"})
    ResponseEntity<Void> ready(@PathVariable(required = false) String token, HttpServletRequest request) {
        var at = door.enter(request, token);
        speaksOpenRosa(request, at);
        posts.ready(at, request.getHeader("User-Agent"));
        return OpenRosa.answer(204).header(OpenRosa.LARGEST, largest).build();
    }

    @PostMapping({"/key/{token}/submission", "/openrosa/submission"})
    ResponseEntity<byte[]> take(@PathVariable(required = false) String token, HttpServletRequest request) throws IOException {
        var at = door.enter(request, token);
        speaksOpenRosa(request, at);
        var taken = posts.take(at, PostParts.of(request, at.language()));
        if (taken.refused() != null) {
            throw new Refused(taken.refused(), at.language());
        }
        return OpenRosa.said(OpenRosa.answer(taken.odd() ? 202 : 201).header(OpenRosa.LARGEST, largest), "submit_success",
                words.say(at.language(), taken.odd() ? "DevicePage.taken.odd" : "DevicePage.taken"));
    }

    private static void speaksOpenRosa(HttpServletRequest request, AtDevice at) {
        if (request.getHeader(OpenRosa.VERSION) == null) {
            throw new Refused(Refusal.NO_OPENROSA, at.language());
        }
    }
}
