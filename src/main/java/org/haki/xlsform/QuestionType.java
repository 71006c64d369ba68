package org.haki.xlsform;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a type means in an XForm: its name today, its control (null: not shown), the media it takes, and what its bind begins with. */
record QuestionType(String name, String tag, String media, Map<String, String> bind, String hint) {

    private static final Map<String, QuestionType> TYPES = new HashMap<>();
    private static final Map<String, String> TODAY = Map.of("select one", "select_one", "select all that apply", "select_multiple");

    static {
        shown("string", "text", "string", "q string", "add text prompt");
        shown("int", "integer", "int", "q int", "add integer prompt");
        shown("decimal", "decimal", "q decimal", "add decimal prompt");
        shown("date", "date", "q date", "add date prompt");
        shown("time", "time");
        shown("dateTime", "dateTime", "datetime", "date time", "q date time", "q dateTime", "add date time prompt", "add dateTime prompt");
        shown("geopoint", "geopoint", "gps", "location", "q geopoint", "q location", "add location prompt");
        shown("geotrace", "geotrace", "q geotrace");
        shown("geoshape", "geoshape", "q geoshape");
        shown("barcode", "barcode", "q barcode", "add barcode prompt");
        put("input", null, bind("type", "string", "readonly", "true()"), null, "note", "q note", "add note prompt");
        control("trigger", "string", "acknowledge", "q acknowledge", "add acknowledge prompt");
        put("trigger", null, Map.of(), null, "trigger");
        upload("image/*", "image", "photo", "q picture", "q image");
        upload("audio/*", "audio", "q audio");
        upload("video/*", "video", "q video");
        upload("application/*", "file");
        control("select1", "string", "select one", "select one using", "q select1");
        control("select", "string", "select all that apply", "select multiple from", "select multiple using", "q select");
        control("odk:rank", "odk:rank", "rank");
        control("range", "int", "range");
        control(null, "string", "calculate", "q calculate", "add calculate prompt", "hidden");
        control(null, "binary", "audit");
        control(null, "geopoint", "start-geopoint");
        preload("timestamp", "start", "dateTime", "start", "start time", "get start time");
        preload("timestamp", "end", "dateTime", "end", "end time", "get end time");
        preload("date", "today", "date", "today", "get today");
        for (var property : new String[] {"deviceid", "subscriberid", "simserial", "phonenumber", "username", "email"}) {
            preload("property", property, "string", property);
            preload("property", "uri:" + property, "string", "uri:" + property);
        }
        preload("property", "deviceid", "string", "device id", "get device id", "imei");
        preload("property", "subscriberid", "string", "subscriber id", "get subscriber id");
        preload("property", "simserial", "string", "sim id", "get sim id");
        preload("property", "phonenumber", "string", "get phone number");
        counted("phone number", "string", "regex(., '^\\d*$')", "Enter numbers only.");
        counted("percentage", "int", "0 <= . and . <= 100", null);
        counted("number of days in last month", "int", "0 <= . and . <= 31", "Enter a number 0-31.");
        counted("number of days in last six months", "int", "0 <= . and . <= 183", "Enter a number 0-183.");
        counted("number of days in last year", "int", "0 <= . and . <= 365", "Enter a number 0-365.");
    }

    /** Other names for types that have rules of their own. */
    static final Map<String, String> ALIASES = Map.of("imei", "deviceid", "image", "photo", "add image prompt", "photo",
            "add photo prompt", "photo", "add audio prompt", "audio", "add video prompt", "video", "add file prompt", "file");

    private static final String KOBO = "Only KoboToolbox knows it; use a group of select_one questions, or rank.";

    /** Types that are known and not supported, each with its mend. */
    static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("osm", "Use geopoint, geotrace or geoshape."),
            Map.entry("background-audio", "Nobody is recorded unaware; use audio."),
            Map.entry("background-geopoint", "Use geopoint, or start-geopoint."),
            Map.entry("include", "Copy the rows into this form."),
            Map.entry("cascading_select", "Use select_one with a choice_filter."),
            Map.entry("cascading select", "Use select_one with a choice_filter."),
            Map.entry("select_one_external", "Use select_one with a choice_filter, or select_one_from_file."),
            Map.entry("begin_kobomatrix", KOBO), Map.entry("begin_score", KOBO), Map.entry("begin_rank", KOBO),
            Map.entry("end_kobomatrix", KOBO), Map.entry("end_score", KOBO), Map.entry("end_rank", KOBO));

    static QuestionType of(String type) {
        return TYPES.get(type);
    }

    static Set<String> names() {
        return TYPES.keySet();
    }

    private static void shown(String bind, String... names) {
        control("input", bind, names);
    }

    private static void control(String tag, String bind, String... names) {
        put(tag, null, Map.of("type", bind), null, names);
    }

    private static void upload(String media, String... names) {
        put("upload", media, Map.of("type", "binary"), null, names);
    }

    private static void preload(String preload, String what, String bind, String... names) {
        put(null, null, bind("type", bind, "jr:preload", preload, "jr:preloadParams", what), null, names);
    }

    /** Attributes in their order, so that a workbook becomes the same text each time. */
    private static Map<String, String> bind(String... pairs) {
        var bind = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            bind.put(pairs[i], pairs[i + 1]);
        }
        return bind;
    }

    private static void counted(String name, String bind, String constraint, String hint) {
        put("input", null, bind("type", bind, "constraint", constraint), hint, name);
    }

    private static void put(String tag, String media, Map<String, String> bind, String hint, String... names) {
        var today = TODAY.getOrDefault(names[0], names[0]);
        for (var name : names) {
            TYPES.put(name, new QuestionType(today, tag, media, bind, hint));
        }
    }
}
