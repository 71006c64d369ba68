package org.haki.entities;

import java.util.List;

/** The lists that an organisation's forms keep, each with how much of it the reader sees. */
public record EntityListsPage(List<Line> lists) {

    /** A list; how many things stand in it, how many are to be settled, how many changes wait for what they follow. */
    public record Line(EntityList list, int entities, int conflicts, int held) {}
}
