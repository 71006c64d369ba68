package org.haki.surveys;

import java.time.Instant;
import java.util.UUID;

/**
 * A published version of a form: it never changes.
 *
 * @param number   1 for the first
 * @param label    the version that the workbook gives itself; may be ""
 * @param form     the hash by which {@link org.haki.forms.Forms#version} knows it
 * @param xformMd5 MD5 of the XForm's bytes in UTF-8, as OpenRosa's lists say it
 * @param by       who published it
 */
public record SurveyVersion(UUID survey, int number, String label, String form, String xformMd5, String fileName, Instant publishedAt, UUID by) {}
