package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** The titles of the conformance list, and what of them is held: each by a test under its number, or not, with the reason. */
final class Titles {

    private final String section;
    private final Map<String, Executable> kept = new TreeMap<>();

    Titles(String section) {
        this.section = section;
    }

    Titles keep(int number, Executable test) {
        kept.put(section + number, test);
        return this;
    }

    /** A test for each title that is kept; one more holds that nothing is left out without a reason. */
    Stream<DynamicTest> tests() {
        var all = lines().filter(line -> line[0].startsWith(section)).toList();
        var whole = DynamicTest.dynamicTest(section + " is whole, but for what is excluded with a reason", () -> {
            assertThat(all.stream().filter(line -> line[3].equals("kept")).map(line -> line[0])).containsExactlyInAnyOrderElementsOf(kept.keySet());
            assertThat(all.stream().filter(line -> !line[3].equals("kept")).map(line -> line[3])).allMatch(reason -> reason.matches("not: .{20,}"));
            assertThat(all).hasSize(Map.of("A", 58, "B", 14, "C", 40, "E", 160, "F", 142).get(section));
        });
        return Stream.concat(Stream.of(whole), all.stream().filter(line -> kept.containsKey(line[0]))
                .map(line -> DynamicTest.dynamicTest(line[0] + " " + line[1] + ": " + line[2], kept.get(line[0]))));
    }

    private static Stream<String[]> lines() {
        try {
            List<String> lines = Files.readAllLines(Path.of("src/test/resources/openrosa/titles.txt"));
            return lines.stream().filter(line -> !line.startsWith("#")).map(line -> line.split(" \\| "));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
