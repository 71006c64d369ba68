package org.haki.ui;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@ResponseBody
class HelpController {

    @GetMapping("/help")
    Html help() {
        return new Html(new HelpPage());
    }

    @GetMapping("/help/keys")
    Html keys() {
        return new Html(KeysPage.ours());
    }

    @GetMapping("/more")
    Html more() {
        return new Html(new MorePage());
    }
}
