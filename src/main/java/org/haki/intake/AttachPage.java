package org.haki.intake;

import java.util.List;
import org.haki.kernel.Errors;

/**
 * The report joins a case that is open already.
 *
 * @param code  what was typed or chosen
 * @param known open cases that look like it
 */
public record AttachPage(Brief intake, String code, List<Reading.Known> known, Errors errors) {}
