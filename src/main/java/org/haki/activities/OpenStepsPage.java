package org.haki.activities;

import java.util.Map;
import org.haki.kernel.Errors;

/**
 * Everything still planned in a case, to be settled on one page before it closes.
 *
 * @param chosen for each activity's id what was chosen: what came of it, why it will not happen, or that it stays
 */
public record OpenStepsPage(ActivityScene scene, Map<String, String> chosen, Errors errors) {}
