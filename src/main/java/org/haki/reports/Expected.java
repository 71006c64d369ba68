package org.haki.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.SmallCells;
import org.haki.reports.WorkerRepository.Mixed;

/**
 * What a worker's closings brought beside what cases of the same kinds bring here: indirect standardisation. Of each kind of case
 * (its type, and the stage from which it was closed) the share is taken that achieved something, whole or in part, over all
 * workers; with these shares the worker's own cases would have brought {@code expected}. The ratio's range is Byar's
 * approximation at 95 % (Breslow and Day 1987, Statistical Methods in Cancer Research II, IARC Scientific Publications 82,
 * chapter 2).
 *
 * @param judged   closings whose result is known
 * @param achieved of them those that achieved something
 */
public record Expected(long judged, long achieved, double expected) {

    /** Of one kind of case. */
    private record Kind(String type, String stage) {}

    /** How many brought something, and of how many. */
    private record Share(long achieved, long judged) {

        Share and(long more, boolean good) {
            return new Share(achieved + (good ? more : 0), judged + more);
        }
    }

    /** A closing of a type with an outcome falls into a class. */
    interface Classes {
        String of(String type, String outcome);
    }

    private static final Share NONE = new Share(0, 0);
    private static final double SURE = 1.96;

    /** Each worker's closings of the period, beside what all of them make to be expected. */
    static Map<UUID, Expected> of(List<Mixed> closings, Classes classes) {
        var shares = new HashMap<Kind, Share>();
        for (var one : closings) {
            var kind = classes.of(one.type(), one.outcome());
            if (isKnown(kind)) {
                shares.put(kindOf(one), shares.getOrDefault(kindOf(one), NONE).and(one.number(), isGood(kind)));
            }
        }
        var workers = new HashMap<UUID, Expected>();
        for (var one : closings) {
            var kind = classes.of(one.type(), one.outcome());
            if (one.now() && one.worker() != null && isKnown(kind)) {
                var share = shares.get(kindOf(one));
                workers.merge(one.worker(), new Expected(one.number(), isGood(kind) ? one.number() : 0,
                        one.number() * (double) share.achieved() / share.judged()), Expected::and);
            }
        }
        return workers;
    }

    /** What can be said: "few" where it is too little to say anything, "more", "fewer", or "alike" where chance alone may explain it. */
    public String verdict() {
        return judged < SmallCells.ELSE || expected == 0 ? "few" : low() > 1 ? "more" : high() < 1 ? "fewer" : "alike";
    }

    /** The least that the ratio of achieved to expected may be. */
    double low() {
        return achieved == 0 ? 0 : achieved / expected * Math.pow(1 - 1 / (9.0 * achieved) - SURE / (3 * Math.sqrt(achieved)), 3);
    }

    /** The most that it may be. */
    double high() {
        double next = achieved + 1;
        return next / expected * Math.pow(1 - 1 / (9 * next) + SURE / (3 * Math.sqrt(next)), 3);
    }

    private Expected and(Expected other) {
        return new Expected(judged + other.judged, achieved + other.achieved, expected + other.expected);
    }

    private static Kind kindOf(Mixed one) {
        return new Kind(one.type(), one.stage());
    }

    private static boolean isKnown(String kind) {
        return isGood(kind) || kind.equals("not_achieved");
    }

    private static boolean isGood(String kind) {
        return kind.equals("achieved") || kind.equals("partly");
    }
}
