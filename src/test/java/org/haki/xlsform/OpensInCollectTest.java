package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written opens in JavaRosa, the engine of ODK Collect and KoboCollect. */
class OpensInCollectTest {

    /** Forms that JavaRosa does not open as the reference writes them either. */
    private static final List<String> NEITHER = List.of(
            // labels and columns that the attached file, or the list, does not have
            "choices_sheet/TestChoicesSheet.test_choices_without_labels__for_dynamic_selects__warning_and_error#1",
            "external_instances_for_selects/TestSelectFromFile.test_with_params_with_filters#2",
            "geo/TestParameterReferenceGeometryOutput.test_select_from_file__params_value_label__ok#3",
            "geo/TestParameterReferenceGeometryOutput.test_select_from_file__params_value_label__ok#6",
            "geo/TestParameterReferenceGeometryOutput.test_select_from_file__params_value_label__ok#9",
            // an entity list that no instance attaches
            "entities__entities/TestEntitiesOutput.test_implicit_update_mode__instance_required__error#1",
            // pulldata() is a function of Collect, and here of a question that reads itself
            "external_instances/ExternalInstanceTests.test_can__use_same_external_csv_id_with_mixed_types#1",
            "external_instances/ExternalInstanceTests.test_external_instance_pulldata#1",
            "external_instances/ExternalInstanceTests.test_external_instance_pulldata_readonly#1",
            "external_instances/ExternalInstanceTests.test_external_instance_pulldata_required#1",
            "external_instances/ExternalInstanceTests.test_pulldata_calculate_multi_line_expression__multiple_calls#1",
            "external_instances/ExternalInstanceTests.test_pulldata_calculate_multi_line_expression__one_call#1",
            // setgeopoint needs the device
            "dynamic_default/TestDynamicDefault.test_dynamic_default_with_start_geopoint#1",
            "set_geopoint/SetGeopointTest.test_setgeopoint#1",
            // an expression that is none
            "validate_unicode_exception/ValidateUnicodeException.test_validate_with_more_unicode#1");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_case_opens(ReferenceCase one) {
        var xform = one.convert().xform().orElseThrow();
        if (NEITHER.contains(one.id())) {
            assertThatCode(() -> JavaRosa.open(one.golden())).isInstanceOf(RuntimeException.class);
        } else {
            assertThatCode(() -> JavaRosa.open(xform)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("org.haki.xlsform.WorkbooksTest#workbooks")
    void every_workbook_that_is_converted_opens(Path file) throws IOException {
        XlsForm.read(Files.newInputStream(file), file.getFileName().toString()).xform()
                .ifPresent(xform -> assertThatCode(() -> JavaRosa.open(xform)).doesNotThrowAnyException());
    }

    @Test
    void a_form_that_is_none_does_not_open() {
        assertThatCode(() -> JavaRosa.open(XlsxFile.of("""
                | survey |
                | | type | name | label |
                | | text | a    | A     |
                """).convert().xform().orElseThrow().replace("/data/a", "/data/nowhere"))).isInstanceOf(RuntimeException.class);
    }

    private static Stream<ReferenceCase> cases() throws IOException {
        var cases = ReferenceCase.all().filter(one -> !one.rejected() && one.convert().ok()).toList();
        assertThat(cases).hasSize(458);
        return cases.stream();
    }
}
