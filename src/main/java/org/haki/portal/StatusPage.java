package org.haki.portal;

import org.haki.access.PublicPage;
import org.haki.intake.PublicStatus;

/**
 * Coming back: a field for the digits or the word, or what we have to say.
 *
 * @param status what she may read; {@code null} as long as nothing was recognised
 * @param wrong  the key of the sentence about what was typed, or {@code null}
 */
public record StatusPage(String slug, PublicPage desk, PublicStatus status, String wrong) {

    public String path() {
        return Desks.path("/status", slug);
    }

    public String reportPath() {
        return Desks.path("/report", slug);
    }
}
