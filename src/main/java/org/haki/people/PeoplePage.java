package org.haki.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.people.PersonCases.InCase;

/**
 * The register: a page of it, or what a search found.
 *
 * @param people   those shown
 * @param cases    for each the cases that the reader may see
 * @param searched whether somebody searched
 * @param from     the place of the first one shown, counted from 1
 * @param count    how many there are
 * @param older    the address of the next page, or {@code null}
 * @param newest   the address of the first page, or {@code null} where this is it
 */
public record PeoplePage(
        List<Person> people,
        Map<UUID, List<InCase>> cases,
        boolean searched,
        long from,
        long count,
        String older,
        String newest) {}
