package org.haki.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import org.haki.kernel.Errors;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class SetUpController {

    private final SetUp setUp;
    private final Cookies cookies;

    SetUpController(SetUp setUp, Cookies cookies) {
        this.setUp = setUp;
        this.cookies = cookies;
    }

    @GetMapping("/set-up/{link}")
    Html page(@PathVariable String link, HttpServletRequest request) {
        var begun = setUp.begun(link, SessionFilter.from(request));
        var blank = SetUpForm.blank(ZoneId.systemDefault().getId());
        return new Html(new SetUpPage(link, begun, blank, new Errors()));
    }

    @PostMapping("/set-up/{link}")
    ResponseEntity<Html> found(
            @PathVariable String link, SetUpForm said, HttpServletRequest request, HttpServletResponse response) {
        var from = SessionFilter.from(request);
        if (setUp.begun(link, from)) {
            cookies.keepSession(response, setUp.goOn(link, from));
            return Html.seeOther("/welcome/password");
        }
        var errors = said.errors();
        if (!errors.isEmpty()) {
            return Html.unprocessable(new SetUpPage(link, false, said, errors));
        }
        cookies.keepSession(response, setUp.found(link, said.founding(), said.name(), said.signInName(), from));
        return Html.seeOther("/welcome/password");
    }
}
