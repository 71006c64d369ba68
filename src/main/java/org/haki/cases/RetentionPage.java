package org.haki.cases;

import java.util.List;

/** Cases whose years are over, and those of which the shell is left. */
public record RetentionPage(List<Purges.Due> due, List<Purges.Purged> purged) {}
