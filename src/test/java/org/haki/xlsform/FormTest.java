package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The picture of a form from which pages, paper and tables of answers are made. */
class FormTest {

    private static final Form FORM = XlsxFile.of("""
            | survey |
            | | type                | name  | label::English (en) | label::Kiswahili (sw) | hint      | relevant       | required | constraint | constraint_message | calculation | appearance | haki::sensitive | choice_filter  | parameters |
            | | select_one town     | town  | Town                | Mji                   |           |                | yes      |            |                    |             | minimal    | yes             |                |            |
            | | begin repeat        | child | Child               | Mtoto                 |           | ${town} != ''  |          |            |                    |             |            |                 |                |            |
            | | integer             | age   | Age                 | Umri                  | in years  |                |          | . < 18     | Children only      |             |            |                 |                |            |
            | | select_one village  | home  | Home of ${age}      | Nyumbani              |           |                |          |            |                    |             |            |                 | town = ${town} and ${age} > 1 | randomize=true |
            | | end repeat          |       |                     |                       |           |                |          |            |                    |             |            |                 |                |            |
            | | calculate           | many  |                     |                       |           |                |          |            |                    | count(${child}) |        |                 |                |            |
            | choices |
            | | list_name | name | label::English (en) | label::Kiswahili (sw) | town |
            | | town      | rb   | Riverbend           | Riverbend             |      |
            | | village   | v1   | Hill                | Kilima                | rb   |
            | settings |
            | | form_title | form_id | version | default_language |
            | | A visit    | visit   | 7       | English (en)     |
            """).convert().form().orElseThrow();

    private static Form.Field field(String name) {
        return FORM.fields().stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void it_says_which_form_it_is() {
        assertThat(FORM.id()).isEqualTo("visit");
        assertThat(FORM.title()).isEqualTo("A visit");
        assertThat(FORM.version()).isEqualTo("7");
        assertThat(FORM.languages()).containsExactly("English (en)", "Kiswahili (sw)");
        assertThat(FORM.fields()).extracting(Form.Field::path).containsExactly(
                "/data/town", "/data/child", "/data/child/age", "/data/child/home", "/data/many");
    }

    @Test
    void a_question_has_its_texts_by_language_and_its_logic_as_the_form_runs_it() {
        var age = field("age");
        assertThat(age.kind()).isEqualTo(Form.Kind.QUESTION);
        assertThat(age.label()).containsEntry("Kiswahili (sw)", "Umri");
        assertThat(age.hint()).isEqualTo(Map.of("English (en)", "in years"));
        assertThat(age.repeat()).isEqualTo("/data/child");
        assertThat(age.bind()).containsEntry("type", "int").containsEntry("constraint", ". < 18");
        assertThat(age.messages().get("jr:constraintMsg")).containsEntry("English (en)", "Children only");
        assertThat(field("town").bind()).containsEntry("required", "true()");
        assertThat(field("town").control()).containsEntry("appearance", "minimal");
        assertThat(field("town").marks()).containsEntry("sensitive", "yes");
        assertThat(field("child").bind()).containsEntry("relevant", " /data/town  != ''");
        assertThat(field("many").shown()).isFalse();
        assertThat(field("town").shown()).isTrue();
    }

    @Test
    void a_choice_has_the_columns_that_filters_look_at() {
        assertThat(field("home").type()).isEqualTo("select_one");
        assertThat(field("home").list()).isEqualTo("village");
        assertThat(field("home").filter()).isEqualTo("town =  /data/town  and  current()/../age  > 1");
        assertThat(field("home").parameters()).containsEntry("randomize", "true");
        var hill = FORM.lists().get("village").getFirst();
        assertThat(hill.name()).isEqualTo("v1");
        assertThat(hill.label()).containsEntry("Kiswahili (sw)", "Kilima");
        assertThat(hill.columns()).isEqualTo(Map.of("town", "rb"));
    }

    /** The hash of a form tells phones whether it is new: attributes keep their order from one start of the program to the next. */
    @Test
    void a_workbook_becomes_the_same_text_each_time() {
        assertThat(XlsxFile.of("""
                | survey |
                | | type  | name | label | read_only |
                | | note  | n    | N     |           |
                | | range | r    | R     | yes       |
                | | start | s    |       |           |
                | settings |
                | | version |
                | | 3       |
                """).convert().xform().orElseThrow()).contains(
                "<data id=\"form\" version=\"3\">",
                "<bind nodeset=\"/data/n\" type=\"string\" readonly=\"true()\"/>",
                "<bind nodeset=\"/data/s\" type=\"dateTime\" jr:preload=\"timestamp\" jr:preloadParams=\"start\"/>",
                "<range ref=\"/data/r\" start=\"1\" end=\"10\" step=\"1\">");
    }
}
