package org.haki.lists;

import java.util.List;
import org.haki.kernel.Errors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A list by name, one more entry, and many at once.
 *
 * @param found  one more than are shown, where there are more
 * @param asked  what one looked for
 * @param begins whether the page is the first
 * @param said   an entry to be added, as typed
 * @param lines  lines to be added, as pasted
 */
public record ListPage(OwnList list, List<ListEntry> found, String asked, boolean begins, KeepEntry said, String lines, Errors errors) {

    static final int SIZE = 50;
    private static final int FEW = 8;

    public List<ListEntry> shown() {
        return found.stream().limit(SIZE).toList();
    }

    /** Whether there are so many that one looks for them. */
    public boolean isLong() {
        return found.size() > FEW || !asked.isEmpty() || !begins;
    }

    public String path() {
        return list.path();
    }

    /** Where all of those that were looked for are taken along. */
    public String downloadAddress() {
        return UriComponentsBuilder.fromPath("/downloads").queryParam("list", list.key()).queryParam("named", "{named}").encode().buildAndExpand(asked).toUriString();
    }

    /** The next page; {@code null} where there is none. */
    public String next() {
        if (found.size() <= SIZE) {
            return null;
        }
        var last = shown().getLast();
        return UriComponentsBuilder.fromPath(path()).queryParam("named", "{named}").queryParam("name", "{name}").queryParam("after", last.id())
                .encode().buildAndExpand(asked, last.name()).toUriString();
    }
}
