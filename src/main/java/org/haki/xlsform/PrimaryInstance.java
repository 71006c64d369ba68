package org.haki.xlsform;

/** The blank submission: a node for each question; repeats once as a template and once as the first repetition. */
final class PrimaryInstance {

    private final Survey survey;
    private final Paths paths;

    PrimaryInstance(Survey survey, Paths paths) {
        this.survey = survey;
        this.paths = paths;
    }

    Xml write() {
        var root = section(survey.root, false);
        root.with(survey.settings.attributes());
        root.with("id", survey.settings.get("id_string", ""));
        if (survey.settings.has("instance_xmlns")) {
            root.with("xmlns", survey.settings.get("instance_xmlns", ""));
        }
        if (survey.settings.has("version")) {
            root.with("version", survey.settings.get("version", ""));
        }
        return root;
    }

    private Xml section(Element section, boolean inRepetition) {
        var xml = new Xml(section.name);
        section.instance.forEach((name, value) -> xml.with(name, paths.in(value, section)));
        for (var child : section.children) {
            switch (child.kind) {
                case EXTERNAL -> { }
                case ATTRIBUTE -> xml.with(child.name, child.value);
                case ENTITY_LABEL -> xml.add(new Xml(child.name));
                case QUESTION -> xml.add(question(child));
                case REPEAT -> {
                    xml.add(section(child, true));
                    if (!inRepetition) {
                        xml.addBeforeLast(template(child));
                    }
                }
                default -> xml.add(section(child, inRepetition));
            }
        }
        return xml;
    }

    private Xml template(Element repeat) {
        var xml = new Xml(repeat.name).with("jr:template", "");
        for (var child : repeat.children) {
            switch (child.kind) {
                case REPEAT -> xml.add(template(child));
                case EXTERNAL -> { }
                case QUESTION -> xml.add(question(child));
                default -> xml.add(section(child, false));
            }
        }
        return xml;
    }

    private Xml question(Element question) {
        var xml = new Xml(question.name);
        question.instance.forEach((name, value) -> xml.with(name, paths.in(value, question)));
        if (question.initial != null && !Questions.moves(question.initial, question.type)) {
            xml.text(question.initial);
        }
        return xml;
    }
}
