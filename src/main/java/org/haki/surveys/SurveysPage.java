package org.haki.surveys;

import java.util.List;
import org.haki.kernel.Errors;

/**
 * The forms of the organisation, for whoever keeps them.
 *
 * @param given    what other organisations gave, and nobody took yet
 * @param file     the workbook that was uploaded and is not right, or ""
 * @param problems what is wrong with it
 */
public record SurveysPage(List<Survey> forms, List<GivenForm> given, String file, List<BookProblem> problems, Errors errors) {}
