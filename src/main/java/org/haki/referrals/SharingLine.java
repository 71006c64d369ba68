package org.haki.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.haki.cases.StoryEntry;

/**
 * One line of a case's story about a referral: it was sent, taken on, or ended; drawn by {@code SharingLine.jte}.
 *
 * @param step "sent", "taken" or "ended"
 * @param to   the name of the receiver
 * @param by   the name of the receiver that sent it onward; "" where the owner did
 */
public record SharingLine(CaseWindow window, String step, String to, String by, Instant at) implements StoryEntry {

    @Override
    public UUID id() {
        return window.id();
    }

    /** What happened to this referral so far. A case handed over as a whole says so itself. */
    static List<SharingLine> of(CaseWindow window, String to, String by) {
        var lines = new ArrayList<SharingLine>();
        lines.add(new SharingLine(window, "sent", to, by, window.sentAt()));
        boolean handedOver = window.kind().equals("transfer") && window.state().equals("completed");
        if (window.openedAt() != null && !handedOver) {
            lines.add(new SharingLine(window, "taken", to, by, window.openedAt()));
        }
        if (window.endedAt() != null && !handedOver) {
            lines.add(new SharingLine(window, "ended", to, by, window.endedAt()));
        }
        return lines;
    }
}
