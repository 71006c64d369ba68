package org.haki.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.Page;
import org.haki.Visitor;

/** A route, and the verb without which it is closed: a line of {@code routes.txt}. */
record Route(String method, String path, String verb) {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    /** Every line of {@code routes.txt}. */
    static List<Route> all() {
        return lines(Path.of("src/test/resources/routes.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .map(words -> new Route(words[0], words[1], words[2]))
                .toList();
    }

    /** Those that are closed without a session. */
    static List<Route> needingASession() {
        return all().stream().filter(route -> !route.verb().equals("open")).toList();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isGet() {
        return method.equals("GET");
    }

    /** How many things its address names. */
    long places() {
        return PLACE.matcher(path).results().count();
    }

    /** Its address, with what stands for each placeholder, by the route up to it. */
    String with(Map<String, String> ids) {
        return PLACE.matcher(path).replaceAll(place -> {
            var upTo = path.substring(0, place.end());
            return Objects.requireNonNull(ids.get(upTo), "Nothing is known that could stand for " + upTo);
        });
    }

    /** Asks for this address, or sends it a form with something for most fields. */
    Page ask(Visitor visitor, String csrf, String address) {
        return isGet()
                ? visitor.get(address)
                : visitor.post(address, "_csrf", csrf, "op", UUID.randomUUID().toString(), "base", "1", "_page", "/me",
                        "text", "Written by a stranger", "reason", "danger", "fenced", "yes", "stage", "action",
                        "result", "done", "why", "It is over", "name", "A stranger", "answer", "Come at once");
    }
}
