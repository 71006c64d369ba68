package org.haki.ui;

/** On a phone: the places that the bottom bar has no room for. */
public record MorePage() {}
