package org.haki.intake;

import java.util.List;
import org.haki.access.Office;
import org.haki.kernel.Errors;

/** A report as a colleague types it. */
public record TakeReportPage(TakeReport said, List<Office> offices, Errors errors) {}
