package org.haki.surveys;

import org.haki.forms.FormVersion;

/**
 * A form that somebody fills in, or tries.
 *
 * @param sheet what is edited, or {@code null}
 */
record Asking(Survey survey, SurveyVersion version, FormVersion form, SurveySheet sheet, boolean tried) {}
