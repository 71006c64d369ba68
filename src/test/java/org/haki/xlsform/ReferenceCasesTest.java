package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference converter's own test cases: what it accepts means the same here, what it refuses is refused for the same reason. */
class ReferenceCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/xlsform");
    private static final Map<String, String> OUTSIDE = reasons("outside.txt");
    private static final Map<String, String> DIFFERS = reasons("differs.txt");
    private static final Map<String, String> SAME_FAULT = reasons("faults.txt");

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_the_reference_refuses_is_refused_for_the_same_reason(ReferenceCase one) {
        var conversion = one.convert();
        assertThat(conversion.xform()).isEmpty();
        assertThat(conversion.problems()).extracting(Problem::code).contains(faultFor(one.error()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outside")
    void what_lies_outside_is_refused_and_never_left_out_in_silence(ReferenceCase one) {
        assertThat(one.convert().problems()).extracting(Problem::code).containsAnyOf(
                "type-not-supported", "expression-not-supported", "setting-not-supported", "header-not-supported");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void what_the_reference_accepts_is_written_as_expected(ReferenceCase one) {
        var conversion = one.convert();
        assertThat(conversion.problems()).isEmpty();
        var xform = conversion.xform().orElseThrow();
        var form = XForms.parse(xform);
        one.counts().forEach((path, count) -> assertThat(XForms.count(form, path)).as(path).isEqualTo(count));
        if (DIFFERS.containsKey(one.id())) {
            assertThat(CanonicalForm.of(xform)).as("no longer differs").isNotEqualTo(CanonicalForm.of(one.golden()));
        } else {
            assertThat(CanonicalForm.of(xform)).isEqualTo(CanonicalForm.of(one.golden()));
        }
    }

    /** A case that is added, or moves from one side to the other, is to be seen here. */
    @Test
    void every_case_is_counted() throws IOException {
        assertThat(ReferenceCase.all()).hasSize(677);
        assertThat(accepted()).hasSize(458);
        assertThat(refused()).hasSize(175);
        assertThat(outside()).hasSize(OUTSIDE.size()).hasSize(44);
        assertThat(DIFFERS).hasSize(9);
    }

    private static String faultFor(String error) {
        return SAME_FAULT.entrySet().stream().filter(entry -> error.startsWith(entry.getKey()) || error.contains("] " + entry.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse("no fault stands for: " + error);
    }

    private static Stream<ReferenceCase> accepted() throws IOException {
        return ReferenceCase.all().filter(one -> !one.rejected() && !OUTSIDE.containsKey(one.id()));
    }

    private static Stream<ReferenceCase> refused() throws IOException {
        return ReferenceCase.all().filter(one -> one.rejected() && !OUTSIDE.containsKey(one.id()));
    }

    private static Stream<ReferenceCase> outside() throws IOException {
        return ReferenceCase.all().filter(one -> OUTSIDE.containsKey(one.id()));
    }

    private static Map<String, String> reasons(String file) {
        try {
            var reasons = new LinkedHashMap<String, String>();
            Files.readAllLines(FOLDER.resolve(file)).stream().filter(line -> !line.startsWith("#"))
                    .forEach(line -> reasons.put(line.split(" \\| ")[0], line.split(" \\| ")[1]));
            return reasons;
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
