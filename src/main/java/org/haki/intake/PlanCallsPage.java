package org.haki.intake;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/** When to call her back. */
public record PlanCallsPage(Brief intake, Account account, PlanCalls said, List<Colleague> colleagues, Errors errors) {}
