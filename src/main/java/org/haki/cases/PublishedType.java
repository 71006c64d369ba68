package org.haki.cases;

import java.util.Map;

/**
 * A version of a case type as it is published: it never changes.
 *
 * @param definition its casetype.yaml
 * @param questions  what its workbooks ask
 * @param workbooks  the workbooks by file name; none where it was read from the database
 * @param hash       over all its files
 */
record PublishedType(CaseType type, String definition, Questions questions, Map<String, byte[]> workbooks, String hash) {

    boolean is(String key, int version) {
        return type.key().equals(key) && type.version() == version;
    }
}
