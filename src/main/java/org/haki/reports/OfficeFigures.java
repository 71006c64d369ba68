package org.haki.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Office;
import org.haki.kernel.SmallCells;
import org.haki.reports.DashboardPage.Figures;

/**
 * The offices side by side, each figure with the one of the period before.
 *
 * @param hides whether small numbers are hidden, from a reader who sees figures only
 */
public record OfficeFigures(boolean hides, List<Line> lines) {

    /** One office; {@code late} is what is late now in cases that the reader sees, {@code null} where she sees none. */
    public record Line(Office office, Beside received, Beside accepted, Beside inTime, Beside closed, Long late) {}

    /** A figure of the period, and of the one before. */
    public record Beside(Share now, Share before) {}

    /** So many, of so many where {@code of} is not {@code null}; {@code null} itself is hidden. */
    public record Share(Long part, Long of) {}

    /** Both periods of one office. */
    record Both(Office office, Figures now, Figures before) {}

    /** From the figures of each; {@code late} has what is late by office, or is {@code null}. */
    static OfficeFigures of(List<Both> offices, Map<UUID, Long> late, boolean hides) {
        var now = offices.stream().map(Both::now).toList();
        var before = offices.stream().map(Both::before).toList();
        var received = beside(received(now, hides), received(before, hides));
        var accepted = beside(accepted(now, hides), accepted(before, hides));
        var inTime = beside(inTime(now, hides), inTime(before, hides));
        var closed = beside(closed(now, hides), closed(before, hides));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < offices.size(); i++) {
            var office = offices.get(i).office();
            lines.add(new Line(office, received.get(i), accepted.get(i), inTime.get(i), closed.get(i),
                    late == null ? null : late.getOrDefault(office.id(), 0L)));
        }
        return new OfficeFigures(hides, lines);
    }

    /** Below which number one is hidden. */
    public int least() {
        return SmallCells.ELSE;
    }

    private static List<Share> received(List<Figures> figures, boolean hides) {
        return shares(figures.stream().map(Figures::received).toList(), null, hides);
    }

    private static List<Share> accepted(List<Figures> figures, boolean hides) {
        return shares(figures.stream().map(one -> one.decided().accepted()).toList(), null, hides);
    }

    private static List<Share> inTime(List<Figures> figures, boolean hides) {
        return shares(figures.stream().map(Figures::inTime).toList(), figures.stream().map(one -> one.decided().real()).toList(), hides);
    }

    private static List<Share> closed(List<Figures> figures, boolean hides) {
        return shares(figures.stream().map(Figures::confirmed).toList(), figures.stream().map(Figures::closed).toList(), hides);
    }

    /** With a whole, its rest is a number as well: who sees 12 of 13 knows of the one. */
    private static List<Share> shares(List<Long> parts, List<Long> wholes, boolean hides) {
        var hidden = new HashSet<Integer>();
        if (hides) {
            hide(parts, hidden);
            if (wholes != null) {
                var rests = new ArrayList<Long>();
                for (int i = 0; i < parts.size(); i++) {
                    rests.add(wholes.get(i) - parts.get(i));
                }
                hide(rests, hidden);
                hide(wholes, hidden);
            }
        }
        var shares = new ArrayList<Share>();
        for (int i = 0; i < parts.size(); i++) {
            shares.add(hidden.contains(i) ? null : new Share(parts.get(i), wholes == null ? null : wholes.get(i)));
        }
        return shares;
    }

    private static void hide(List<Long> counts, HashSet<Integer> hidden) {
        long total = counts.stream().mapToLong(Long::longValue).sum();
        var shown = total == 0 ? counts : SmallCells.shown(counts, total, false);
        for (int i = 0; i < counts.size(); i++) {
            if (shown.isEmpty() || shown.get(i) == null) {
                hidden.add(i);
            }
        }
    }

    private static List<Beside> beside(List<Share> now, List<Share> before) {
        var both = new ArrayList<Beside>();
        for (int i = 0; i < now.size(); i++) {
            both.add(new Beside(now.get(i), before.get(i)));
        }
        return both;
    }
}
