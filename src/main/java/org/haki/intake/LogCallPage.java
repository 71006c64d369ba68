package org.haki.intake;

import java.util.UUID;
import org.haki.kernel.Errors;

/** How a call back went. */
public record LogCallPage(Brief intake, Account account, UUID attempt, LogCall said, Errors errors) {}
