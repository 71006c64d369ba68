package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.haki.Haki;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A test that does not fail when its guard is taken away is no test: guards.txt says which guard each fault's test holds. */
class GuardsTest {

    /** The faults that must have a guard on the list. */
    private static final List<Integer> FAULTS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 19, 20, 22);
    private static final Path PLACE = Path.of("target", "guards");
    private static final Pattern NUMBER = Pattern.compile("F(\\d+)(?=_)");
    private static final int MINUTES = 15;

    /** One text of one file, and what is put in its place. */
    record Change(Path file, String there, String instead) {}

    /** A guard, and how it is taken away. */
    record Guard(String said, List<Change> changes, String type, String method) {

        static Guard of(List<String> lines) {
            var changes = new ArrayList<Change>();
            Path file = null;
            for (int i = 1; i < lines.size() - 1; i++) {
                if (lines.get(i).startsWith("- ")) {
                    changes.add(new Change(file, text(lines.get(i)), text(lines.get(++i))));
                } else {
                    file = Path.of(lines.get(i));
                }
            }
            var test = lines.getLast().split("#");
            return new Guard(lines.getFirst(), changes, test[0], test[1]);
        }

        /** Its files, as they are without it. */
        Map<Path, String> without() throws IOException {
            var texts = new LinkedHashMap<Path, String>();
            for (var change : changes) {
                var text = texts.containsKey(change.file()) ? texts.get(change.file()) : Files.readString(change.file());
                texts.put(change.file(), text.replace(change.there(), change.instead()));
            }
            return texts;
        }

        private static String text(String line) {
            return line.substring(2).replace("\\n", "\n");
        }

        int fault() {
            return Integer.parseInt(said.substring(1, said.indexOf(' ')));
        }
    }

    @Test
    void every_guard_on_the_list_stands_once_where_it_says_and_has_its_test() throws Exception {
        for (var guard : guards()) {
            for (var change : guard.changes()) {
                var parts = Files.readString(change.file()).split(Pattern.quote(change.there()), -1);
                assertThat(parts).as("%s: what is around %s in %s", guard.said(), change.there(), change.file()).hasSize(2);
            }
            assertThat(Class.forName(guard.type()).getDeclaredMethods()).as(guard.said()).extracting(method -> method.getName()).contains(guard.method());
            assertThat(NUMBER.matcher(guard.method()).results().map(found -> Integer.valueOf(found.group(1)))).as(guard.said()).contains(guard.fault());
        }
    }

    @Test
    void every_fault_has_a_guard_and_every_test_of_a_fault_a_guard_that_it_holds() throws IOException {
        var guards = guards();
        assertThat(guards).extracting(Guard::fault).containsAll(FAULTS);
        var held = guards.stream().map(Guard::method).collect(Collectors.toSet());
        var without = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file : files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
                Pattern.compile("void (F\\d+_\\w+)").matcher(Files.readString(file)).results().map(found -> found.group(1))
                        .filter(method -> !held.contains(method)).forEach(without::add);
            }
        }
        // the long one of a pair holds the guard of the short one
        assertThat(without).containsExactlyInAnyOrder("F1_F2_two_hundred_kills_lose_nothing_and_double_nothing",
                "F10_beside_a_thousand_who_send_byte_by_byte_others_are_served");
    }

    /** One guard after the other; {@code -Dhaki.guards='F9|F14'} takes away those whose sentences begin so. */
    @Test
    @Tag("soak")
    void without_its_guard_each_test_fails() throws Exception {
        var green = new ArrayList<String>();
        for (var guard : guards()) {
            if (Stream.of(System.getProperty("haki.guards", "").split("\\|")).anyMatch(guard.said()::startsWith)) {
                var said = without(guard);
                System.out.println(guard.said() + ": " + said);
                Files.writeString(PLACE.resolveSibling("guards.log"), guard.said() + " | " + guard.method() + " | " + said + "\n",
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                if (!said.startsWith("FAILED")) {
                    green.add(guard.said() + ": " + said);
                }
            }
        }
        assertThat(green).as("guards whose test stayed green").isEmpty();
    }

    /** Takes it away in a copy of the classes and runs its test on that; what failed, in a line. */
    private static String without(Guard guard) throws Exception {
        FileSystemUtils.deleteRecursively(PLACE);
        var classes = PLACE.resolve("classes");
        var compiled = Path.of(Haki.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        FileSystemUtils.copyRecursively(compiled, classes);
        var sources = new ArrayList<String>();
        for (var changed : guard.without().entrySet()) {
            boolean java = changed.getKey().toString().endsWith(".java");
            var place = java ? PLACE.resolve("source").resolve(Path.of("src/main/java").relativize(changed.getKey()))
                    : classes.resolve(Path.of("src/main/resources").relativize(changed.getKey()));
            Files.createDirectories(place.getParent());
            Files.writeString(place, changed.getValue());
            if (java) {
                sources.add(place.toString());
            }
        }
        if (!sources.isEmpty()) {
            var words = new ArrayList<>(List.of("-parameters", "-proc:none", "-nowarn", "-d", classes.toString(), "-cp",
                    classes + File.pathSeparator + System.getProperty("java.class.path")));
            words.addAll(sources);
            int wrong = ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
            assertThat(wrong).as(guard.said() + ": compiled").isZero();
        }
        return run(guard, classes, compiled);
    }

    private static String run(Guard guard, Path classes, Path compiled) throws IOException, InterruptedException {
        var path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().equals(compiled.toAbsolutePath()) ? classes.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
        var log = PLACE.resolve("test.log");
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dhaki.fork=guards",
                "-Dhaki.load.seconds=20", "-Djunit.jupiter.execution.timeout.mode=disabled", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g", "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED", "-cp", path, OneTest.class.getName(), guard.type(), guard.method())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        var lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return !ended ? "FAILED did not end within " + MINUTES + " minutes"
                : lines.stream().filter(line -> line.startsWith("FAILED")).findFirst()
                        .orElseGet(() -> "green, exit " + process.exitValue() + ": " + lines.stream().reduce((_, last) -> last).orElse(""));
    }

    private static List<Guard> guards() throws IOException {
        var guards = new ArrayList<Guard>();
        var text = Files.readString(Path.of("src/test/resources/guards.txt"));
        for (var block : text.split("\n\n")) {
            var lines = Arrays.stream(block.strip().split("\n")).filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                assertThat(lines.size()).as(block).isGreaterThanOrEqualTo(5);
                guards.add(Guard.of(lines));
            }
        }
        return guards;
    }
}
