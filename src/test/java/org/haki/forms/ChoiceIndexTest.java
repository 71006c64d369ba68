package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.haki.xlsform.Form;
import org.junit.jupiter.api.Test;

/** A long list is looked up, and offers what JavaRosa would find by going through it. */
class ChoiceIndexTest {

    private static final FormEngine ENGINE = new FormEngine();
    private static final int MANY = 900;

    @Test
    void what_is_looked_up_is_what_would_be_found() {
        for (var filter : List.of("district = ${district}", "${district} = district and kind = 'town'", "kind = 'town'", "district = ${district} and size = ${size}", "size = 3")) {
            var looked = book(MANY, filter, "");
            assertThat(looked.index().serves("village")).as(filter).isTrue();
            assertThat(looked.index().shorter()).doesNotContain(">v7<").contains(">v0<");
            var gone = book(MANY, filter, "count(instance('village')/root/item)");
            assertThat(gone.index().serves("village")).as("somebody looks at the list itself").isFalse();
            assertThat(gone.index().shorter()).isEqualTo(gone.xform());
            for (var answers : List.of(Books.answers("district", "d1", "size", "3"), Books.answers("district", "d2", "size", "4"), Books.answers("district", "d1"), Answers.NONE)) {
                assertThat(offered(looked, answers)).as(filter + " after " + answers.values()).isEqualTo(found(filter, answers));
            }
        }
    }

    @Test
    void an_answer_outside_of_the_filter_is_wrong_and_one_within_keeps_its_words() {
        var form = book(MANY, "district = ${district}", "");
        var right = ENGINE.fill(form, Books.answers("district", "d1", "village", "v4"), Books.girl(), ChoiceLists.NONE);
        assertThat(right.wrongs()).isEmpty();
        assertThat(right.texts("es").read(form.field("village"), "v4")).isEqualTo("Aldea 4");
        assertThat(ENGINE.fill(form, Books.answers("district", "d2", "village", "v4"), Books.girl(), ChoiceLists.NONE).wrongs())
                .containsExactly(new Wrong("village", Wrong.Kind.CHOICE));
    }

    @Test
    void what_does_more_than_compare_is_left_to_javarosa() {
        for (var filter : List.of("district = ${district} or kind = 'town'", "starts-with(name, ${district})", "district != ${district}", "size > ${size}")) {
            var form = book(MANY, filter, "");
            assertThat(form.index().serves("village")).as(filter).isFalse();
            assertThat(offered(form, Books.answers("district", "d1", "size", "2"))).as(filter).isEqualTo(found(filter, Books.answers("district", "d1", "size", "2")));
        }
    }

    @Test
    void a_list_of_a_file_is_looked_up_too() {
        var form = Books.version("""
                | survey |
                | | type | name | label | choice_filter |
                | | text | district | District | |
                | | select_one_from_file villages.csv | village | Village | district = ${district} |
                """);
        var list = IntStream.range(0, MANY).mapToObj(i -> ChoiceLists.option("v" + i, "Village " + i, Map.of("district", "d" + i % 3))).toList();
        var lists = new ChoiceLists(name -> name.equals("villages") ? list : List.of(), _ -> List.of());
        var filled = ENGINE.fill(form, Books.answers("district", "d1", "village", "v4"), Books.girl(), lists);
        assertThat(filled.wrongs()).isEmpty();
        assertThat(filled.asked().getLast().options()).hasSize(MANY / 3);
    }

    private static FormVersion book(int many, String filter, String calculation) {
        var text = new StringBuilder("""
                | survey |
                | | type | name | label::English (en) | label::Español (es) | choice_filter | calculation |
                | | text | district | District | Distrito | | |
                | | integer | size | Size | Tamaño | | |
                | | select_one village | village | Village | Aldea | FILTER | |
                | | calculate | all | | | | CALCULATION |
                | choices |
                | | list_name | name | label::English (en) | label::Español (es) | district | kind | size |
                """.replace("FILTER", filter).replace("CALCULATION", calculation.isEmpty() ? "1" : calculation));
        IntStream.range(0, many).forEach(i -> text.append("| | village | v%d | Village %d | Aldea %d | %s | %s | %s |\n"
                .formatted(i, i, i, "d" + i % 3, i % 2 == 0 ? "town" : "", i % 5 == 0 ? "03" : String.valueOf(i % 4))));
        return Books.version(text.toString());
    }

    private static List<String> offered(FormVersion form, Answers answers) {
        var asked = new ArrayList<Asked>();
        ENGINE.fill(form, answers, Books.girl(), ChoiceLists.NONE).each(asked::add);
        return asked.stream().filter(one -> one.place().equals("village")).flatMap(one -> one.options().stream()).map(Form.Option::name).toList();
    }

    /** The same list, short enough that JavaRosa goes through it, some at a time. */
    private static List<String> found(String filter, Answers answers) {
        var found = new ArrayList<String>();
        var all = book(MANY, filter, "").form().lists().get("village");
        var few = book(ChoiceIndex.LONG, filter, "");
        assertThat(few.index().shorter()).isEqualTo(few.xform());
        found.addAll(offered(few, answers));
        all.stream().skip(ChoiceIndex.LONG).filter(option -> found.stream().map(name -> all.get(Integer.parseInt(name.substring(1))))
                .anyMatch(like -> like.columns().equals(option.columns()))).map(Form.Option::name).forEach(found::add);
        return found;
    }
}
