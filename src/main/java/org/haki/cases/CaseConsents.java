package org.haki.cases;

import java.util.List;

/** What the client decided, the latest for each purpose; drawn by {@code CaseConsents.jte}. */
public record CaseConsents(CaseFile file, List<Consents.Recorded> decisions, boolean mayRecord) {}
