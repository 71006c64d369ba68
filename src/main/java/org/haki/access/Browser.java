package org.haki.access;

import java.util.List;

/** A browser by its name and system, in a few words: "Firefox, Android". */
final class Browser {

    private record Mark(String inside, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"), new Mark("OPR/", "Opera"), new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"), new Mark("Chrome/", "Chrome"), new Mark("Safari/", "Safari"));
    private static final List<Mark> SYSTEMS = List.of(
            new Mark("Android", "Android"), new Mark("iPhone", "iPhone"), new Mark("iPad", "iPad"),
            new Mark("Windows", "Windows"), new Mark("Mac OS X", "Mac"), new Mark("CrOS", "ChromeOS"),
            new Mark("Linux", "Linux"));

    private Browser() {}

    static String named(String agent) {
        return first(BROWSERS, agent, "Browser") + ", " + first(SYSTEMS, agent, "?");
    }

    private static String first(List<Mark> marks, String agent, String otherwise) {
        return marks.stream()
                .filter(mark -> agent != null && agent.contains(mark.inside()))
                .map(Mark::name)
                .findFirst()
                .orElse(otherwise);
    }
}
