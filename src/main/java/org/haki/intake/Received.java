package org.haki.intake;

import java.util.UUID;

/** An intake that was just taken in. */
public record Received(UUID id, String code) {}
