package org.haki.intake;

import java.util.Map;
import org.haki.cases.Labels;
import org.haki.kernel.Errors;

/** What was advised, where that was all that was needed. */
public record ConsultPage(Brief intake, GiveAdvice said, Map<String, Labels> services, Errors errors) {}
