package org.haki.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The settings sheet: its one row. A survey row may also set the title and the id, as in the first years of XLSForm. */
final class Settings {

    private static final Set<String> YES = Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "true()");
    private static final Set<String> NO = Set.of("no", "No", "NO", "false", "False", "FALSE", "false()");
    private static final Map<String, String> REFUSED = Map.of(
            "public_key", "Submissions are sealed by the server that takes them; remove the key.",
            "prefix", "Forms are not sent by SMS; remove it.", "delimiter", "Forms are not sent by SMS; remove it.",
            "sms_keyword", "Forms are not sent by SMS; remove it.", "sms_separator", "Forms are not sent by SMS; remove it.",
            "sms_allow_media", "Forms are not sent by SMS; remove it.", "sms_response", "Forms are not sent by SMS; remove it.",
            "flat", "Groups stay groups; remove it.", "add_none_option", "Add the choice 'none' yourself.");

    private final Columns columns;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private Settings(Columns columns) {
        this.columns = columns;
    }

    static Settings of(Workbook workbook, Problems problems) {
        var sheet = withOneId(workbook.sheet("settings"), problems);
        var columns = Columns.of(sheet, SurveyColumns.SETTINGS, SurveyColumns.SETTINGS_KNOWN, problems);
        var settings = new Settings(columns);
        if (workbook.has("settings")) {
            var line = Line.of(columns, sheet.rows().getFirst(), "default", false, problems);
            settings.values.putAll(line.values());
            line.group("attribute").forEach((name, words) -> settings.attributes.put(name, words.plain()));
            settings.check(line, problems);
        }
        return settings;
    }

    /** {@code id_string} is what form_id was called at first; where both stand, form_id counts. */
    private static Sheet withOneId(Sheet sheet, Problems problems) {
        if (!sheet.header().containsValue("form_id") || !sheet.header().containsValue("id_string")) {
            return sheet;
        }
        var header = new LinkedHashMap<>(sheet.header());
        header.forEach((column, name) -> {
            if (name.equals("id_string")) {
                problems.warn(sheet.problem(Fault.SETTING_IGNORED, 1, column, name, "form_id stands beside it."));
            }
        });
        header.values().remove("id_string");
        return new Sheet(sheet.name(), header, sheet.rows());
    }

    private void check(Line line, Problems problems) {
        REFUSED.forEach((setting, mend) -> {
            if (values.containsKey(setting) && !NO.contains(values.get(setting))) {
                problems.collect(() -> {
                    throw line.refusal(Fault.SETTING_NOT_SUPPORTED, setting, setting, mend);
                });
            }
        });
        if (values.remove("submission_url") != null) {
            problems.warn(line.problem(Fault.SETTING_IGNORED, columns.column("submission_url"), "submission_url",
                    "Submissions go to the server from which the form was taken."));
        }
        var name = values.get("name");
        if (name != null && !Token.isName(name)) {
            problems.add(line.problem(Fault.NAME_INVALID, columns.column("name"), name));
        }
        columns.paths().forEach((column, path) -> {
            if (!SurveyColumns.SETTINGS_KNOWN.contains(path.getFirst())) {
                var slip = Spelling.slip(Columns.snake(path.getFirst()), SurveyColumns.SETTINGS_MEANT);
                problems.warn(slip.isEmpty()
                        ? columns.sheet().problem(Fault.HEADER_UNKNOWN, 1, column, columns.header(column),
                                Spelling.meant(columns.header(column), SurveyColumns.SETTINGS_KNOWN))
                        : columns.sheet().problem(Fault.HEADER_MISSPELT, 1, column, columns.header(column), slip));
            }
        });
    }

    /** Sets what a survey row sets. */
    void set(String setting, String value) {
        values.put(setting, value);
    }

    String get(String setting, String otherwise) {
        return values.getOrDefault(setting, otherwise);
    }

    boolean yes(String setting) {
        return isYes(values.get(setting));
    }

    static boolean isYes(String word) {
        return word != null && YES.contains(word);
    }

    boolean has(String setting) {
        return values.containsKey(setting);
    }

    String defaultLanguage() {
        return get("default_language", "default");
    }

    Map<String, String> attributes() {
        return attributes;
    }
}
