package org.haki.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of an XPath expression as XLSForm writes it. The kinds are tried in this order at each place, and whatever fits none
 * is OTHER, so that any text at all falls into pieces (https://www.w3.org/TR/1999/REC-xpath-19991116/#exprlex).
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind { DATETIME, DATE, TIME, NUMBER, MATH, COMPARE, BOOLEAN, UNION, OPEN, CLOSE, BRACKET, PARENT, SELF, SLASH,
        LITERAL, COMMA, SPACE, REFERENCE, CALL, PREDICATE, URI, NAME, OTHER }

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final String LETTERS = "A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d"
            + "\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\x{10000}-\\x{effff}";
    /** A name without a colon (https://www.w3.org/TR/REC-xml-names/#NT-NCName). */
    static final String NCNAME = "[" + LETTERS + "][" + LETTERS + "\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*+";
    private static final String QNAME = NCNAME + "(?:\\:" + NCNAME + ")?";
    private static final String DAY = "-?\\d{4}-\\d{2}-\\d{2}";
    private static final String HOUR = "\\d{2}:\\d{2}:\\d{2}(?:\\.\\s+)?(?:[+-]\\d{2}:\\d{2}|Z)?";

    private static final Pattern WHOLE_NAME = Pattern.compile(QNAME);
    private static final Pattern PIECE = Pattern.compile(String.join("|",
            "(?=[-.0-9])(?:(?<DATETIME>" + DAY + "T" + HOUR + ")", "(?<DATE>" + DAY + ")", "(?<TIME>" + HOUR + ")",
            "(?<NUMBER>-?\\d+\\.\\d*|-?\\.\\d+|-?\\d+))", "(?<MATH>[*+-]| mod | div )", "(?<COMPARE>=|!=|<=|>=|<|>)",
            "(?<BOOLEAN> and | or )", "(?<UNION>\\|)", "(?<OPEN>\\()", "(?<CLOSE>\\))", "(?<BRACKET>[\\[{}])", "(?<PARENT>\\.\\.)",
            "(?<SELF>\\.)", "(?<SLASH>/)", "(?<LITERAL>\"[^\"]*+\"|'[^']*+')", "(?<COMMA>,)", "(?<SPACE>\\s++)",
            "(?<REFERENCE>\\$\\{(?:last-saved#)?" + NCNAME + "\\})", "(?<CALL>" + QNAME + "\\()", "(?<PREDICATE>" + QNAME + "\\[|\\])",
            "(?<URI>" + NCNAME + "://)", "(?<NAME>" + QNAME + ")", "(?<OTHER>[\\s\\S])"));

    static List<Token> of(String expression) {
        var tokens = new ArrayList<Token>();
        var matcher = PIECE.matcher(expression);
        while (matcher.find()) {
            int group = 1;   // the groups stand in the order of the kinds
            while (matcher.start(group) < 0) {
                group++;
            }
            tokens.add(new Token(KINDS.get(group - 1), matcher.group(), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    /** Whether a text may name an XML element, with or without a prefix. */
    static boolean isName(String text) {
        return WHOLE_NAME.matcher(text).matches();
    }
}
