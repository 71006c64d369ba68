package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haki.HousingType;
import org.haki.forms.FormEngine;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What any XLSForm may hold, and a case type may not, is refused at the start with its cell. */
class CaseTypeWorkbookTest {

    private static final String BOOK = """
            | survey |
            | | type | name | label::English (en) | label::Español (es) | hint::English (en) | hint::Español (es) | relevant | constraint | calculation | haki::vault | haki::sensitive | haki::person | haki::reportable | constraint_message::English (en) | constraint_message::Español (es) | required_message::English (en) | required_message::Español (es) |
            | | select_one kinds | kind | What is it about? | ¿De qué se trata? | One only. | Solo una. | | . != 'other' | | | yes | | | Choose what it is. | Elija qué es. | Say what it is. | Diga qué es. |
            | | date | notice_on | When did the notice come? | ¿Cuándo llegó el aviso? | | | ${kind} = 'eviction' | | | | | | | | | | |
            | | select_multiple need | needs | What is needed? | ¿Qué hace falta? | | | | not(selected(., 'none') and count-selected(.) > 1) | | | | | yes | | | | |
            | | text | who | Who is the landlord? | ¿Quién es el propietario? | | | | | | yes | | landlord | | | | | |
            | | calculate | urgent | | | | | | | if('eviction' = ${kind}, 1, 0) | | | | | | | | |
            | | begin repeat | room | Room | Cuarto | | | | | | | | | | | | | |
            | | select_one yesno | damp | Is it damp? | ¿Está húmedo? | | | | | | | | | | | | | |
            | | end repeat | | | | | | | | | | | | | | | | |
            | choices |
            | | list_name | name | label::English (en) | label::Español (es) | level |
            | | kinds | rent | Rent | Renta | 1 |
            | | kinds | eviction | Eviction | Desalojo | 2 |
            | | kinds | other | Something else | Otra cosa | 3 |
            | | yesno | yes | Yes | Sí | |
            | | yesno | no | No | No | |
            | | need | food | Food | Comida | |
            | | need | none | Nothing | Nada | |
            """;

    @TempDir Path folder;

    @BeforeEach
    void a_type_that_is_right() throws IOException {
        HousingType.in(folder);
    }

    @Test
    void a_workbook_that_is_right_is_read() throws IOException {
        write(BOOK);
        assertThat(read().getFirst().questions().lists().get("problem/kind")).containsExactly("rent", "eviction", "other");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/casetype-workbook-mistakes.txt", delimiter = ';', quoteCharacter = '`')
    void every_mistake_is_named_with_its_cell(String right, String wrong, String sentence) throws IOException {
        var changed = BOOK.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));
        assertThat(changed).isNotEqualTo(BOOK);
        write(changed);
        assertThatThrownBy(this::read).isInstanceOf(Refusal.class).hasMessageContaining("casetypes/housing/problem.xlsx, " + sentence);
    }

    @Test
    void what_a_workbook_looks_at_in_the_case_is_there() throws IOException {
        for (var there : List.of("age", "stage", "received_at", "problem/kind", "problem/room", "agreement/signed_on")) {
            agreement("instance('case')/case/" + there + " != ''");
            assertThat(read()).as(there).isNotEmpty();
        }
        for (var nowhere : List.of("ages", "problem/kinds", "signed_on", "visit/kind")) {
            agreement("instance(\"case\")/case/" + nowhere + " != ''");
            assertThatThrownBy(this::read).isInstanceOf(Refusal.class)
                    .hasMessageContaining("casetypes/housing/agreement.xlsx, survey!E3: This looks at '" + nowhere + "' of the case, and no workbook asks that.");
        }
    }

    private void agreement(String relevant) throws IOException {
        HousingType.workbook(folder.resolve("casetypes/housing/agreement.xlsx"), """
                | survey |
                | | type | name | label::English (en) | label::Español (es) | relevant |
                | | xml-external | case | | | |
                | | date | signed_on | When was it signed? | ¿Cuándo se firmó? | %s |
                """.formatted(relevant));
    }

    @Test
    void more_than_eight_questions_are_not_reported() throws IOException {
        var nine = new StringBuilder("| survey |\n| | type | name | label::English (en) | label::Español (es) | haki::reportable |\n");
        for (int i = 1; i <= 9; i++) {
            nine.append("| | select_one yesno | q").append(i).append(" | Which? | ¿Cuál? | yes |\n");
        }
        HousingType.workbook(folder.resolve("casetypes/housing/agreement.xlsx"), nine + """
                | | date | signed_on | When was it signed? | ¿Cuándo se firmó? | |
                | choices |
                | | list_name | name | label::English (en) | label::Español (es) |
                | | yesno | yes | Yes | Sí |
                """);
        assertThatThrownBy(this::read).hasMessageContaining("casetype.yaml, line 16: the workbooks mark 9 questions haki::reportable; at most 8 of a type may be");
    }

    private void write(String book) throws IOException {
        HousingType.workbook(folder.resolve("casetypes/housing/problem.xlsx"), book);
    }

    private List<PublishedType> read() {
        return CaseTypeFolders.read(List.of("file:" + folder + "/casetypes/*/casetype.yaml"), new FormEngine());
    }
}
