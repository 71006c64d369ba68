package org.haki.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.haki.activities.OpenedActivity;
import org.haki.kernel.Errors;
import org.haki.referrals.Guests;
import org.haki.referrals.SharedCases;

/**
 * What somebody without an account is asked, and what she sees of it.
 *
 * @param zone of whoever asks
 * @param form which form was sent back: "rejection", "failure", "remark", or ""
 */
public record GuestPage(Guests.Seen seen, ZoneId zone, String form, String remark, Errors errors) {

    public static final List<String> REASONS = SharedCases.REASONS;

    public SharedCases.View view() {
        return seen.view();
    }

    public boolean accepted() {
        return view().window().openedAt() != null;
    }

    public List<OpenedActivity> planned() {
        return view().plan().stream().filter(step -> step.row().planned()).toList();
    }

    public LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
