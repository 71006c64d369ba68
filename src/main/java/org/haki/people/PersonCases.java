package org.haki.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Actor;

/** The cases in which people are; implemented by {@code cases}, which stands above the register. */
public interface PersonCases {

    /** A person's place in a case that the actor may see; the role's name by language. */
    record InCase(String code, String path, String status, Map<String, String> role) {

        /** What she is in the case, in this language or else in English. */
        public String roleIn(String language) {
            return role.getOrDefault(language, role.get("en"));
        }
    }

    /** For each of these people the cases that the actor may see, the latest first. */
    Map<UUID, List<InCase>> of(Actor actor, Collection<UUID> people);
}
