package org.haki.questions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The files that a form brings along, as a page shows them.
 *
 * @param path  below which they are fetched
 * @param names of those that there are
 */
public record ShownFiles(String path, Set<String> names) {

    public static final ShownFiles NONE = new ShownFiles("", Set.of());

    /** The address of the file of this name; {@code null} where there is none. */
    public String address(String name) {
        return names.contains(name) ? path + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") : null;
    }
}
