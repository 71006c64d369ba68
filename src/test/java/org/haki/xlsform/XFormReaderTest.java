package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** XForms that another tool wrote are read as the workbook that they could have come from; what is none is refused at its line. */
class XFormReaderTest {

    private static final String SMALL = """
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
              <h:head><h:title>Wells</h:title>
                <model>
                  <instance><data id="wells" version="3"><depth/><kind/><meta><instanceID/></meta></data></instance>
                  <bind nodeset="/data/depth" type="int" required="true()"/>
                  <bind nodeset="/data/kind" type="string"/>
                </model>
              </h:head>
              <h:body>
                <input ref="/data/depth"><label>How deep?</label></input>
                <select1 ref="/data/kind"><label>Which kind?</label><item><label>Open</label><value>open</value></item></select1>
              </h:body>
            </h:html>
            """;

    @ParameterizedTest
    @MethodSource("workbooks")
    void what_a_workbook_became_is_read_as_the_workbook_was(Path file) throws IOException {
        var conversion = XlsForm.read(Files.newInputStream(file), file.getFileName().toString());
        same(conversion.form().orElseThrow(), conversion.xform().orElseThrow());
    }

    static Stream<Path> workbooks() throws IOException {
        return WorkbooksTest.workbooks().filter(file -> {
            try {
                return XlsForm.read(Files.newInputStream(file), file.getFileName().toString()).ok();
            } catch (IOException gone) {
                throw new AssertionError(gone);
            }
        });
    }

    @Test
    void what_the_reference_wrote_of_its_cases_is_read_as_the_cases_are() throws IOException {
        int read = 0;
        for (var one : ReferenceCase.all().toList()) {
            var conversion = one.convert();
            if (conversion.ok() && !one.rejected()) {
                same(one.id(), conversion.form().orElseThrow(), one.golden());
                read++;
            }
        }
        assertThat(read).isGreaterThan(300);
    }

