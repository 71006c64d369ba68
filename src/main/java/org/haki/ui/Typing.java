package org.haki.ui;

import java.beans.PropertyEditorSupport;
import org.haki.kernel.Text;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Cleans every text that comes in by a form or an address, before anybody looks at it. */
@ControllerAdvice
class Typing {

    @InitBinder
    void clean(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(Text.clean(typed));
            }
        });
    }
}
