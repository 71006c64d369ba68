package org.haki.surveys;

import java.util.List;

/** The organisation's own forms, for whoever fills them in and reads them. */
public record FormsPage(List<Survey> forms) {}
