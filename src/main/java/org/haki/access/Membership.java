package org.haki.access;

import java.util.UUID;

/** A role held in one office; with office {@code null} in every office of the organisation. */
public record Membership(String role, UUID office) {}
