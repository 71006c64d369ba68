package org.haki.forms;

import java.util.UUID;

/**
 * One section of one case.
 *
 * @param key    what its answers are sealed under
 * @param client the key of the person whom the case is about; answers of other people have keys of their own
 */
public record SectionOf(UUID caseId, UUID key, UUID client, String section) {}
