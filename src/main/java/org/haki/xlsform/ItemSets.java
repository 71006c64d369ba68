package org.haki.xlsform;

/** Where a question's choices come from: a list or file as an instance, or the answers of a repeat. */
final class ItemSets {

    private record Source(String value, String label, String nodes, String filter) {}

    private final Survey survey;
    private final Paths paths;

    ItemSets(Survey survey, Paths paths) {
        this.survey = survey;
        this.paths = paths;
    }

    Xml of(Element question) {
        boolean answers = Reference.in(question.itemset);
        var source = question.type.startsWith("geo") && answers ? geometries(question)
                : answers ? answers(question) : instance(question);
        var nodes = source.nodes + filter(question, source, answers);
        if ("true".equals(question.parameters.get("randomize"))) {
            var seed = question.parameters.get("seed");
            nodes = "randomize(" + nodes + (seed == null ? "" : ", " + paths.in(seed, question).strip()) + ")";
        }
        return new Xml("itemset").with("nodeset", nodes)
                .add(new Xml("value").with("ref", source.value))
                .add(new Xml("label").with("ref", source.label));
    }

    private Source instance(Element question) {
        var ending = SelectReader.ending(question.itemset);
        var parameters = question.parameters;
        if (SelectReader.FILES.contains(ending)) {
            boolean geojson = ending.equals(".geojson");
            return new Source(parameters.getOrDefault("value", geojson ? "id" : "name"),
                    parameters.getOrDefault("label", geojson ? "title" : "label"),
                    "instance('" + SelectReader.stem(question.itemset) + "')/root/item", null);
        }
        var list = survey.choices.list(question.itemset);
        return new Source("name", list != null && list.itext() ? "jr:itext(itextId)" : "label",
                "instance('" + question.itemset + "')/root/item", null);
    }

    /** The answers to a question of a repeat, once they are given. */
    private Source answers(Element question) {
        var path = paths.in(question.itemset, question, Paths.Manner.PARENT).strip();
        int slash = path.lastIndexOf('/');
        var answer = path.substring(slash + 1);
        return new Source(answer, answer, path.substring(0, Math.max(0, slash)), "./" + answer + " != ''");
    }

    private Source geometries(Element question) {
        return new Source("geometry", "geometry", paths.in(question.itemset, question, Paths.Manner.PARENT).strip(), "./geometry != ''");
    }

    private String filter(Element question, Source source, boolean answers) {
        var filter = source.filter;
        if (question.filter != null) {
            filter = paths.in(question.filter, question, answers ? Paths.Manner.CURRENT_PARENT : Paths.Manner.CURRENT);
            if (answers) {
                filter = filter.replace("current()/" + source.nodes, ".").replace(source.nodes, ".");
            }
        }
        return filter == null ? "" : "[" + filter + "]";
    }
}
