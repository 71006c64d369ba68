package org.haki.xlsform;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds questions that are compared with a choice which their list does not have: that reads well and never holds. */
final class Comparisons {

    private static final int MOST_NAMED = 12;
    /** What makes of a question beside it something else than its answer. */
    private static final Set<Token.Kind> BOUND = Set.of(Token.Kind.SLASH, Token.Kind.PREDICATE, Token.Kind.MATH);

    private final Survey survey;
    private final Paths paths;

    Comparisons(Survey survey, Paths paths) {
        this.survey = survey;
        this.paths = paths;
    }

    void look(Element element, String column, String expression) {
        var tokens = Token.of(expression).stream().filter(token -> token.kind() != Token.Kind.SPACE).toList();
        for (int i = 0; i < tokens.size(); i++) {
            var text = tokens.get(i).text();
            if (text.equals("=") || text.equals("!=")) {
                pair(element, column, tokens, i - 1, i + 1);
                pair(element, column, tokens, i + 1, i - 1);
            } else if (text.equals("selected(") && i + 2 < tokens.size() && tokens.get(i + 2).kind() == Token.Kind.COMMA) {
                pair(element, column, tokens, i + 1, i + 3);
            }
        }
    }

    private void pair(Element element, String column, List<Token> tokens, int question, int literal) {
        if (question < 0 || literal < 0 || Math.max(question, literal) >= tokens.size()
                || tokens.get(literal).kind() != Token.Kind.LITERAL || bound(tokens, question - 1) || bound(tokens, question + 1)) {
            return;
        }
        var asked = asked(element, column, tokens, question);
        var list = asked == null || asked.itemset == null ? null : survey.choices.list(asked.itemset);
        if (list == null) {
            return;
        }
        var quoted = tokens.get(literal).text();
        var word = quoted.substring(1, quoted.length() - 1);
        boolean one = asked.questionType().name().equals("select_one");
        for (var choice : one ? List.of(word) : List.of(word.strip().split("\\s+"))) {
            if (!choice.isEmpty() && !list.has(choice)) {
                survey.problems.warn(element.problem(Fault.CHOICE_UNKNOWN, column, choice, asked.name, named(list)));
            }
        }
    }

    private static boolean bound(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && BOUND.contains(tokens.get(at).kind());
    }

    /** The question that stands there: by its name, or a full stop in its own constraint. */
    private Element asked(Element element, String column, List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (token.kind() == Token.Kind.REFERENCE) {
            return paths.named(Reference.all(token.text()).getFirst().name());
        }
        boolean filtered = tokens.subList(0, at).stream().anyMatch(before -> before.text().endsWith("["));
        return token.kind() == Token.Kind.SELF && column.equals("bind/constraint") && !filtered ? element : null;
    }

    private static String named(ChoiceList list) {
        var named = list.choices().stream().limit(MOST_NAMED).map(Choice::name).collect(Collectors.joining(", "));
        return list.choices().size() > MOST_NAMED ? named + " …" : named;
    }
}
