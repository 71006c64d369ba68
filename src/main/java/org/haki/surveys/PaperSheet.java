package org.haki.surveys;

import java.util.UUID;

/**
 * A sheet of paper that came in a parcel.
 *
 * @param sheet     its id, which is that of the filled-in form it becomes
 * @param writtenBy the worker who wrote it; {@code null} where nobody says
 */
public record PaperSheet(UUID sheet, UUID writtenBy) {}
