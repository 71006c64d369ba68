package org.haki.lists;

import java.util.UUID;

/**
 * An institution, a place or a community.
 *
 * @param kind       of an institution one of {@link KeepEntry#KINDS}, else ""
 * @param code       of a place as the country's statistics know it; may be ""
 * @param parent     what it is part of, or lies in; {@code null} for nothing
 * @param parentName its name; "" for nothing
 * @param place      where an institution is; {@code null} where that is not said
 * @param placeName  its name; "" where that is not said
 * @param retired    whether it is no longer offered
 */
public record ListEntry(UUID id, OwnList list, String name, String kind, String code, UUID parent, String parentName, UUID place, String placeName,
        boolean retired, int version) {

    /** Its name with what tells it from others of the same name: where it is, or what it lies in. */
    public String label() {
        var beside = list == OwnList.PLACES ? parentName : placeName;
        return beside.isEmpty() || name.contains(beside) ? name : name + ", " + beside;
    }

    public String path() {
        return list.path() + "/" + id;
    }
}
