package org.haki.referrals;

import java.time.LocalDate;
import java.util.UUID;

/** News: at a window onto another organisation's case a service was given. It is counted by whoever gave it. */
public record ServiceGiven(UUID entry, String service, LocalDate day) {}
