package org.haki.ui;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A page record and the template beside it: {@code org.haki.intake.QueuePage} is drawn by {@code intake/QueuePage.jte}.
 *
 * @param page     the record, public, which the template receives as {@code page}
 * @param template another template in the same module that draws a part of the same record; {@code null} for the whole
 */
public record Html(Record page, String template) {

    public Html(Record page) {
        this(page, null);
    }

    /** The same form again, with what was typed and what needs another look. */
    public static ResponseEntity<Html> unprocessable(Record page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(new Html(page));
    }

    /** After an unsafe form: go and look at this address of ours. */
    public static ResponseEntity<Html> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    /** As {@link #seeOther(String)}; the next page says the sentence {@code Done.<done>} once on top. */
    public static ResponseEntity<Html> seeOther(String path, String done) {
        int hash = path.indexOf('#');
        var address = hash < 0 ? path : path.substring(0, hash);
        var anchor = hash < 0 ? "" : path.substring(hash);
        return seeOther(address + (address.contains("?") ? "&" : "?") + "done=" + done + anchor);
    }

    String templatePath() {
        var module = page.getClass().getPackageName().substring("org.haki.".length());
        return module + "/" + (template == null ? page.getClass().getSimpleName() : template) + ".jte";
    }
}
