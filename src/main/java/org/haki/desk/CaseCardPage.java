package org.haki.desk;

import org.haki.cases.CaseHead;
import org.haki.cases.CasePeople;

/**
 * One case for those who do not work in it: whose it is, where it stands, what comes next; never its story.
 *
 * @param lead     the organisation that leads it, by name, or ""
 * @param people   whom the reader may have to call; {@code null} where she calls nobody
 * @param mayCheck whether the reader may check the closing that stands now
 */
public record CaseCardPage(CaseHead head, String lead, CasePeople people, boolean mayCheck) {}
