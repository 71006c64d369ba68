package org.haki.forms;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at the letters of an expression before JavaRosa does, whose own errors say no place: brackets and quotation marks close,
 * every sign is one of XPath, and no two words stand side by side, as they do in prose.
 */
final class ExpressionText {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 60;
    private static final Set<String> BETWEEN = Set.of("and", "or", "div", "mod");
    private static final Pattern TOKEN = Pattern.compile("""
            \\s+|'[^']*'|"[^"]*"|(?:\\d+\\.?\\d*|\\.\\d+)|[\\p{L}_](?:[\\p{L}\\p{N}_.-]|:(?=[\\p{L}_]))*|\\.\\.|<=|>=|!=|::|//|[-+*/=<>|()\\[\\],@$.]""");

    private final String source;
    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private boolean operandBefore;

    private ExpressionText(String source) {
        this.source = source;
    }

    static void check(String source) {
        if (source == null || source.isBlank()) {
            throw new BadExpression(1, "Here stands no condition");
        }
        if (source.length() > LONGEST) {
            throw new BadExpression(LONGEST, "An expression has at most " + LONGEST + " letters");
        }
        new ExpressionText(source).check();
    }

    private void check() {
        var token = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!token.find(at) || token.start() != at) {
                throw strange(at);
            }
            take(token.group(), at);
            at = token.end();
        }
        if (!open.isEmpty()) {
            throw new BadExpression(open.peek() + 1, "This bracket is not closed");
        }
        if (!operandBefore) {
            throw new BadExpression(source.length(), "Something is missing at the end");
        }
    }

    private void take(String token, int at) {
        char first = token.charAt(0);
        if (Character.isWhitespace(first)) {
            return;
        }
        if (token.equals("(") || token.equals("[")) {
            bracket(token, at);
        } else if (token.equals(")") || token.equals("]")) {
            close(token, at);
        } else if (operandBefore && BETWEEN.contains(token)) {
            operandBefore = false;
        } else if (operand(token)) {
            beside(token, at);
            operandBefore = true;
        } else {
            sign(token, at);
        }
    }

    private void bracket(String token, int at) {
        if (token.equals("[") && !operandBefore) {
            throw new BadExpression(at + 1, "A filter in brackets stands behind a name");
        }
        open.push(at);
        operandBefore = false;
        if (open.size() > DEEPEST) {
            throw new BadExpression(at + 1, "At most " + DEEPEST + " brackets stand in each other");
        }
    }

    private void close(String token, int at) {
        if (open.isEmpty() || (source.charAt(open.peek()) == '(') != token.equals(")")) {
            throw new BadExpression(at + 1, "This bracket closes none");
        }
        int opened = open.pop();
        if (!operandBefore && !source.substring(opened + 1, at).isBlank() || token.equals("]") && !operandBefore) {
            throw new BadExpression(at + 1, "Something is missing before this bracket");
        }
        operandBefore = true;
    }

    private void sign(String token, int at) {
        boolean path = token.equals("/") || token.equals("//") || token.equals("@") || token.equals("$") || token.equals("-");
        if (token.equals("*") && !operandBefore) {
            operandBefore = true;
            return;
        }
        if (!operandBefore && !path) {
            throw new BadExpression(at + 1, token.equals("=") ? "One = is enough" : "Something is missing before " + token);
        }
        operandBefore = false;
    }

    private void beside(String token, int at) {
        if (operandBefore) {
            throw new BadExpression(at + 1, "Before " + token + " something is missing that joins it to what stands there: and, or, =, a comma");
        }
    }

    private static boolean operand(String token) {
        char first = token.charAt(0);
        return Character.isLetterOrDigit(first) || first == '_' || first == '\'' || first == '"' || first == '.';
    }

    private BadExpression strange(int at) {
        char sign = source.charAt(at);
        return new BadExpression(at + 1, switch (sign) {
            case '\'', '"' -> "This quotation mark is not closed";
            case '\u2018', '\u2019', '\u201c', '\u201d' -> "Write straight quotation marks: ' or \"";
            case '&' -> "Write and instead of &";
            case '!' -> "Write != for unequal, and not(…) for the contrary";
            default -> "This sign has no meaning here: " + sign;
        });
    }
}
