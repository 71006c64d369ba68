package org.haki.access;

import java.util.List;
import org.haki.kernel.Errors;

/**
 * The offices of the organisation, and one more.
 *
 * @param wrong the office whose new name needs another look; {@code null} for the one to be added
 */
public record OfficesPage(List<Office> offices, String typed, String wrong, Errors errors) {}
