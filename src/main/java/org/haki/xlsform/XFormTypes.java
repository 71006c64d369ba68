package org.haki.xlsform;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What type a question has, by its control and its bind. */
final class XFormTypes {

    private static final Set<String> SAME = Set.of("decimal", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape", "barcode");

    private XFormTypes() {}

    static boolean isChoice(String control) {
        return control.equals("select") || control.equals("select1") || control.equals("odk:rank");
    }

    /** Its name as a workbook would have it; {@code control} is null for what nobody is asked. */
    static String of(XmlNode control, Map<String, String> bind, String initial, List<XmlNode> sets) {
        var type = bind.getOrDefault("type", "string");
        if (control == null) {
            return byItself(bind, type, sets);
        }
        return switch (control.name) {
            case "select1" -> "select_one";
            case "select" -> "select_multiple";
            case "odk:rank" -> "rank";
            case "range" -> "range";
            case "trigger" -> bind.containsKey("type") ? "acknowledge" : "trigger";
            case "upload" -> upload(control.attribute("mediatype"));
            default -> "int".equals(type) || "integer".equals(type) || "long".equals(type) ? "integer" : SAME.contains(type) ? type
                    : isNote(bind, initial) ? "note" : "text";
        };
    }

    /** Words that are read out: nobody can change them, and nothing reckons them. */
    private static boolean isNote(Map<String, String> bind, String initial) {
        return "true()".equals(bind.getOrDefault("readonly", "").strip()) && !bind.containsKey("calculate") && initial == null;
    }

    private static String upload(String media) {
        return media.startsWith("image") ? "image" : media.startsWith("audio") ? "audio" : media.startsWith("video") ? "video" : "file";
    }

    /** What a device fills in, or what is reckoned. */
    private static String byItself(Map<String, String> bind, String type, List<XmlNode> sets) {
        var what = bind.getOrDefault("jr:preloadParams", "");
        return switch (bind.getOrDefault("jr:preload", "")) {
            case "timestamp" -> what;
            case "date" -> "today";
            case "property" -> what;
            default -> sets.stream().anyMatch(set -> set.local().equals("setgeopoint")) ? "start-geopoint" : type.equals("binary") ? "audit" : "calculate";
        };
    }
}
