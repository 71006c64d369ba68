package org.haki.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container and the security filters send what they refuse. */
@Controller
class ErrorPageController implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Html> error(HttpServletRequest request) {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Problems.page(status == null ? 404 : status);
    }
}
