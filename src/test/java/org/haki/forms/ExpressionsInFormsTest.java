package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the expressions of workbooks come to: dates, words, choices, repeats, rounding, nothing answered; each as ODK's specification says it. */
class ExpressionsInFormsTest {

    private static final Path LIST = Path.of("src/test/resources/forms/expressions.txt");
    private static final FormEngine ENGINE = new FormEngine();
    private static final int FEWEST = 150;

    private record Case(String expected, String expression) {}

    @Test
    void each_expression_comes_to_what_the_specification_says() throws IOException {
        var cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(otherwise(cases)).isEmpty();
    }

    /** What comes to something else; where one of them fails, each by itself, so that it is named. */
    private static List<String> otherwise(List<Case> cases) {
        var otherwise = new ArrayList<String>();
        try {
            var filled = ENGINE.fill(book(cases), answers(), Books.girl(), ChoiceLists.NONE);
            for (int i = 0; i < cases.size(); i++) {
                var came = filled.answers().value("e" + i);
                if (!came.equals(cases.get(i).expected())) {
                    otherwise.add("\n" + cases.get(i).expression() + " comes to " + came + ", not to " + cases.get(i).expected());
                }
            }
        } catch (CannotBeReckoned | IllegalArgumentException fails) {
            if (cases.size() == 1) {
                return List.of("\n" + cases.getFirst().expression() + " fails: " + fails.getMessage());
            }
            cases.forEach(one -> otherwise.addAll(otherwise(List.of(one))));
        }
        return otherwise;
    }

    private static List<Case> cases() throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
            int between = line.indexOf(" = ");
            return new Case(line.substring(0, between), line.substring(between + 3));
        }).toList();
    }

    private static FormVersion book(List<Case> cases) {
        var text = new StringBuilder("""
                | survey |
                | | type | name | label | calculation |
                | | text | name | Name | |
                | | text | empty | Empty | |
                | | integer | n | N | |
                | | integer | zero | Zero | |
                | | integer | nothing | Nothing | |
                | | decimal | d | D | |
                | | date | day | Day | |
                | | date | later | Later | |
                | | time | hour | Hour | |
                | | select_one town | town | Town | |
                | | select_multiple needs | needs | Needs | |
                | | select_multiple needs | unasked | Unasked | |
                | | begin_repeat | child | Child | |
                | | text | child_name | Name | |
                | | integer | age | Age | |
                | | calculate | place | | position(..) |
                | | calculate | twice | | ${age} * 2 |
                | | calculate | old | | if(${age} > 10, 'old', 'young') |
                | | end_repeat | | | |
                """);
        for (int i = 0; i < cases.size(); i++) {
            text.append("| | calculate | e%d | | %s |\n".formatted(i, cases.get(i).expression()));
        }
        return Books.version(text + """
                | choices |
                | | list_name | name | label | kind |
                | | town | rb | Riverbend | plain |
                | | town | hc | Hillcrest | hills |
                | | needs | home | Home | |
                | | needs | food | Food | |
                | | needs | work | Work | |
                | settings |
                | | form_title | form_id | name |
                | | Expressions | expressions | data |
                """);
    }

    private static Answers answers() {
        return Books.answers("name", "Devi", "n", "7", "zero", "0", "d", "2.5", "day", "2026-03-01", "later", "2026-11-24", "hour", "14:30", "town", "rb",
                "needs", "home food", "child[]", "a b c", "child[a]/child_name", "Ana", "child[a]/age", "4", "child[b]/child_name", "Bea", "child[b]/age", "9",
                "child[c]/child_name", "Cia", "child[c]/age", "15");
    }
}
