package org.haki.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.haki.kernel.Id;
import org.haki.surveys.PublicAsking;
import org.haki.surveys.SurveyLinks;
import org.haki.ui.Html;
import org.haki.ui.ShownFile;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A client says alone how it was, after her case was closed: no sign-in, no cookie, no script, and nothing that says whose page it is.
 * What was used, is over or never was looks the same, and is counted as a guess.
 */
@Controller
class HowController {

    private final SurveyLinks links;
    private final Flood flood;

    HowController(SurveyLinks links, Flood flood) {
        this.links = links;
        this.flood = flood;
    }

    @GetMapping("/how/{token}")
    ResponseEntity<Html> ask(@PathVariable String token, HttpServletRequest request) {
        return open(token, Map.of(), request);
    }

    /** The questions after what was answered so far: what follows is asked without script. */
    @PostMapping("/how/{token}/questions")
    ResponseEntity<Html> follow(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        return open(token, fields, request);
    }

    @PostMapping("/how/{token}")
    ResponseEntity<Html> answer(@PathVariable String token, @ModelAttribute Sending sending, @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        if (sending.byMachine() || flood.guesses(request.getRemoteAddr())) {
            return over(request);
        }
        var taken = links.answer(token, path(token), fields, sending.operation(Id.next()));
        if (taken.isEmpty()) {
            return over(request);
        }
        return taken.get().again() == null ? ResponseEntity.ok(new Html(new HowOver(true))) : Html.unprocessable(new HowForm(taken.get().again(), Id.next()));
    }

    /** What is seen and heard with the questions. */
    @GetMapping("/how/{token}/media/{name}")
    ResponseEntity<Resource> media(@PathVariable String token, @PathVariable String name, HttpServletResponse response) {
        var media = links.media(token, name);
        return ShownFile.of(response, media.mediaType(), media.content());
    }

    private ResponseEntity<Html> open(String token, Map<String, List<String>> fields, HttpServletRequest request) {
        return flood.guesses(request.getRemoteAddr()) ? over(request)
                : links.open(token, path(token), fields).map(PublicAsking::unchecked).map(asking -> ResponseEntity.ok(new Html(new HowForm(asking, Id.next()))))
                        .orElseGet(() -> over(request));
    }

    private ResponseEntity<Html> over(HttpServletRequest request) {
        flood.countGuess(request.getRemoteAddr());
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(new Html(new HowOver(false)));
    }

    private static String path(String token) {
        return "/how/" + token;
    }
}
