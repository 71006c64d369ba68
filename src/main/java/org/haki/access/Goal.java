package org.haki.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.haki.kernel.Text;

/**
 * Where somebody was going who had to sign in or unlock first.
 *
 * @param page  the page asked for
 * @param draft the form that was kept, if one was
 */
public record Goal(String page, String draft) {

    private static final String ID = "[0-9a-f-]{36}";

    /** Where to go now: to what was being written, else to the page. */
    String path() {
        return hasDraft() ? "/drafts/" + draft : Doors.local(page);
    }

    /** To be carried on to the next door. */
    String query() {
        if (hasDraft()) {
            return "?draft=" + draft;
        }
        return Text.blank(page) ? "" : "?page=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    public boolean hasDraft() {
        return draft != null && draft.matches(ID);
    }
}
