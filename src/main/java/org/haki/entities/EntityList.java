package org.haki.entities;

import java.util.List;
import java.util.UUID;

/**
 * A list of things of which forms keep book.
 *
 * @param name       as workbooks call it
 * @param properties what forms save of each, in the order in which that came
 */
public record EntityList(UUID id, String name, List<String> properties) {

    /** Where it is looked at. */
    public String path() {
        return "/form-lists/" + id;
    }
}
