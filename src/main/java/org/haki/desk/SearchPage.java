package org.haki.desk;

import java.util.List;
import org.haki.people.Person;
import org.haki.people.PersonCases;

/**
 * What a search found, as far as the reader may see it.
 *
 * @param typed what was searched for; empty before the first search
 * @param hits  people, the best first, each with her cases
 */
public record SearchPage(String typed, List<Hit> hits) {

    /** Somebody who was found. */
    public record Hit(Person person, List<PersonCases.InCase> cases) {}
}
