package org.haki.referrals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A referral: who was asked to help, with what, and what may be seen for it.
 *
 * @param byOrg      who refers: the owner of the case, or a receiver that refers onward
 * @param parent     the referral through whose window it was made, or {@code null}
 * @param kind       one of {@link #KINDS}: "service" adds a service; with "lead" the receiver works the plan and proposes closing.
 *                   Either way the case stays with its owner
 * @param toOrg      the receiver, or {@code null} where it has no Haki; then {@code toName} names it
 * @param sections   what is shown: of {@link #SECTIONS}
 * @param exception  why no consent was asked, or ""
 * @param approvedBy who approved the exception, or {@code null}
 * @param words      instructions and summary, opened; {@code null} where they cannot be opened any more
 * @param window     its card, or {@code null} while the exception waits for its approval
 */
public record Referral(
        UUID id,
        UUID caseId,
        UUID byOrg,
        UUID parent,
        String kind,
        String service,
        UUID toOrg,
        UUID toOffice,
        String toName,
        String urgency,
        List<String> sections,
        String exception,
        UUID approvedBy,
        ReferralWords words,
        Instant madeAt,
        UUID madeBy,
        CaseWindow window) {

    public static final List<String> KINDS = List.of("service", "lead");
    /** What can be shown, each by itself: who she is and how to reach her; what happened, in full; what is planned. */
    public static final List<String> SECTIONS = List.of("identity", "story", "plan");
    public static final List<String> URGENCIES = List.of("emergency", "urgent", "normal");
    public static final List<String> EXCEPTIONS = List.of("legal_duty", "vital_interest");
    /** The services that can be asked for; words/ names them. */
    public static final List<String> SERVICES = List.of(
            "legal", "medical", "counselling", "shelter", "safety", "documents", "livelihood", "child_protection", "other");

    /** Where it stands: its card's state, or "waiting" for the approval of its exception. */
    public String state() {
        return window == null ? "waiting" : window.state();
    }

    public boolean isLive() {
        return window != null && window.isLive();
    }
}
