package org.haki.desk;

import java.util.List;

/** The reader's own open cases, to choose the one to write in. */
public record ChooseCasePage(List<TodayPage.CaseLine> mine) {}
