package org.haki.surveys;

import jakarta.servlet.http.HttpServletResponse;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.ui.ShownFile;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures, recordings and films that are seen and heard with a form's questions. */
@Controller
class FormMediaController {

    private final Surveys surveys;
    private final SurveyFiles files;

    FormMediaController(Surveys surveys, SurveyFiles files) {
        this.surveys = surveys;
        this.files = files;
    }

    @GetMapping("/forms/{id}/media/{number}/{name}")
    ResponseEntity<Resource> media(Actor actor, @PathVariable String id, @PathVariable String number, @PathVariable String name, HttpServletResponse response) {
        var version = surveys.version(actor, Id.of(id), number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0);
        var media = surveys.media(actor, version, name);
        if (!media.isShown()) {
            throw Problem.notFound();
        }
        return ShownFile.of(response, media.mediaType(), media.content());
    }

    /** The same where the form is tried, before it is published. */
    @GetMapping("/settings/forms/{id}/media/{name}")
    ResponseEntity<Resource> tried(Actor actor, @PathVariable String id, @PathVariable String name, HttpServletResponse response) {
        var media = files.tried(actor, Id.of(id), name);
        return ShownFile.of(response, media.mediaType(), media.content());
    }
}