    @Test
    void a_small_form_of_another_tool_is_read() {
        var form = XFormReader.read(SMALL.getBytes(StandardCharsets.UTF_8)).form().orElseThrow();
        assertThat(form.id()).isEqualTo("wells");
        assertThat(form.version()).isEqualTo("3");
        assertThat(form.fields()).extracting(Form.Field::type).containsExactly("integer", "select_one");
        assertThat(form.fields().getFirst().label()).containsValue("How deep?");
        assertThat(form.lists().get("kind")).extracting(Form.Option::name).containsExactly("open");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "</model>              | </modell>                                        | xform-broken   | line 7",
        "<h:html               | <!DOCTYPE x [<!ENTITY a 'b'>]><h:html            | xform-doctype  | line 1",
        "<h:html               | <?xml version='1.0' encoding='ISO-8859-1'?><h:html | xform-encoding | line 1",
        "<h:body>              | <h:bodi><h:body>                                 | xform-broken   | line 13",
        "/data/depth\" type    | /data/dept\" type                                | xform-nowhere  | line 5",
        "<input ref=           | <osm ref=                                        | xform-broken   | line 10",
        "<bind nodeset=\"/data/kind\" | <instance id=\"x\" src=\"http://example.org/x.csv\"/><bind nodeset=\"/data/kind\" | xform-source | line 6",
        "id=\"wells\"          |                                                  | xform-id       | line 4",
        "<item><label>Open</label><value>open</value></item> |                    | xform-choices  | line 11",
        "<model>               | <model><submission base64RsaPublicKey=\"x\"/>    | xform-sealed   | line 3",
    })
    void what_is_wrong_is_said_at_its_line(String here, String instead, String code, String line) {
        var conversion = XFormReader.read(SMALL.replace(here.strip(), instead == null ? "" : instead.strip()).getBytes(StandardCharsets.UTF_8));
        assertThat(conversion.form()).isEmpty();
        assertThat(conversion.problems()).extracting(Problem::code).contains(code);
        assertThat(conversion.problems()).extracting(Problem::place).contains(line);
    }

    @Test
    void what_lies_deep_or_is_long_is_refused_soon() {
        var deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);
        assertThat(XFormReader.read(deep.getBytes(StandardCharsets.UTF_8)).problems()).extracting(Problem::code).containsExactly("xform-deep");
        var wide = "<a>" + "<b/>".repeat(500_000) + "</a>";
        assertThat(XFormReader.read(wide.getBytes(StandardCharsets.UTF_8)).problems()).extracting(Problem::code).containsExactly("xform-long");
        assertThat(XFormReader.read(new byte[17_000_000]).problems()).extracting(Problem::code).containsExactly("xform-long");
    }

    @Test
    void long_names_that_lie_deep_are_refused_soon() {
        var name = "n".repeat(900);
        var deep = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            deep.append("<").append(name).append(">");
        }
        deep.append("<a/>".repeat(100_000));
        for (int i = 0; i < 50; i++) {
            deep.append("</").append(name).append(">");
        }
        var conversion = XFormReader.read(SMALL.replace("<depth/>", deep).getBytes(StandardCharsets.UTF_8));
        assertThat(conversion.problems()).extracting(Problem::code).containsExactly("xform-long");
    }

    private static void same(Form sheet, String xform) {
        same("", sheet, xform);
    }

    private static void same(String which, Form sheet, String xform) {
        var conversion = XFormReader.read(xform.getBytes(StandardCharsets.UTF_8));
        assertThat(conversion.problems()).as(which).isEmpty();
        var read = conversion.form().orElseThrow();
        UnaryOperator<String> language = name -> read.defaultLanguage().equals("default") && name.equals(sheet.defaultLanguage()) ? "default" : name;
        assertThat(read.id()).as(which).isEqualTo(sheet.id());
        assertThat(read.version()).as(which).isEqualTo(sheet.version());
        assertThat(read.root()).as(which).isEqualTo(sheet.root());
        assertThat(read.style()).as(which).isEqualTo(sheet.style());
        assertThat(told(read, UnaryOperator.identity())).as(which).isEqualTo(told(sheet, language));
    }

    /** What of a form both say: the binds and words of each question, the choices of each list that is used. */
    private static Map<String, Object> told(Form form, UnaryOperator<String> language) {
        var told = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            var bind = new TreeMap<>(field.bind());
            if (!field.triggers().isEmpty()) {
                bind.remove("calculate");
            }
            bind.replaceAll((_, value) -> value.replaceAll("\\s+", " "));
            told.put(field.path(), List.of(field.kind(), type(field), field.shown(), String.valueOf(field.repeat()), words(field.shown() ? field.label() : Map.of(), language),
                    words(field.shown() ? field.hint() : Map.of(), language), words(field.shown() ? field.guidance() : Map.of(), language), said(field.media(), language), said(field.messages(), language),
                    bind, filter(field), field.triggers(), options(form, field, language)));
        }
        return told;
    }

    /** The filter; of answers to another question both say it in their own way. */
    private static String filter(Form.Field field) {
        return field.filter() == null || field.list() != null && field.list().startsWith("${") ? "" : field.filter().replaceAll("\\s+", " ");
    }

    /** The type as far as an XForm tells it: some are the same there. */
    private static String type(Form.Field field) {
        if (!field.shown() && !field.bind().containsKey("jr:preload")) {
            return "";
        }
        return switch (field.type()) {
            case "phone number" -> "text";
            case "percentage", "number of days in last month", "number of days in last six months", "number of days in last year" -> "integer";
            case "text" -> "true()".equals(field.bind().get("readonly")) && !field.bind().containsKey("calculate") && field.initial() == null ? "note" : "text";
            default -> field.type();
        };
    }

    private static Object options(Form form, Form.Field field, UnaryOperator<String> language) {
        var list = field.list() == null ? null : form.lists().get(field.list());
        return list == null ? String.valueOf(field.list()).replaceFirst("\\.(csv|xml|geojson)$", "") : list.stream()
                .map(option -> List.of(option.name(), words(option.label(), language), said(option.media(), language), new TreeMap<>(option.columns()))).toList();
    }

    private static Map<String, Map<String, String>> said(Map<String, Map<String, String>> said, UnaryOperator<String> language) {
        return said.entrySet().stream().filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, one -> words(one.getValue(), language), (one, _) -> one, TreeMap::new));
    }

    private static Map<String, String> words(Map<String, String> words, UnaryOperator<String> language) {
        return words.entrySet().stream().filter(one -> !one.getValue().equals("-") && !one.getValue().contains("instance("))
                .collect(Collectors.toMap(one -> language.apply(one.getKey()), one -> one.getValue().strip(), (one, _) -> one, TreeMap::new));
    }
}
