package org.haki.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The counts of one table as they may be shown: small ones are hidden, and enough others that none of them can be reckoned from
 * the total (P26, P27); where that cannot be done, the table is not shown at all (P29).
 */
public final class SmallCells {

    /** Below this a count is small: for restricted types, and for all others. */
    public static final int SENSITIVE = 10;
    public static final int ELSE = 5;

    private SmallCells() {}

    /**
     * The counts, {@code null} where one is hidden; an empty list where none may be shown.
     *
     * @param total     of how many; it is shown with them
     * @param sensitive whether that everybody chose the same says something of somebody (P32)
     */
    public static List<Long> shown(List<Long> counts, long total, boolean sensitive) {
        int least = sensitive ? SENSITIVE : ELSE;
        if (total < least || sensitive && counts.contains(total)) {
            return List.of();
        }
        var shown = new ArrayList<Long>();
        counts.forEach(count -> shown.add(count > 0 && count < least ? null : count));
        while (canBeReckoned(counts, shown, least)) {
            var next = shown.stream().filter(count -> count != null && count > 0).min(Long::compare);
            if (next.isEmpty()) {
                return List.of();
            }
            shown.set(shown.indexOf(next.get()), null);
        }
        return shown;
    }

    /** One alone is the rest of the total; too few together are small as well; and as many cells as deeds are one each. */
    private static boolean canBeReckoned(List<Long> counts, List<Long> shown, int least) {
        long hidden = 0;
        long together = 0;
        for (int i = 0; i < counts.size(); i++) {
            if (shown.get(i) == null) {
                hidden++;
                together += counts.get(i);
            }
        }
        return hidden > 0 && (hidden == 1 || together < least || together == hidden);
    }
}
