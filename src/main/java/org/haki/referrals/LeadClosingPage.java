package org.haki.referrals;

import org.haki.activities.ActivityScene;
import org.haki.cases.Closings;
import org.haki.cases.ProposeClosing;
import org.haki.kernel.Errors;

/**
 * Proposing to close a case that one leads for another organisation; or the proposal that stands.
 *
 * @param obstacles what still stands in the way
 * @param standing  the proposal that waits for its check, or {@code null}
 */
public record LeadClosingPage(ActivityScene scene, Errors obstacles, Closings.Closure standing, ProposeClosing said, Errors errors) {}
