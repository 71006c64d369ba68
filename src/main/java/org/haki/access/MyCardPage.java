package org.haki.access;

/** One's new printed card, shown once. */
public record MyCardPage(CardSheet card) {}
