package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Workbooks that the field has used for years: each is converted as the reference does, or refused with its reason. */
class WorkbooksTest {

    private static final Path FOLDER = Path.of("src/test/resources/xlsform/workbooks");

    /** Those that the reference converts, and that lie outside here. */
    private static final Map<String, String> OUTSIDE = Map.of(
            "kobocat_transportation_with_dirty_mongo_ids", "type-not-supported",
            "kobocat_transportation_with_long_id_string", "type-not-supported",
            "pyxform_loop", "type-not-supported",
            "pyxform_case_insensitivity", "type-not-supported",
            "pyxform_attribute_columns_test", "setting-not-supported",
            "pyxform_xlsform_spec_test", "setting-not-supported");

    /** Those that the reference refuses as well. */
    private static final Map<String, String> REFUSED = Map.of(
            "kobocat_MCH_v1", "type-unknown",
            "kobocat_childrens_survey", "label-missing",
            "kobocat_enumerator_weekly", "header-twice",
            "kobocat_transportation.bad_id", "type-not-supported",
            "kobocat_transportation_export", "header-missing",
            "kobocat_xlsx_output", "type-unknown",
            "odk_ifrc-distribution-site-assessment-v1", "file-old-excel",
            "pyxform_bug_calculate_without_calculation", "calculation-missing",
            "pyxform_bug_duplicate_columns", "header-twice",
            "pyxform_bug_group_name_test", "name-missing");

    @ParameterizedTest
    @MethodSource("workbooks")
    void a_workbook_becomes_what_the_reference_makes_of_it(Path file) throws IOException {
        var name = file.getFileName().toString();
        var stem = name.substring(0, name.lastIndexOf('.'));
        var conversion = XlsForm.read(Files.newInputStream(file), name);
        if (OUTSIDE.containsKey(stem) || REFUSED.containsKey(stem)) {
            assertThat(reference(stem).path("xform").isString()).isEqualTo(OUTSIDE.containsKey(stem));
            assertThat(conversion.problems()).extracting(Problem::code).contains(OUTSIDE.getOrDefault(stem, REFUSED.get(stem)));
        } else {
            assertThat(conversion.problems()).isEmpty();
            assertThat(CanonicalForm.of(conversion.xform().orElseThrow())).isEqualTo(CanonicalForm.of(reference(stem).get("xform").asString()));
        }
    }

    @Test
    void every_workbook_is_counted() throws IOException {
        assertThat(workbooks()).hasSize(51);
    }

    static Stream<Path> workbooks() throws IOException {
        return Files.list(FOLDER).filter(file -> file.toString().matches(".*\\.xls[xm]")).sorted();
    }

    private static JsonNode reference(String stem) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(stem + ".expected.json.gz")))) {
            return JsonMapper.shared().readTree(in).path("pyxform_4_5_0");
        }
    }
}
