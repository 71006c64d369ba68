package org.haki.cases;

import org.haki.kernel.Errors;

/**
 * Before a list of cases is taken along.
 *
 * @param count how many match, as far as they are counted
 */
public record CaseDownloadPage(ListCases asked, long count, String kind, Errors errors) {}
