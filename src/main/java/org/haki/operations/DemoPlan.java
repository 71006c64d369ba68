package org.haki.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What happened in an invented network, as data: the same seed and size give the same reports. Nothing here touches a
 * database; {@link DemoWriter} writes it down.
 */
record DemoPlan(List<Report> reports) {

    /** What becomes of a report. */
    enum Fate { WAITS, CALL_BACK, NOT_A_CASE, DECLINED, ADVISED, CASE }

    /** How far a case has come. */
    enum Progress { NEW, ASSESSED, PLANNED, ACTING, FOLLOWED, CLOSING, DISPUTED, CLOSED, REOPENED }

    /**
     * A report and what became of it.
     *
     * @param place     in which of the network's offices, counted from 0
     * @param decidedIn how long after it came in
     * @param worker    which of the office's workers has it, counted from 0; -1: the queue
     */
    record Report(Instant at, int place, String channel, String urgency, String ageGroup, String sex, DemoWords.Tongue tongue,
            String name, String number, String words, String where, boolean aboutHerself, Fate fate, Duration decidedIn,
            Progress progress, int worker, boolean fenced, boolean asked) {}

    private static final int DAYS = 150;

    /** Invents so many reports, the last of them an hour old. */
    static DemoPlan of(long seed, int size, int places, Instant now) {
        var random = new SplittableRandom(seed);
        var words = new DemoWords(random);
        var reports = new ArrayList<Report>();
        for (int i = 0; i < size; i++) {
            reports.add(report(random, words, places, now, i, size));
        }
        reports.sort(Comparator.comparing(Report::at));
        return new DemoPlan(List.copyOf(reports));
    }

    private static Report report(RandomGenerator random, DemoWords words, int places, Instant now, int i, int size) {
        boolean fresh = i < size / 10;
        int hours = 1 + random.nextInt(36);
        var at = fresh ? now.minus(hours, ChronoUnit.HOURS) : moment(random, now);
        var fate = fresh ? words.one(List.of(Fate.WAITS, Fate.WAITS, Fate.WAITS, Fate.CALL_BACK)) : fate(random);
        var urgency = fresh && hours > 3
                ? words.one(List.of("urgent", "normal", "normal"))
                : words.one(List.of("emergency", "urgent", "urgent", "normal", "normal", "normal"));
        var tongue = words.tongue();
        boolean nothing = fate == Fate.NOT_A_CASE;
        return new Report(at, random.nextInt(5) < 2 ? random.nextInt(places) : 0,
                words.one(List.of("phone", "phone", "phone", "web", "web", "walk_in", "letter")), urgency,
                words.one(List.of("adult", "adult", "adult", "adult", "child", "unknown")),
                words.one(List.of("female", "female", "female", "male")), tongue, nothing ? "" : words.name(tongue), words.phone(),
                nothing ? words.nothing() : words.said(tongue), words.place(), random.nextInt(3) > 0, fate,
                decidedIn(random, urgency), progress(words, Duration.between(at, now).toDays()), random.nextInt(12) == 0 ? -1 : random.nextInt(2),
                random.nextInt(7) == 0, random.nextInt(6) > 0);
    }

    /** Recent days have more. */
    private static Instant moment(RandomGenerator random, Instant now) {
        double share = Math.pow(random.nextDouble(), 1.4);
        return now.minus(Duration.ofMinutes(60 * 40 + (long) (share * (DAYS - 2) * 24 * 60)));
    }

    private static Fate fate(RandomGenerator random) {
        int share = random.nextInt(100);
        return share < 10 ? Fate.NOT_A_CASE : share < 15 ? Fate.DECLINED : share < 23 ? Fate.ADVISED : Fate.CASE;
    }

    /** Most in time, some late. */
    private static Duration decidedIn(RandomGenerator random, String urgency) {
        int hours = switch (urgency) {
            case "emergency" -> random.nextInt(10) == 0 ? 31 : 1 + random.nextInt(4);
            case "urgent" -> random.nextInt(10) == 0 ? 80 : 3 + random.nextInt(32);
            default -> 6 + random.nextInt(34);
        };
        return Duration.ofMinutes(hours * 60L - random.nextInt(40));
    }

    private static Progress progress(DemoWords words, long daysOld) {
        if (daysOld < 6) {
            return words.one(List.of(Progress.NEW, Progress.ASSESSED));
        }
        if (daysOld < 30) {
            return words.one(List.of(Progress.ASSESSED, Progress.PLANNED, Progress.ACTING, Progress.ACTING));
        }
        if (daysOld < 43) {
            return words.one(List.of(Progress.FOLLOWED, Progress.FOLLOWED, Progress.CLOSING, Progress.DISPUTED));
        }
        return words.one(List.of(Progress.CLOSED, Progress.CLOSED, Progress.CLOSED, Progress.CLOSED, Progress.CLOSED, Progress.CLOSED,
                Progress.CLOSED, Progress.REOPENED));
    }
}
