package org.haki.reports;

/** Asks whether the mails of figures are to end, or says that none will come any more; {@code path} is where the form is sent. */
public record FigureMailEndPage(String path, boolean over) {}
