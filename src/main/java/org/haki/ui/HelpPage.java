package org.haki.ui;

import java.util.List;

/** What each place is for and how one goes about it, for the places that the reader may use; and what to do when something goes wrong. */
public record HelpPage() {

    /** A place, who may use it, and how many things are said of it. */
    public record Topic(String place, String right, int sentences) {}

    private static final List<Topic> TOPICS = List.of(
            new Topic("today", "me.see", 3), new Topic("intake", "intake.see", 5), new Topic("cases", "case.see", 6), new Topic("people", "person.see", 3),
            new Topic("reports", "report.see", 3), new Topic("directory", "directory.see", 2), new Topic("settings", "people.manage", 4));

    /** Those for this reader. */
    public List<Topic> topics(Ui ui) {
        return TOPICS.stream().filter(topic -> ui.may(topic.right())).toList();
    }
}
