package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.haki.xlsform.Form;
import org.junit.jupiter.api.Test;

/** A section is reckoned as Collect reckons it, and nothing that JavaRosa drops without a word is dropped here. */
class FormEngineTest {

    private static final FormEngine ENGINE = new FormEngine();
    private static final FormVersion VISIT = Books.version("""
            | survey |
            | | type               | name    | label::English (en)   | label::Español (es) | required | relevant | constraint | constraint_message::English (en) | calculation | choice_filter | default | read_only |
            | | xml-external       | case    |                       |                     |          |          |            |                    |             |               |         | |
            | | select_one yesno   | safe    | Is she safe?          | ¿Está segura?       | yes      |          |            |                    |             |               |         | |
            | | text               | why     | Why not?              | ¿Por qué no?        | yes      | ${safe} = 'no' |      |                    |             |               |         | |
            | | select_one town    | town    | Town                  | Pueblo              |          |          |            |                    |             |               |         | |
            | | select_one village | village | Village of ${town}    | Aldea               |          |          |            |                    |             | town = ${town} |        | |
            | | date               | day     | Day                   | Día                 |          |          | . <= today() | Not in the future. |            |               |         | |
            | | calculate          | since   |                       |                     |          |          |            |                    | today() - ${day} |          |         | |
            | | text               | shown   | Age group             | Grupo               |          |          |            |                    | if(instance('case')/case/age < 18, 'child', 'adult') | | | yes |
            | | text               | only    | For rape              | Solo                |          | instance('case')/case/incident/core_type = 'rape' | | |      |               |         | |
            | | begin repeat       | child   | Child                 | Hija o hijo         |          |          |            |                    |             |               |         | |
            | | text               | name    | Name                  | Nombre              | yes      |          |            |                    |             |               |         | |
            | | integer            | age     | Age of ${name}        | Edad                |          |          | . < 18     | Children only.     |             |               |         | |
            | | end repeat         |         |                       |                     |          |          |            |                    |             |               |         | |
            | | integer            | many    | Children in all       | En total            |          |          |            |                    | count(${child}) |          |         | |
            | | select_one_from_file offices.csv | office | Office    | Oficina             |          |          |            |                    |             |               |         | |
            | | decimal            | fee     | Fee                   | Tasa                |          |          |            |                    |             |               | 10      | |
            | choices |
            | | list_name | name | label::English (en) | label::Español (es) | town |
            | | yesno     | yes  | Yes                 | Sí                  |      |
            | | yesno     | no   | No                  | No                  |      |
            | | town      | rb   | Riverbend           | Riverbend           |      |
            | | town      | hc   | Hillcrest           | Hillcrest           |      |
            | | village   | v1   | Willow              | Sauce               | rb   |
            | | village   | v2   | Stony               | Piedra              | hc   |
            | settings |
            | | form_title | form_id | default_language |
            | | Visit      | visit   | English (en)     |
            """);
    private static final ChoiceLists OFFICES =
            new ChoiceLists(list -> list.equals("offices") ? List.of(ChoiceLists.option("o1", "Riverbend office")) : List.of(), _ -> List.of());

    private static Filled fill(String... pairs) {
        return ENGINE.fill(VISIT, Books.answers(pairs), Books.girl(), OFFICES);
    }

    private static Asked asked(Filled filled, String place) {
        var found = new ArrayList<Asked>();
        filled.each(one -> {
            if (one.place().equals(place)) {
                found.add(one);
            }
        });
        return found.getFirst();
    }

    private static List<String> wrongs(Filled filled) {
        return filled.wrongs().stream().map(wrong -> wrong.place() + " " + wrong.kind()).toList();
    }

    @Test
    void a_blank_section_has_its_defaults_and_says_what_is_needed() {
        var blank = ENGINE.blank(VISIT, Books.girl(), OFFICES);
        assertThat(asked(blank, "fee").value()).isEqualTo("10");
        assertThat(asked(blank, "safe").required()).isTrue();
        assertThat(asked(blank, "why").relevant()).isFalse();
        assertThat(asked(blank, "shown").value()).isEqualTo("child");
        assertThat(asked(blank, "shown").readOnly()).isTrue();
        assertThat(asked(blank, "only").relevant()).isTrue();
        assertThat(asked(blank, "child").below()).hasSize(1);
        assertThat(asked(blank, "office").options()).extracting(Form.Option::name).containsExactly("o1");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var filled = fill("safe", "no", "day", "2026-03-03", "child[]", "a b", "child[a]/age", "20", "child[b]/name", "Mina", "town", "xx", "village", "v2");
        assertThat(wrongs(filled)).containsExactly(
                "why REQUIRED", "town CHOICE", "village CHOICE", "day CONSTRAINT", "child[a]/name REQUIRED", "child[a]/age CONSTRAINT");
        assertThat(filled.texts("en").message(filled.wrongs().get(3))).isEqualTo("Not in the future.");
    }

