package org.haki.surveys;

import java.time.Instant;
import java.util.UUID;

/**
 * A form that another organisation gave as a copy, and that waits to be taken.
 *
 * @param giver the organisation that gave it
 * @param form  the hash of its workbook
 */
public record GivenForm(UUID id, String giver, String title, String fileName, String form, Instant givenAt) {}
