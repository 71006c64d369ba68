package org.haki;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@link Visitor} was answered. */
public final class Page {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "<input\\b([^>]*)>|<textarea\\b([^>]*)>\\n?(.*?)</textarea>|<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    private final Visitor visitor;
    private final HttpResponse<String> answer;

    Page(Visitor visitor, HttpResponse<String> answer) {
        this.visitor = visitor;
        this.answer = answer;
    }

    public int status() {
        return answer.statusCode();
    }

    public String body() {
        return answer.body();
    }

    /** What a reader sees: without tags, with entities read. */
    public String text() {
        return unescaped(body().replaceAll("(?s)<(script|style)\\b.*?</\\1>", "").replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ");
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    public List<String> headers(String name) {
        return answer.headers().allValues(name);
    }

    /** Every header, but for what is new in each answer: when it was given, by which number the log knows it, and whether the line stays open. */
    public Map<String, List<String>> steadyHeaders() {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "x-request-id", "content-length", "connection", "keep-alive"));
        return headers;
    }

    /** Where the answer leads, as a path of ours; {@code null} when nowhere. */
    public String location() {
        var location = header("Location");
        return location == null ? null : location.replaceFirst("^https?://[^/]+", "");
    }

    /** Follows where the answer leads, as far as it goes. */
    public Page next() {
        var page = this;
        for (int hops = 0; page.location() != null && hops < 8; hops++) {
            page = page.visitor.get(page.location());
        }
        return page;
    }

    /** The form of this page with this action. */
    public Form form(String action) {
        return forms().stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form " + action + " on the page (" + status() + ", forms "
                        + forms().stream().map(Form::action).toList() + "): " + text()));
    }

    public boolean hasForm(String action) {
        return forms().stream().anyMatch(form -> form.action().equals(action));
    }

    public List<Form> forms() {
        var forms = new ArrayList<Form>();
        for (var matcher = FORM.matcher(body()); matcher.find(); ) {
            forms.add(new Form(visitor, attribute(matcher.group(1), "action"), fields(matcher.group(2))));
        }
        return forms;
    }

    /** A form as it was drawn, with what would be sent untouched. */
    public record Form(Visitor visitor, String action, List<Map.Entry<String, String>> fields) {

        /** Sends it with these fields instead of what was drawn: name, value, name, value; a name given twice is sent twice. */
        public Page send(String... changed) {
            return visitor.postFields(action, with(changed));
        }

        /** The same, sent by a button that leads elsewhere. */
        public Form to(String elsewhere) {
            return new Form(visitor, elsewhere, fields);
        }

        /** Sends it with this file in the field of this name. */
        public Page upload(String name, String fileName, String type, byte[] content) {
            return visitor.postFile(action, fields, name, fileName, type, content);
        }

        public Page sendWith(List<Map.Entry<String, String>> exactly, String... headers) {
            return visitor.postFields(action, exactly, headers);
        }

        public List<Map.Entry<String, String>> with(String... changed) {
            var said = Visitor.pairs(changed);
            var sent = new ArrayList<Map.Entry<String, String>>();
            fields.stream()
                    .filter(field -> said.stream().noneMatch(other -> other.getKey().equals(field.getKey())))
                    .forEach(sent::add);
            sent.addAll(said);
            return sent;
        }

        public String value(String name) {
            return fields.stream()
                    .filter(field -> field.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static List<Map.Entry<String, String>> fields(String form) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var control = CONTROL.matcher(form); control.find(); ) {
            if (control.group(1) != null) {
                addInput(fields, control.group(1));
            } else if (control.group(2) != null) {
                fields.add(Map.entry(attribute(control.group(2), "name"), unescaped(control.group(3))));
            } else {
                fields.add(Map.entry(attribute(control.group(4), "name"), chosen(control.group(5))));
            }
        }
        return fields;
    }

    private static void addInput(List<Map.Entry<String, String>> fields, String attributes) {
        var name = attribute(attributes, "name");
        var type = attribute(attributes, "type");
        var choice = "checkbox".equals(type) || "radio".equals(type);
        if (name != null && (!choice || attributes.matches("(?s).*\\schecked\\b.*"))) {
            var value = attribute(attributes, "value");
            fields.add(Map.entry(name, value == null ? choice ? "on" : "" : value));
        }
    }

    private static String chosen(String options) {
        String first = null;
        for (Matcher option = OPTION.matcher(options); option.find(); ) {
            var value = attribute(option.group(1), "value");
            if (option.group(1).matches("(?s).*\\sselected\\b.*")) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first == null ? "" : first;
    }

    private static String attribute(String attributes, String name) {
        var matcher = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return matcher.find() ? unescaped(matcher.group(1)) : null;
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"").replace("&#39;", "'")
                .replace("&quot;", "\"").replace("&nbsp;", " ").replace("&amp;", "&");
    }
}
