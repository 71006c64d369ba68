package org.haki.entities;

import java.time.Instant;
import java.util.UUID;
import org.haki.vault.Sealed;

/**
 * How a thing came to stand as it did; never changed.
 *
 * @param how        {@link #MADE}, {@link #CHANGED} or {@link #SETTLED}
 * @param base       the version from which whoever changed it set out; {@code null} where there was none
 * @param branch     the run of changes that a phone made without a network, or {@code null}
 * @param branchBase the version within that run from which it set out, or {@code null}
 * @param forced     whether what should have come before it never came
 * @param sealed     {@link Words}
 * @param sheet      the filled-in form that said it, or {@code null}
 */
public record EntityVersion(UUID id, UUID entity, UUID office, int number, String how, Integer base, UUID branch, Integer branchBase, String conflict,
        boolean forced, Sealed sealed, UUID sheet, UUID by, Instant at) {

    public static final String MADE = "made";
    public static final String CHANGED = "changed";
    public static final String SETTLED = "settled";

    /** All of it as it stood then, and what was said. */
    public record Words(EntityWords after, EntityWords said) {}
}
