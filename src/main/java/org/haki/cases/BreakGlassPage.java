package org.haki.cases;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/** Opening a case that is kept to a team on which one is not. */
public record BreakGlassPage(OpenByBreakGlass said, List<Colleague> colleagues, Errors errors) {}
