package org.haki.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.people.PersonCases.InCase;
import org.haki.ui.Stretch;

/**
 * The register: a page of it, or what a search found.
 *
 * @param people   those shown
 * @param cases    for each the cases that the reader may see
 * @param searched whether somebody searched
 * @param shown    which part of the whole
 * @param older    the address of the next page, or {@code null}
 * @param newer    the address of the page before, or {@code null}
 */
public record PeoplePage(
        List<Person> people,
        Map<UUID, List<InCase>> cases,
        boolean searched,
        Stretch shown,
        String older,
        String newer) {}
