package org.haki.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code across.txt}: methods of repositories that are not held to the wall between organisations, and why. */
final class Across {

    private record Line(String kind, String method, String reason) {}

    private final List<Line> lines = Route.lines(Path.of("src/test/resources/across.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" +", 3))
            .map(words -> new Line(words[0], words[1], words[2]))
            .toList();

    /** Whether it is not called at all. */
    boolean notCalled(String method) {
        return is("uncalled", method);
    }

    /** Whether the rows of this table are no organisation's. */
    boolean nobodys(String table) {
        return is("nobodys", table);
    }

    /** What was found that is on no list. */
    Map<String, Set<String>> unexplained(Map<String, Set<String>> findings) {
        var unexplained = new TreeMap<String, Set<String>>();
        findings.forEach((method, found) -> {
            var left = new TreeSet<>(found);
            left.removeIf(what -> is("crosses", method) || is("differs", method) && what.startsWith("answers "));
            if (!left.isEmpty()) {
                unexplained.put(method, left);
            }
        });
        return unexplained;
    }

    /** Those that are on the list and are no more; or were never reached, and are not on it. */
    Set<String> wrong(RepositoryCalls calls) {
        var wrong = new TreeSet<String>();
        lines.stream().filter(line -> List.of("crosses", "differs").contains(line.kind()) && !calls.called().contains(line.method()))
                .forEach(line -> wrong.add("is no more: " + line.method()));
        calls.neverReached().forEach((method, why) -> {
            if (!notCalled(method)) {
                wrong.add("never reached: " + method + " " + why);
            }
        });
        return wrong;
    }

    private boolean is(String kind, String method) {
        return lines.stream().anyMatch(line -> line.kind().equals(kind) && line.method().equals(method));
    }
}
