package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/** A case type with any mistake is refused at the start, with its file and line; all mistakes at once. */
class CaseTypeReaderTest {

    @TempDir Path folder;

    @BeforeEach
    void a_type_that_is_right() throws IOException {
        HousingType.in(folder);
    }

    @Test
    void a_type_that_is_right_is_read_whole() {
        var type = read().getFirst().type();
        assertThat(type.stages()).extracting(CaseType.Stage::key).containsExactly("listen", "settle");
        assertThat(type.firstStage().key()).isEqualTo("listen");
        assertThat(type.movesFrom("listen")).extracting(CaseType.Stage::key).containsExactly("settle");
        assertThat(type.label().in("ne")).as("a language it does not speak").isEqualTo("Housing");
        assertThat(type.closingReasons().get("completed").in("es")).isEqualTo("Trabajo concluido");
        assertThat(List.copyOf(type.parties().keySet())).first().isEqualTo("client");
        assertThat(type.sections()).extracting(CaseType.Section::key).containsExactly("problem", "agreement");
        var repeated = type.step("check_back");
        assertThat(repeated.done()).isTrue();
        assertThat(repeated.every()).isEqualTo(new Offset(30, 0, false));
        assertThat(type.step("answer_court").field()).isEqualTo("problem/notice_on");
        assertThat(type.ending().verification().oneIn()).isEqualTo(10);
        assertThat(type.ending().brief().outcome()).isEqualTo("left");
        assertThat(type.opening().first()).isEqualTo("problem");
        assertThat(type.ending().retention().choices()).containsExactly(1, 3, 7);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/casetype-mistakes.txt", delimiter = '|', quoteCharacter = '`')
    void every_mistake_is_named_with_its_file_and_line(String right, String wrong, String sentence) throws IOException {
        change(lines(right), lines(wrong == null ? "" : wrong));
        assertThatThrownBy(this::read).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
        if (!sentence.startsWith("Exactly")) {
            assertThatThrownBy(this::read).hasMessageContaining("casetypes/housing/casetype.yaml, line ");
        }
    }

    @Test
    void a_restricted_type_is_always_verified_by_a_call() throws IOException {
        change("sensitivity: standard", "sensitivity: restricted");
        assertThatThrownBy(this::read).hasMessageContaining("\"rule\" should be always where the type is restricted");
    }

    @Test
    void names_of_an_older_version_lead_to_names_of_this_one() throws IOException {
        change("version: 1", "version: 2");
        change("retention_years: 6", """
                retention_years: 6
                upgrades: [{from: 1, stages: {hear: listen}, steps: {talk: first_talk}, parties: {owner: landlord}, questions: {problem/sort: problem/kind, agreed: agreement}, let_go: [problem/mood], roles: {counsel: lawyer}}]""");
        assertThat(read().getFirst().type().upgrades()).containsExactly(new TypeUpgrade(1, Map.of("hear", "listen"),
                Map.of("problem/sort", "problem/kind", "agreed", "agreement"), List.of("problem/mood"), Map.of("talk", "first_talk"),
                Map.of("owner", "landlord"), Map.of("counsel", "lawyer")));
    }

    @Test
    void several_mistakes_are_named_at_once_in_the_order_of_the_file() throws IOException {
        change("version: 1", "version: one");
        change("problem/kind != 'eviction'", "problem/sort != 'eviction'");
        change("retention_years: 6", "retain: 6");
        assertThatThrownBy(this::read).satisfies(refused -> assertThat(refused.getMessage().lines().skip(1).toList())
                .hasSize(4)
                .anyMatch(line -> line.endsWith("\"retention_years\" is missing in this file"))
                .anyMatch(line -> line.endsWith("\"retain\" is not known here"))
                .anyMatch(line -> line.contains("problem/sort"))
                .anyMatch(line -> line.contains("line 2: \"version\"")));
    }

    @Test
    void a_workbook_with_a_mistake_is_named_with_its_cell() throws IOException {
        HousingType.workbook(folder.resolve("casetypes/housing/problem.xlsx"), HousingType.PROBLEM.replace("| kinds            | rent ", "| sorts            | rent ")
                .replace("| kinds            | eviction ", "| sorts            | eviction ").replace("| kinds            | other ", "| sorts            | other "));
        assertThatThrownBy(this::read).hasMessageContaining("casetypes/housing/problem.xlsx, survey!A2");
    }

    @Test
    void of_a_workbook_with_a_mistake_only_that_is_said_and_it_stands_first() throws IOException {
        HousingType.workbook(folder.resolve("casetypes/housing/problem.xlsx"), HousingType.PROBLEM.replace("| date             | notice_on", "| datum            | notice_on"));
        change("role: lawyer", "role: layer");
        assertThatThrownBy(this::read).satisfies(refused -> assertThat(refused.getMessage().lines().skip(1).toList())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("problem.xlsx, survey!A3: The type 'datum' is not known. Is 'date' meant?"),
                        second -> assertThat(second).contains("\"role\" should be one of adviser, lead, lawyer")));
    }

    @Test
    void a_workbook_that_is_none_is_refused() throws IOException {
        Files.writeString(folder.resolve("casetypes/housing/problem.xlsx"), "This is not a workbook.");
        assertThatThrownBy(this::read).hasMessageContaining("casetypes/housing/problem.xlsx, ");
    }

    @Test
    void an_empty_file_is_a_mistake() throws IOException {
        Files.writeString(yaml(), "");
        assertThatThrownBy(this::read).hasMessageContaining("casetypes/housing/casetype.yaml, line 1: the file is empty");
    }

    @Test
    void mistakes_of_several_types_are_named_at_once() throws IOException {
        Files.createDirectories(folder.resolve("casetypes/other"));
        Files.writeString(folder.resolve("casetypes/other/casetype.yaml"), "key: other\n");
        change("version: 1", "version: one");
        assertThatThrownBy(this::read).hasMessageContaining("casetypes/housing/casetype.yaml, line 2").hasMessageContaining("casetypes/other/casetype.yaml, line 1");
    }

    @Test
    void nothing_at_all_is_refused() {
        assertThatThrownBy(() -> CaseTypeFolders.read(List.of("file:" + folder + "/nowhere/*/casetype.yaml"), new FormEngine()))
                .isInstanceOf(Refusal.class).hasMessageContaining("There is no case type");
    }

    @Test
    void the_types_that_Haki_brings_are_right_and_one_of_them_is_standard() {
        assertThat(CaseTypeFolders.read(List.of("classpath:casetypes/*/casetype.yaml"), new FormEngine())).isNotEmpty();
    }

    private List<PublishedType> read() {
        return CaseTypeFolders.read(List.of("file:" + folder + "/casetypes/*/casetype.yaml"), new FormEngine());
    }

    private void change(String right, String wrong) throws IOException {
        var before = Files.readString(yaml());
        var after = before.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertThat(after).isNotEqualTo(before);
        Files.writeString(yaml(), after, StandardCharsets.UTF_8);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }

    private Path yaml() {
        return folder.resolve("casetypes/housing/casetype.yaml");
    }
}
