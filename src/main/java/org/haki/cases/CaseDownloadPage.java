package org.haki.cases;

import org.haki.kernel.Errors;

/** Before a list of cases is taken along. */
public record CaseDownloadPage(ListCases asked, String kind, Errors errors) {}
