package org.haki.cases;

/**
 * A case on its way to a newer version of its type.
 *
 * @param before as it stands
 * @param after  as it will be
 * @param names  where the names of its version went
 */
public record Upgrading(CaseFile before, CaseFile after, CaseType from, CaseType to, TypeUpgrade names) {}
