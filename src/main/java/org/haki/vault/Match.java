package org.haki.vault;

import java.util.UUID;

/** A subject found by search; likeness is 100 where every word asked for is one of the subject's own. */
public record Match(UUID subject, int likeness) {}
