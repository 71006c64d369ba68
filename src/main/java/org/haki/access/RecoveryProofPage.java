package org.haki.access;

import org.haki.kernel.Errors;

/** The recovery sheet typed back from paper. */
public record RecoveryProofPage(String typed, Errors errors) {}
