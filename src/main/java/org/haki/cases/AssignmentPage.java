package org.haki.cases;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/** Whose case it is, and who else works on it. */
public record AssignmentPage(CaseHead head, List<Teams.Member> team, List<Colleague> owners, List<Colleague> colleagues, boolean mayAssign, boolean mayChangeTeam, Errors errors) {}
