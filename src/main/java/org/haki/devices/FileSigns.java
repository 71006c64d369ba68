package org.haki.devices;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a file is: by its name, and only where its first bytes do not say otherwise. */
final class FileSigns {

    /** For what is not what its name says, and for names that say nothing: no browser opens it. */
    static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"), Map.entry("jpeg", "image/jpeg"), Map.entry("png", "image/png"), Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"), Map.entry("mp4", "video/mp4"), Map.entry("3gp", "video/3gpp"), Map.entry("m4a", "audio/mp4"),
            Map.entry("mp3", "audio/mpeg"), Map.entry("amr", "audio/amr"), Map.entry("ogg", "audio/ogg"), Map.entry("wav", "audio/wav"),
            Map.entry("pdf", "application/pdf"), Map.entry("csv", "text/csv"), Map.entry("txt", "text/plain"));

    private FileSigns() {}

    /** Whether the name says what the file is. */
    static boolean says(String name) {
        return BY_NAME.containsKey(ending(name));
    }

    static String mediaType(String name, byte[] content) {
        var said = BY_NAME.get(ending(name));
        return said != null && is(said, content) ? said : UNKNOWN;
    }

    private static boolean is(String type, byte[] content) {
        return switch (type) {
            case "image/jpeg" -> begins(content, 0, "\u00ff\u00d8\u00ff");
            case "image/png" -> begins(content, 0, "\u0089PNG");
            case "image/gif" -> begins(content, 0, "GIF8");
            case "image/webp" -> begins(content, 8, "WEBP");
            case "video/mp4", "video/3gpp", "audio/mp4" -> begins(content, 4, "ftyp");
            case "audio/mpeg" -> begins(content, 0, "ID3") || content.length > 1 && content[0] == (byte) 0xff && (content[1] & 0xe0) == 0xe0;
            case "audio/amr" -> begins(content, 0, "#!AMR");
            case "audio/ogg" -> begins(content, 0, "OggS");
            case "audio/wav" -> begins(content, 8, "WAVE");
            case "application/pdf" -> begins(content, 0, "%PDF");
            default -> isText(content);
        };
    }

    private static boolean begins(byte[] content, int at, String sign) {
        var bytes = sign.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (content[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] content) {
        for (byte one : content) {
            if (one == 0) {
                return false;
            }
        }
        return true;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
