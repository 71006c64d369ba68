package org.haki.portal;

/** The page is not open: it was answered, its minutes are over, or it was never opened here. */
public record GuestOver(boolean answered) {}
