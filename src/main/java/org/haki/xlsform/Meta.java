package org.haki.xlsform;

/** The form's own questions in meta: the audit, the instance's id and its name. */
final class Meta {

    private Meta() {}

    static void add(Survey survey) {
        survey.meta.forEach(question -> Survey.metaOf(survey.root).add(question));
        if (!survey.settings.yes("omit_instanceID")) {
            var id = Questions.own("instanceID", "calculate", null);
            id.bind.put("readonly", "true()");
            id.bind.put("jr:preload", survey.settings.get("instance_id", "uid"));
            Survey.metaOf(survey.root).add(id);
        }
        if (survey.settings.has("instance_name")) {
            var name = Questions.own("instanceName", "calculate", null);
            name.bind.put("calculate", survey.settings.get("instance_name", ""));
            Survey.metaOf(survey.root).add(name);
        }
    }
}
