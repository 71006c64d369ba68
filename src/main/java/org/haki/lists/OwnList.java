package org.haki.lists;

import java.util.stream.Stream;
import org.haki.kernel.Problem;

/** A list that each organisation keeps itself; a workbook asks for it by the name of a file: {@code institution.csv}. */
public enum OwnList {
    INSTITUTIONS("/settings/institutions", "institution"),
    PLACES("/settings/places", "place"),
    COMMUNITIES("/settings/communities", "ethnicity");

    private final String path;
    private final String file;

    OwnList(String path, String file) {
        this.path = path;
        this.file = file;
    }

    /** The list that this address is about. */
    static OwnList at(String address) {
        return Stream.of(values()).filter(list -> address.startsWith(list.path)).findFirst().orElseThrow(Problem::notFound);
    }

    static OwnList of(String file) {
        return Stream.of(values()).filter(list -> list.file.equals(file)).findFirst().orElseThrow(Problem::notFound);
    }

    public String path() {
        return path;
    }

    /** As words name it. */
    public String key() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String file() {
        return file;
    }
}
