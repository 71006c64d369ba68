package org.haki.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * What stands on a page of ours that is made to be handed over ({@code <article class="document">}), as lines with a look each:
 * the words of the page itself, in its order, without what only a screen needs.
 */
record Sheet(List<Line> lines) {

    /** How a line looks. */
    enum Look { TITLE, HEADING, NAME, TEXT, ITEM, LABEL, NOTICE, SMALL }

    /** One line before it is broken to fit; a fact is its label and, in the next line, its value. */
    record Line(Look look, String text) {}

    private static final Pattern PIECE = Pattern.compile("<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*+\"|'[^']*+'|[^>\"']++)*+)>|[^<]+", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta", "wbr", "path", "rect", "use", "col");
    private static final Set<String> SKIPPED = Set.of("script", "style", "svg", "form", "nav", "template", "button");
    private static final Map<String, Look> LOOKS = Map.of("h1", Look.TITLE, "h2", Look.HEADING, "h3", Look.NAME, "h4", Look.NAME,
            "li", Look.ITEM, "dt", Look.LABEL, "th", Look.LABEL, "summary", Look.NAME, "legend", Look.NAME);
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "header", "footer", "ul", "ol", "dl", "dd", "table", "thead",
            "tbody", "tfoot", "tr", "td", "details", "figure", "blockquote", "br", "hr", "h1", "h2", "h3", "h4", "li", "dt", "th", "summary", "legend");

    /** From the whole page. */
    static Sheet of(String html) {
        int begins = html.indexOf("<article class=\"document");
        int ends = html.lastIndexOf("</article>");
        if (begins < 0 || ends < begins) {
            throw new IllegalArgumentException("The page is no document");
        }
        var reader = new Reader();
        var pieces = PIECE.matcher(html.substring(begins, ends));
        while (pieces.find()) {
            if (pieces.group(2) != null) {
                reader.tag(pieces.group(2).toLowerCase(Locale.ROOT), pieces.group(3), !pieces.group(1).isEmpty());
            } else if (!pieces.group().startsWith("<!--")) {
                reader.text(HtmlUtils.htmlUnescape(pieces.group()));
            }
        }
        reader.flush();
        return new Sheet(reader.lines);
    }

    private static final class Reader {
        private final List<Line> lines = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final List<Look> looks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int skippedFrom = -1;

        void tag(String name, String attributes, boolean closes) {
            if (skippedFrom < 0 && BLOCKS.contains(name)) {
                flush();
            }
            if (VOID.contains(name) || attributes.endsWith("/")) {
                return;
            }
            if (closes) {
                int at = open.lastIndexOf(name);
                if (at >= 0) {
                    open.subList(at, open.size()).clear();
                    looks.subList(at, looks.size()).clear();
                    skippedFrom = at <= skippedFrom ? -1 : skippedFrom;
                }
                return;
            }
            var marks = marks(attributes);
            open.add(name);
            looks.add(lookOf(name, marks.getOrDefault("class", "")));
            if (skippedFrom < 0 && isSkipped(name, marks)) {
                skippedFrom = open.size() - 1;
            }
        }

        void text(String more) {
            if (skippedFrom < 0) {
                text.append(more);
            }
        }

        void flush() {
            var said = text.toString().replaceAll("\\s+", " ").strip();
            text.setLength(0);
            if (!said.isEmpty()) {
                lines.add(new Line(looks.reversed().stream().filter(look -> look != null).findFirst().orElse(Look.TEXT), said));
            }
        }

        private static Look lookOf(String name, String classes) {
            var look = LOOKS.get(name);
            if (look == Look.TITLE || look == Look.HEADING) {
                return look;
            }
            var all = " " + classes + " ";
            if (all.contains(" notice ")) {
                return Look.NOTICE;
            }
            if (all.contains(" small ") && !name.equals("span")) {
                return Look.SMALL;
            }
            return Set.of("dd", "td").contains(name) ? Look.TEXT : look;
        }

        private static boolean isSkipped(String name, Map<String, String> marks) {
            var classes = " " + marks.getOrDefault("class", "") + " ";
            return SKIPPED.contains(name) || classes.contains(" unprinted ") || classes.contains(" unseen ") || "true".equals(marks.get("aria-hidden"));
        }

        private static Map<String, String> marks(String attributes) {
            var marks = new HashMap<String, String>();
            var found = ATTRIBUTE.matcher(attributes);
            while (found.find()) {
                marks.put(found.group(1), found.group(2));
            }
            return marks;
        }
    }
}