    @Test
    void today_is_the_organisations_today() {
        // at this moment it is the first of March in London, and the second in Kathmandu
        assertThat(wrongs(fill("safe", "yes", "day", "2026-03-02"))).isEmpty();
        assertThat(fill("safe", "yes", "day", "2026-02-27").answers().value("since")).isEqualTo("3");
    }

    @Test
    void what_is_not_asked_any_more_is_named_and_left_out() {
        var filled = fill("safe", "yes", "why", "the door");
        assertThat(filled.left()).containsExactly("why");
        assertThat(filled.answers().value("why")).isEmpty();
        assertThat(asked(filled, "why").value()).isEqualTo("the door");
        assertThat(wrongs(filled)).isEmpty();
    }

    @Test
    void rows_keep_their_names_and_are_counted() {
        var filled = fill("safe", "yes", "child[]", "a b c", "child[a]/name", "Ana", "child[b]/name", "Bea", "child[c]/name", "Cia", "child[c]/age", "7");
        assertThat(filled.answers().value("many")).isEqualTo("3");
        assertThat(filled.answers().rowsOf("child")).containsExactly("a", "b", "c");
        assertThat(filled.texts("en").label(asked(filled, "child[c]/age"))).isEqualTo("Age of Cia");
        assertThat(wrongs(filled)).isEmpty();
    }

    @Test
    void lists_follow_what_was_chosen_and_labels_what_they_refer_to() {
        var filled = fill("safe", "yes", "town", "rb", "village", "v1");
        assertThat(asked(filled, "village").options()).extracting(filled.texts("en")::label).containsExactly("Willow");
        assertThat(filled.texts("en").label(asked(filled, "village"))).isEqualTo("Village of Riverbend");
        assertThat(asked(filled, "village").options()).extracting(filled.texts("es")::label).containsExactly("Sauce");
        assertThat(filled.texts("es").read(VISIT.field("safe"), "yes")).isEqualTo("Sí");
        assertThat(wrongs(fill("safe", "yes", "office", "o1"))).isEmpty();
        assertThat(wrongs(fill("safe", "yes", "office", "o2"))).containsExactly("office CHOICE");
    }

    @Test
    void an_answer_whose_name_is_shown_elsewhere_is_not_lost_and_one_that_is_not_offered_is_said() {
        var form = Books.version("""
                | survey |
                | | type | name | label | calculation |
                | | select_multiple needs | needs | Needs | |
                | | select_one needs | first | First | |
                | | calculate | named | | concat(jr:choice-name(selected-at(${needs}, 1), '${needs}'), jr:choice-name(${first}, '${first}')) |
                | | calculate | home | | if(selected(${needs}, 'home'), 'yes', 'no') |
                | choices |
                | | list_name | name | label |
                | | needs | home | A home |
                | | needs | food | Food |
                """);
        var filled = ENGINE.fill(form, Books.answers("needs", "home food", "first", "food"), Books.girl(), ChoiceLists.NONE);
        assertThat(filled.answers().values()).containsEntry("needs", "home food").containsEntry("named", "FoodFood").containsEntry("home", "yes");
        assertThat(filled.wrongs()).isEmpty();
        assertThat(wrongs(ENGINE.fill(form, Books.answers("needs", "home gold", "first", "gold"), Books.girl(), ChoiceLists.NONE))).containsExactly("needs CHOICE", "first CHOICE");
    }

    @Test
    void nothing_of_one_case_is_answered_to_the_next() {
        var none = CaseDocument.at(Books.NOW, Books.ZONE).put("age", 30).done();
        var filled = ENGINE.fill(VISIT, Books.answers("safe", "yes"), none, OFFICES);
        assertThat(asked(filled, "only").relevant()).isFalse();
        assertThat(asked(filled, "shown").value()).isEqualTo("adult");
        assertThat(asked(fill("safe", "yes"), "only").relevant()).isTrue();
        var bad = fill("safe", "no");
        assertThat(wrongs(bad)).containsExactly("why REQUIRED");
        assertThat(wrongs(fill("safe", "yes"))).isEmpty();
    }

