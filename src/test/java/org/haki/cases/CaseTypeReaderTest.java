package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseTypeReaderTest {

    private static final String FILE = "casetypes/general/casetype.yaml";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key: general                                 | # key gone                                | line 3: "key" is missing
            version: 1                                   | version: one                              | line 3: "version" should be a whole number
            version: 1                                   | version: 0                                | line 3: "version" should be at least 1
            sensitivity: standard                        | sensitivity: secret                       | line 6: "sensitivity" should be one of standard, confidential, restricted
            sensitivity: standard                        | sensitivty: standard                      | line 6: "sensitivty" is not known here
            label: {en: General case, es: Caso general}  | label: {es: Caso general}                 | line 4: "label" needs a label in English (en)
            , initial: true}                             | }                                         | exactly one stage should be initial; here are 0
            assess: [plan, act]                          | assess: [plan, court]                     | "court" is not one of assess, plan, act, follow
            act: [follow, plan]                          | act: [plan]                               | no move leads to the stage "follow"
            class: achieved                              | class: splendid                           | "class" should be one of achieved, partly, not_achieved, unknown, na
            verification: {rule: always}                 | verification: {rule: perhaps}             | "rule" should be one of always
            , owner: true}                               | }                                         | one role should be the owner's
            reporter: {en: Reporter                      | Reporter: {en: Reporter                   | "Reporter" is not a key: use small letters, digits and _
            archive_after_days: 90                       | archive_after_days: [90]                  | "archive_after_days" should be a text
            version: 1                                   | key: general                              | line 3: "key" stands here twice
            stages:                                      | stages: [                                 | line
            """)
    void every_mistake_is_named_with_its_file_and_line(String right, String wrong, String sentence) throws IOException {
        var yaml = general().replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertThat(yaml).isNotEqualTo(general());
        assertThatThrownBy(() -> CaseTypeReader.read(FILE, new StringReader(yaml)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(FILE + ", line ")
                .hasMessageContaining(sentence);
    }

    @Test
    void several_mistakes_are_named_at_once() throws IOException {
        var yaml = general().replace("version: 1", "version: one").replace("retention_years: 6", "retention: 6");
        assertThatThrownBy(() -> CaseTypeReader.read(FILE, new StringReader(yaml)))
                .hasMessageContaining("\"version\" should be a whole number")
                .hasMessageContaining("\"retention_years\" is missing")
                .hasMessageContaining("\"retention\" is not known here");
    }

    @Test
    void an_empty_file_is_a_mistake() {
        assertThatThrownBy(() -> CaseTypeReader.read(FILE, new StringReader(""))).isInstanceOf(Refusal.class);
    }

    @Test
    void the_built_in_type_is_read_whole() throws IOException {
        var type = CaseTypeReader.read(FILE, new StringReader(general()));
        assertThat(type.stages()).extracting(CaseType.Stage::key).containsExactly("assess", "plan", "act", "follow");
        assertThat(type.firstStage().key()).isEqualTo("assess");
        assertThat(type.movesFrom("act")).extracting(CaseType.Stage::key).containsExactly("follow", "plan");
        assertThat(type.outcomes().keySet()).contains("solved", "unknown");
        assertThat(type.closingReasons().get("lost_contact").in("es")).isEqualTo("Sin contacto");
        assertThat(type.label().in("ne")).as("a language it does not speak").isEqualTo("General case");
        assertThat(List.copyOf(type.parties().keySet())).first().isEqualTo("client");
        assertThat(type.archiveAfterDays()).isEqualTo(90);
    }

    private static String general() throws IOException {
        try (var file = CaseTypeReaderTest.class.getResourceAsStream("/" + FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
