package org.haki.referrals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What other organisations shared with us.
 *
 * @param view  "waiting" (to be answered), "work" (accepted) or "ended"
 * @param names of the organisations
 * @param older the address of the next page, or {@code null}
 */
public record SharedCasesPage(String view, List<CaseWindow> rows, Map<UUID, String> names, String older) {}
