package org.haki.xlsform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of columns, with what the field has called them over the years (https://xlsform.org/en/ref-table/). */
final class SurveyColumns {

    private SurveyColumns() {}

    static final Set<String> KNOWN = Set.of("type", "name", "label", "hint", "guidance_hint", "default", "choice_filter",
            "parameters", "trigger", "bind", "control", "media", "instance");
    /** Known, but read under a condition or only to be refused. */
    static final Set<String> SEEN = Set.of("disabled", "intent");

    static final Map<String, List<String>> SURVEY = aliases(
            "read_only=bind/readonly", "readonly=bind/readonly", "relevant=bind/relevant", "relevance=bind/relevant",
            "required=bind/required", "constraint=bind/constraint", "calculation=bind/calculate", "calculate=bind/calculate",
            "constraint_message=bind/jr:constraintMsg", "constraining_message=bind/jr:constraintMsg",
            "required_message=bind/jr:requiredMsg", "requiredmsg=bind/jr:requiredMsg",
            "noapperrorstring=bind/jr:noAppErrorString", "no_app_error_string=bind/jr:noAppErrorString",
            "save_to=bind/entities:saveto", "caption=label", "command=type", "tag=name", "value=name",
            "appearance=control/appearance", "image=media/image", "big-image=media/big-image", "audio=media/audio",
            "video=media/video", "count=control/jr:count", "repeat_count=control/jr:count", "jr:count=control/jr:count",
            "autoplay=control/autoplay", "rows=control/rows", "body=control");

    /** What a column is taken to be that is nearly called so. */
    static final Set<String> MEANT = Set.of("type", "name", "label", "hint", "guidance_hint", "required", "required_message",
            "relevant", "relevance", "constraint", "constraint_message", "calculation", "default", "read_only", "appearance",
            "choice_filter", "parameters", "repeat_count", "trigger", "image", "big-image", "audio", "video", "save_to");
    static final Set<String> CHOICES_MEANT = Set.of("list_name", "name", "label", "image", "big-image", "audio", "video");
    static final Set<String> SETTINGS_MEANT = Set.of("form_title", "form_id", "version", "default_language", "instance_name", "style");

    static final Set<String> CHOICES_KNOWN = Set.of("name", "label", "media");
    static final Map<String, List<String>> CHOICES = aliases("caption=label", "list_name=list name", "value=name",
            "image=media/image", "big-image=media/big-image", "audio=media/audio", "video=media/video");

    static final Set<String> ENTITIES_KNOWN = Set.of("dataset", "entity_id", "create_if", "update_if", "repeat", "label");
    static final Map<String, List<String>> ENTITIES = aliases("list_name=dataset");

    static final Map<String, List<String>> SETTINGS = aliases("form_title=title", "set_form_title=title",
            "form_id=id_string", "set_form_id=id_string");
    static final Set<String> SETTINGS_KNOWN = Set.of("title", "id_string", "name", "version", "default_language", "style",
            "instance_name", "instance_id", "public_key", "submission_url", "allow_choice_duplicates", "auto_send", "auto_delete",
            "client_editable", "omit_instanceID", "namespaces", "instance_xmlns", "attribute", "clean_text_values", "flat",
            "add_none_option", "prefix", "delimiter", "sms_keyword", "sms_separator", "sms_allow_media", "sms_date_format",
            "sms_datetime_format", "sms_response");

    /** Columns whose presence is a wish that cannot be granted, each with its mend. */
    static final Map<String, String> REFUSED = Map.of(
            "sms_field", "Forms are not sent by SMS; remove the column.",
            "sms_option", "Forms are not sent by SMS; remove the column.",
            "compact_tag", "Forms are not sent by SMS; remove the column.",
            "query", "Use select_one with a choice_filter.");

    private static Map<String, List<String>> aliases(String... pairs) {
        var aliases = new HashMap<String, List<String>>();
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            aliases.put(pair.substring(0, equals), List.of(pair.substring(equals + 1).split("/")));
        }
        return Map.copyOf(aliases);
    }
}
