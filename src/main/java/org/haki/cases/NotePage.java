package org.haki.cases;

import java.util.UUID;
import org.haki.kernel.Errors;

/** A note to write, or one to amend: {@code amends} is its id, {@code null} for a new one. */
public record NotePage(CaseHead head, UUID amends, WriteNote said, Errors errors) {}
