package org.haki.cases;

import java.util.UUID;

/**
 * What those who watch over cases may know of one that they may not read.
 *
 * @param onTeam whether the colleague who was asked about is on its team
 */
public record KnownCase(UUID id, UUID office, String status, boolean fenced, boolean onTeam) {}
