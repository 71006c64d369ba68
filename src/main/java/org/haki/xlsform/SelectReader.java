package org.haki.xlsform;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a question with choices: select one, select multiple and rank, from a list, a file or the answers of a repeat. */
final class SelectReader {

    private static final String ONE = "select one";
    private static final String MANY = "select all that apply";
    private static final Map<String, String> COMMANDS = commands();
    private static final Pattern SELECT = Pattern.compile("(" + String.join("|", COMMANDS.keySet())
            + ") (\\S+)( (?:or specify other|or_other|or other))?");
    static final Set<String> FILES = Set.of(".csv", ".xml", ".geojson");

    private final Survey survey;
    private final Element parent;
    private final Line line;

    SelectReader(Survey survey, Element parent, Line line) {
        this.survey = survey;
        this.parent = parent;
        this.line = line;
    }

    private static Map<String, String> commands() {
        var commands = new LinkedHashMap<String, String>();
        for (var one : new String[] {"select_one", "select one", "select1", "select one from", "add select one prompt using",
            "select_one_from_file", "select one from file"}) {
            commands.put(one, ONE);
        }
        for (var many : new String[] {"select_multiple", "select all that apply", "select all that apply from",
            "add select multiple prompt using", "select_multiple_from_file", "select multiple from file"}) {
            commands.put(many, MANY);
        }
        commands.put("rank", "rank");
        return commands;
    }

    /** The parts of a type that asks for choices: how, which list, whether 'other' is added; null for any other type. */
    static Matcher match(String type) {
        var matcher = SELECT.matcher(type);
        return matcher.matches() ? matcher : null;
    }

    /** Whether a type is no question before it names its list. */
    static boolean asksForList(String type) {
        return COMMANDS.containsKey(type) || COMMANDS.containsValue(type);
    }

    /** The name of a file without its ending. */
    static String stem(String file) {
        return file.substring(0, file.length() - ending(file).length());
    }

    static String ending(String file) {
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? "" : file.substring(dot);
    }

    /** Adds the question, and what comes with it; answers the list of the table that it stands in. */
    String read(Matcher type, String name, String tableList) {
        var list = type.group(2);
        var kind = COMMANDS.get(type.group(1));
        survey.instances.add(stem(list));
        boolean asksFile = type.group(1).endsWith("file");
        boolean file = FILES.contains(ending(list));
        if (asksFile && (!file || stem(list).contains("."))) {
            throw line.refusal(Fault.LIST_FILE, "type", list);
        }
        var choices = file || Reference.in(list) ? null : survey.choices.required(list, line);
        if (kind.equals(MANY) && choices != null) {
            choices.choices().stream().filter(choice -> choice.name().contains(" ")).findFirst().ifPresent(spaced -> {
                throw line.refusal(Fault.CHOICE_NAME_SPACE, "type", spaced.name());
            });
        }
        var question = Questions.of(Element.Kind.QUESTION, name, kind, line);
        SurveyReader.complete(question, parent, survey);
        question.itemset = list;
        refuseSearch(question);
        question.parameters = parameters(asksFile);
        if (type.group(3) != null) {
            checkOther(question, choices);
        }
        var table = table(question, kind, list, tableList);
        parent.add(question);
        if (type.group(3) != null) {
            parent.add(other(question));
        }
        return table;
    }

    private void refuseSearch(Element question) {
        var appearance = question.control.get("appearance");
        if (appearance != null && appearance.contains("search(")) {
            throw line.refusal(Fault.EXPRESSION_NOT_SUPPORTED, "control/appearance", "search()", "Use select_one_from_file with a choice_filter.");
        }
    }

    private Map<String, String> parameters(boolean file) {
        var parameters = file ? Parameters.of(line).accepting("randomize", "seed", "label", "value")
                : Parameters.of(line).accepting("randomize", "seed");
        parameters.checked("value", Token::isName, "the name of a column");
        parameters.checked("label", Token::isName, "the name of a column");
        parameters.truth("randomize");
        parameters.checked("seed", seed -> Reference.is(seed) || Parameters.isNumber(seed), "a number or a reference");
        if (parameters.has("seed") && !parameters.has("randomize")) {
            throw line.refusal(Fault.PARAMETER_MISSING, "parameters", "randomize=true");
        }
        return new HashMap<>(parameters.values());
    }

    private void checkOther(Element question, ChoiceList choices) {
        if (question.filter != null) {
            throw line.refusal(Fault.CHOICE_FILTER_OTHER, "choice_filter");
        }
        if (choices == null) {
            throw line.refusal(Fault.LIST_MISSING, "type", question.itemset, "");
        }
        choices.addOther();
        if (choices.choices().stream().anyMatch(choice -> choice.label() != null && choice.label().translated())) {
            survey.problems.warn(line.problem(Fault.OTHER_UNTRANSLATED, survey.columns.column("type")));
        }
    }

    private Element other(Element question) {
        var other = Questions.own(question.name + "_other", "text", line);
        other.label = Words.of("Specify other.");
        other.bind.put("relevant", "selected(../" + question.name + ", 'other')");
        return other;
    }

    private String table(Element question, String kind, String list, String tableList) {
        if (tableList == null) {
            return null;
        }
        if (tableList.isEmpty()) {
            if (question.filter != null) {
                throw line.refusal(Fault.CHOICE_FILTER_TABLE, "choice_filter");
            }
            var head = Questions.own("reserved_name_for_field_list_labels_" + line.row, kind, line);
            head.control.put("appearance", "label");
            head.label = Words.of(" ");
            head.itemset = list;
            parent.add(head);
        } else if (!tableList.equals(list)) {
            throw line.refusal(Fault.TABLE_LISTS_DIFFER, "type", list, tableList);
        }
        question.control.put("appearance", "list-nolabel");
        return list;
    }
}
