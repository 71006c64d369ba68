package org.haki.reports;

import java.util.List;
import java.util.UUID;

/** What each worker carries now, and what came of it in a period and in the one before. */
public record WorkersPage(Choice choice, List<Line> lines) {

    /** The closings of one worker as deeds behind a figure. */
    public static Behind closings(UUID person) {
        return Behind.of("case_closed").with("worker", String.valueOf(person));
    }

    /**
     * One worker.
     *
     * @param person  {@code null} for what nobody has yet
     * @param longest the longest by how many days something is late
     * @param mix     what came of her closings beside what such cases bring; {@code null} where none was judged
     */
    public record Line(UUID person, String name, long open, long late, int longest, Results now, Results before, Expected mix) {}

    /**
     * A period's figures of one worker.
     *
     * @param lag       after how many days half of what was written down was written down; {@code null} where nothing was
     * @param confirmed closings that the client confirmed, whole or in part, of those {@code checked} with an answer
     * @param inTime    follow-ups done by their day, of those {@code followups} that had one
     */
    public record Results(Integer lag, Closed closed, long confirmed, long checked, long inTime, long followups) {}

    /** Closed cases by the class of their outcome. */
    public record Closed(long achieved, long partly, long notAchieved, long unknown, long na) {

        public long all() {
            return achieved + partly + notAchieved + unknown + na;
        }

        /** The number of this class. */
        public long of(String outcome) {
            return switch (outcome) {
                case "achieved" -> achieved;
                case "partly" -> partly;
                case "not_achieved" -> notAchieved;
                case "na" -> na;
                default -> unknown;
            };
        }
    }

    public static final List<String> OUTCOMES = List.of("achieved", "partly", "not_achieved", "unknown", "na");
}
