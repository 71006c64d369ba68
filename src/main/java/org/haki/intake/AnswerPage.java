package org.haki.intake;

import org.haki.kernel.Errors;

/** What she reads when she comes back with her code. */
public record AnswerPage(Brief intake, Answer said, Errors errors) {}
