package org.haki.referrals;

import java.util.List;
import org.haki.activities.ActivityScene;
import org.haki.cases.Closings;
import org.haki.cases.Labels;
import org.haki.cases.ProposeClosing;
import org.haki.kernel.Errors;

/**
 * Proposing to close a case that one leads for another organisation; or the proposal that stands.
 *
 * @param obstacles what still stands in the way
 * @param unmet     what the type asks before closing and is not so yet
 * @param standing  the proposal that waits for its check, or {@code null}
 */
public record LeadClosingPage(
        ActivityScene scene, Errors obstacles, List<Labels> unmet, Closings.Closure standing, ProposeClosing said, Errors errors) {}
