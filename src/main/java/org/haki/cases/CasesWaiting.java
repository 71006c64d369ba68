package org.haki.cases;

/**
 * Cases that wait for somebody.
 *
 * @param withoutOwner how many open ones have no owner yet
 * @param timeOver     how many archived ones are to be destroyed, or were proposed for it by somebody else
 */
public record CasesWaiting(long withoutOwner, long timeOver) {}
