package org.haki.surveys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.haki.forms.FormVersion;

/**
 * A file that a form names: a picture, a recording, a list of choices.
 *
 * @param state where it is
 */
public record NamedFile(String name, State state) {

    /** Where a file is that a form names. */
    public enum State {
        /** Uploaded: it goes with the next version. */
        WAITS,
        /** With the newest version. */
        THERE,
        /** One of the lists that Haki keeps. */
        OURS,
        /** The list of cases, which each phone gets as its own. */
        CASES,
        /** A list that forms keep, of which each phone gets what it may see. */
        KEPT,
        /** Nowhere. */
        MISSING;

        /** As words name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern NAMED = Pattern.compile("jr://(?:images|audio|video|file|file-csv)/([^<>\"'?\\s/][^<>\"'?/]{0,119})");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"), Map.entry("jpeg", "image/jpeg"), Map.entry("png", "image/png"), Map.entry("gif", "image/gif"),
            Map.entry("mp4", "video/mp4"), Map.entry("3gp", "video/3gpp"), Map.entry("m4a", "audio/mp4"), Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"), Map.entry("wav", "audio/wav"), Map.entry("csv", "text/csv"), Map.entry("xml", "text/xml"));

    /** The names of the files that this form names. */
    static List<String> of(FormVersion form) {
        var names = new LinkedHashMap<String, String>();
        for (var found = NAMED.matcher(form.xform()); found.find(); ) {
            names.put(found.group(1), "");
        }
        return List.copyOf(names.keySet());
    }

    /** What a file of this name is said to be. */
    static String mediaType(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }

    /** The name of the list that a file of this name is. */
    static String list(String name) {
        return name.replaceFirst("\\.csv$", "");
    }

    /** Its name in an address. */
    public String inPath() {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public boolean isMissing() {
        return state == State.MISSING;
    }
}
