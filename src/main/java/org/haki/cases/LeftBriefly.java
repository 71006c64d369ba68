package org.haki.cases;

/** News: a case is left after little more than a talk; what is planned in it and is not hard ends with it. */
public record LeftBriefly(CaseFile file) {}
