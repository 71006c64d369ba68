package org.haki.portal;

import org.haki.access.PublicPage;

/**
 * What somebody reads who has just handed in a report: her receipt, once, and what happens next.
 *
 * @param digits her receipt; {@code null} where she has a word of her own, or sent this long ago
 * @param late   whether she sent the very same long ago
 * @param call   whether we may call her, and on a number she gave
 * @param danger whether it is about somebody in danger now
 */
public record ReportReceived(String slug, PublicPage desk, String digits, boolean late, boolean call, boolean danger) {

    public String statusPath() {
        return Desks.path("/status", slug);
    }
}
