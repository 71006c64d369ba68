package org.haki.xlsform;

import java.util.ArrayList;
import java.util.List;

/** A text for people in which references, and paths into instances, show the value they stand for. */
final class Mixed {

    private final Paths paths;

    Mixed(Paths paths) {
        this.paths = paths;
    }

    /** Writes a text into an element; the context is the question that speaks, or null. */
    Xml into(Xml element, String text, Element context) {
        int at = 0;
        for (var piece : pieces(text)) {
            if (piece[0] > at) {
                element.text(text.substring(at, piece[0]));
            }
            element.add(new Xml("output").with("value", paths.in(text.substring(piece[0], piece[1]), context)));
            at = piece[1];
        }
        if (at < text.length() || at == 0) {
            element.text(text.substring(at));
        }
        return element;
    }

    /** Where values stand in a text: from, to. */
    private static List<int[]> pieces(String text) {
        if (!text.contains("${") && !text.contains("instance(")) {
            return List.of();
        }
        var pieces = new ArrayList<>(text.contains("instance(") ? instancePaths(text) : List.<int[]>of());
        var references = Reference.WHOLE.matcher(text);
        while (references.find()) {
            int start = references.start();
            if (pieces.stream().noneMatch(piece -> piece[0] <= start && start < piece[1])) {
                pieces.add(new int[] {start, references.end()});
            }
        }
        pieces.sort((one, other) -> Integer.compare(one[0], other[0]));
        return pieces;
    }

    /** {@code instance('x')/root/item[…]/label}: up to the first space outside of brackets, or a closing one that no path follows. */
    private static List<int[]> instancePaths(String text) {
        var found = new ArrayList<int[]>();
        int start = -1;
        int brackets = 0;
        int end = 0;
        Token last = null;
        for (var token : Token.of(text)) {
            if (start < 0 && token.kind() == Token.Kind.CALL && token.text().equals("instance(")) {
                start = token.start();
                brackets = 0;
            } else if (start >= 0) {
                boolean closed = brackets == 0 && last != null && last.text().equals("]") && token.kind() != Token.Kind.SLASH;
                brackets += token.text().endsWith("[") ? 1 : token.text().equals("]") ? -1 : 0;
                if (closed || (brackets == 0 && token.kind() == Token.Kind.SPACE)) {
                    found.add(new int[] {start, end});
                    start = -1;
                }
            }
            last = token;
            end = token.end();
        }
        if (start >= 0) {
            found.add(new int[] {start, end});
        }
        return found;
    }
}
