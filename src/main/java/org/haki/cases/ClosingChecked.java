package org.haki.cases;

import java.util.UUID;

/**
 * News: the closing that another organisation proposed was checked. Published after the commit, so that a listener opens
 * transactions of its own.
 *
 * @param org        the organisation whose case it is
 * @param proposedBy the one that leads it
 */
public record ClosingChecked(UUID org, UUID caseId, UUID proposedBy, boolean closed) {}
