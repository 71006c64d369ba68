package org.haki.cases;

import java.util.List;

/** The people of a case as a section of its page: those in it, and the team. Drawn by {@code CasePeople.jte}. */
public record CasePeople(
        CaseFile file, List<Parties.Party> parties, List<Teams.Member> team, boolean mayAdd, boolean mayChangeTeam) {}