    @Test
    void what_was_found_in_one_case_is_looked_for_anew_in_the_next() {
        var form = Books.version("""
                | survey |
                | | type         | name  | label | calculation |
                | | xml-external | case  |       | |
                | | text         | found | F     | count(instance('case')/case/incident[core_type = 'rape']) |
                | | text         | whose | W     | instance('case')/case/incident[core_type = 'rape']/place |
                """);
        var first = CaseDocument.at(Books.NOW, Books.ZONE).put("incident", List.of(Node.of("core_type", "rape"), Node.of("place", "the mill"))).done();
        var second = CaseDocument.at(Books.NOW, Books.ZONE).put("incident", List.of(Node.of("core_type", "denial"), Node.of("place", "home"))).done();
        assertThat(ENGINE.fill(form, Answers.NONE, first, ChoiceLists.NONE).answers().value("whose")).isEqualTo("the mill");
        var next = ENGINE.fill(form, Answers.NONE, second, ChoiceLists.NONE).answers();
        assertThat(next.value("found")).isEqualTo("0");
        assertThat(next.value("whose")).isEmpty();
    }

    @Test
    void many_sections_are_reckoned_at_once() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var asked = threads.invokeAll(IntStream.range(0, 400).<Callable<Boolean>>mapToObj(i -> () -> {
                var filled = fill("safe", i % 2 == 0 ? "yes" : "no", "child[]", "a", "child[a]/name", "N" + i, "day", "2026-02-%02d".formatted(1 + i % 28));
                return filled.answers().value("child[a]/name").equals("N" + i) && filled.answers().value("since").equals("" + (29 - i % 28))
                        && filled.wrongs().isEmpty() == (i % 2 == 0);
            }).toList());
            for (var answer : asked) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void many_forms_are_read_at_once() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var read = threads.invokeAll(IntStream.range(0, 24).<Callable<String>>mapToObj(i -> () -> {
                var version = Books.version("""
                        | survey |
                        | | type    | name | label | calculation |
                        | | integer | a    | A     |             |
                        | | integer | b    | B     | ${a} + %d   |
                        """.formatted(i));
                return ENGINE.fill(version, Books.answers("a", "1"), Books.girl(), ChoiceLists.NONE).answers().value("b");
            }).toList());
            for (int i = 0; i < 24; i++) {
                assertThat(read.get(i).get()).isEqualTo("" + (i + 1));
            }
        }
    }

    @Test
    void what_loops_divides_by_zero_or_grows_is_plain() {
        var form = Books.version("""
                | survey |
                | | type     | name | label | calculation | constraint |
                | | text     | a    | A     |             | regex(., '(.*a){14}c') |
                | | decimal  | zero | Z     | 1 div 0     | |
                | | text     | b    | B     | concat(${a}, ${a}, ${a}, ${a}, ${a}, ${a}, ${a}, ${a}) | |
                | | text     | c    | C     | concat(${b}, ${b}, ${b}, ${b}, ${b}, ${b}, ${b}, ${b}) | |
                | | text     | d    | D     | concat(${c}, ${c}, ${c}, ${c}, ${c}, ${c}, ${c}, ${c}) | |
                """);
        var little = ENGINE.fill(form, Books.answers("a", "b"), Books.girl(), ChoiceLists.NONE);
        assertThat(little.answers().value("d")).hasSize(512);
        assertThat(little.answers().value("zero")).isEmpty();
        assertThatThrownBy(() -> ENGINE.fill(form, Books.answers("a", "a".repeat(60)), Books.girl(), ChoiceLists.NONE))
                .isInstanceOf(TooMuchToReckon.class);
        assertThatThrownBy(() -> ENGINE.fill(form, Books.answers("a", "b".repeat(1_000)), Books.girl(), ChoiceLists.NONE))
                .isInstanceOf(TooMuchToReckon.class);
        assertThat(ENGINE.fill(form, Books.answers("a", "b"), Books.girl(), ChoiceLists.NONE).answers().value("d")).hasSize(512);
    }

    @Test
    void a_repeat_has_as_many_rows_as_were_reckoned() {
        var form = Books.version("""
                | survey |
                | | type         | name | label | repeat_count |
                | | integer      | n    | N     |              |
                | | begin repeat | row  | Row   | ${n}         |
                | | text         | t    | T     |              |
                | | end repeat   |      |       |              |
                """);
        var filled = ENGINE.fill(form, Books.answers("n", "2", "row[]", "1", "row[1]/t", "one"), Books.girl(), ChoiceLists.NONE);
        assertThat(filled.answers().rowsOf("row")).containsExactly("1", "2");
        assertThat(filled.answers().value("row[1]/t")).isEqualTo("one");
    }

    @Test
    void it_asks_in_the_order_of_the_sheet() {
        assertThat(VISIT.form().fields()).extracting(Form.Field::name).startsWith("safe", "why", "town");
        assertThat(ENGINE.blank(VISIT, Books.girl(), OFFICES).asked()).extracting(Asked::place)
                .containsExactly("safe", "why", "town", "village", "day", "since", "shown", "only", "child", "many", "office", "fee");
    }
}
