package org.haki.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody was writing and could not send.
 *
 * @param page   the page that holds the form; empty when it is not known
 * @param action where the form goes
 * @param fields all that was in it, by name
 */
record Draft(UUID id, String page, String action, Map<String, List<String>> fields, Instant savedAt) {}
