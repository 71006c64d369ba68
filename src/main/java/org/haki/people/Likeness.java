package org.haki.people;

import java.util.List;
import java.util.UUID;

/**
 * Somebody in the register who may be the same person.
 *
 * @param person   the one in the register
 * @param identity opened, so that the two can be compared
 * @param score    0 to 100
 * @param because  what is alike: "phone", "name", "name_part", "birth", "age_group"
 */
public record Likeness(UUID person, Identity identity, int score, List<String> because) {

    private static final int LIKELY = 60;

    /** Whether it is more likely than not the same person. */
    public boolean likely() {
        return score >= LIKELY;
    }
}
