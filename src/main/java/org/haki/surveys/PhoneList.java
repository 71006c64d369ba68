package org.haki.surveys;

import java.util.Set;
import java.util.UUID;

/**
 * A list that a form asks for by the name of a file, as one phone gets it now.
 *
 * @param entities whether the form takes its lines for things of which it keeps book, and no mere choices
 * @param md5      of its content: it changes when this phone's list does
 * @param ids      what the lines are called
 */
public record PhoneList(String name, boolean entities, String md5, byte[] content, Set<UUID> ids) {

    static PhoneList of(String name, boolean entities, EntityCsv csv) {
        var content = csv.bytes();
        return new PhoneList(name, entities, SurveyBooks.md5(content), content, csv.ids());
    }
}
