package org.haki.entities;

import java.util.List;

/**
 * A part of one list: what is to be settled first, then what was changed last.
 *
 * @param from how many stand before it
 * @param more whether more follow
 * @param held how many changes wait for what they follow
 */
public record EntityListPage(EntityList list, List<Line> lines, int from, boolean more, int held) {

    static final int SIZE = 100;

    /** One of its things. */
    public record Line(Entity entity, String label) {}

    /** Where one of them is looked at. */
    public String path(Entity entity) {
        return list.path() + "/rows/" + entity.id();
    }
}
