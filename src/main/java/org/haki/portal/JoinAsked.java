package org.haki.portal;

/** Thanks for asking to join, and what comes next. */
public record JoinAsked(String keeper) {}
