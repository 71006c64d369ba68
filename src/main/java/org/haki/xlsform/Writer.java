package org.haki.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the form as an ODK XForm (https://getodk.github.io/xforms-spec/). */
final class Writer {

    private final Survey survey;
    private final Paths paths;

    private Writer(Survey survey) {
        this.survey = survey;
        this.paths = new Paths(survey.root);
    }

    static String write(Survey survey) {
        return new Writer(survey).html().document();
    }

    private Xml html() {
        var mixed = new Mixed(paths);
        var binds = new Binds(survey, paths);
        return new Xml("h:html").with(namespaces())
                .add(new Xml("h:head")
                        .add(Xml.of("h:title", survey.settings.get("title", survey.settings.get("id_string", ""))))
                        .add(model(mixed, binds)))
                .add(new Body(survey, paths, mixed, binds).write());
    }

    private Map<String, String> namespaces() {
        var names = new LinkedHashMap<String, String>();
        names.put("xmlns", "http://www.w3.org/2002/xforms");
        names.put("xmlns:h", "http://www.w3.org/1999/xhtml");
        names.put("xmlns:ev", "http://www.w3.org/2001/xml-events");
        names.put("xmlns:xsd", "http://www.w3.org/2001/XMLSchema");
        names.put("xmlns:jr", "http://openrosa.org/javarosa");
        names.put("xmlns:orx", "http://openrosa.org/xforms");
        names.put("xmlns:odk", "http://www.opendatakit.org/xforms");
        if (survey.entitiesVersion != null) {
            names.put("xmlns:entities", "http://www.opendatakit.org/xforms/entities");
        }
        for (var declared : survey.settings.get("namespaces", "").split("\\s+")) {
            var parts = declared.split("=");
            if (parts.length == 2 && !parts[0].isEmpty()) {
                names.putIfAbsent("xmlns:" + parts[0], parts[1].replace("\"", "").replace("'", ""));
            }
        }
        return names;
    }

    private Xml model(Mixed mixed, Binds binds) {
        var model = new Xml("model").with("odk:xforms-version", "1.0.0");
        if (survey.entitiesVersion != null) {
            model.with("entities:entities-version", survey.entitiesVersion);
        }
        submission(model);
        var itext = Itext.of(survey, mixed);
        if (itext != null) {
            model.add(itext);
        }
        model.add(new Xml("instance").add(new PrimaryInstance(survey, paths).write()));
        Instances.write(survey, model);
        binds.write(model);
        return model;
    }

    private void submission(Xml model) {
        var settings = survey.settings;
        var attributes = new LinkedHashMap<String, String>();
        if (settings.has("auto_send")) {
            attributes.put("orx:auto-send", settings.get("auto_send", ""));
        }
        if (settings.has("auto_delete")) {
            attributes.put("orx:auto-delete", settings.get("auto_delete", ""));
        }
        if (settings.yes("client_editable")) {
            attributes.put("odk:client-editable", "true");
        }
        if (!attributes.isEmpty()) {
            model.add(new Xml("submission").with(attributes));
        }
    }
}
