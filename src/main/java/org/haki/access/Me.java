package org.haki.access;

import java.time.LocalDate;
import java.util.UUID;

/** One's own account. */
record Me(
        String signInName,
        String name,
        String email,
        String language,
        boolean hasApp,
        LocalDate awayFrom,
        LocalDate awayUntil,
        UUID standIn,
        int version) {}
