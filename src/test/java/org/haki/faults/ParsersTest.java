package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is read of what others send, nothing breaks. What was found once lies in {@code fuzz/<parser>} and is read at every
 * build; {@code bin/soak} lets Jazzer look for more, {@code -Dhaki.fuzz.seconds} for each parser.
 */
class ParsersTest {

    private static final Path FOUND = Path.of("src/test/resources/fuzz");
    private static final Path PLACE = Path.of("target", "fuzz");

    static List<String> parsers() {
        return List.of("xlsform.FuzzWorkbook", "xlsform.FuzzXForm", "forms.FuzzForm", "surveys.FuzzSubmission", "cases.FuzzCaseType", "intake.FuzzQueue", "kernel.FuzzTyped",
                "files.FuzzPicture", "operations.FuzzBackup", "vault.FuzzNames", "lists.FuzzPasted");
    }

    @ParameterizedTest
    @MethodSource("parsers")
    @Timeout(60)
    void what_was_found_once_and_every_beginning_is_read(String parser) throws Exception {
        var read = Class.forName("org.haki." + parser).getMethod("fuzzerTestOneInput", byte[].class);
        var files = inputs(parser);
        assertThat(files).as("where Jazzer begins").isNotEmpty();
        for (var file : files) {
            read.invoke(null, (Object) Files.readAllBytes(file));
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    @Tag("soak")
    void jazzer_finds_nothing_that_breaks_it(String parser) throws Exception {
        var corpus = Files.createDirectories(PLACE.resolve(parser));
        int seconds = Integer.getInteger("haki.fuzz.seconds", 120);
        var words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer", "--target_class=org.haki." + parser, "--instrumentation_includes=org.haki.**:org.javarosa.**:org.dhatim.**",
                "--reproducer_path=" + PLACE, "-artifact_prefix=" + PLACE + "/" + parser + "-", "-max_total_time=" + seconds, "-timeout=20",
                "-rss_limit_mb=3000", "-max_len=20000", corpus.toString(), FOUND.resolve(parser).toString()));
        var log = PLACE.resolve(parser + ".log");
        var jazzer = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(jazzer.waitFor(seconds + 300, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(jazzer.exitValue()).as("found: the input lies beside %s", log).isZero();
    }

    private static List<Path> inputs(String parser) throws IOException {
        try (Stream<Path> files = Files.list(FOUND.resolve(parser))) {
            return files.sorted().toList();
        }
    }
}
