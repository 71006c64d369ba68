package org.haki.entities;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a filled-in form says of one of a list's things, as it stands there.
 *
 * @param list   the list, as the workbook calls it
 * @param id     which one
 * @param create whether it makes it, where that is said
 * @param update whether it changes it
 * @param base   the version from which it set out
 * @param trunk  the last version of ours from which a run of changes without a network set out
 * @param branch that run
 */
public record EntitySaid(String list, String id, String create, String update, String base, String trunk, String branch, EntityWords words) {

    private static final Pattern V4 = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern ANY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LARGEST_DIGITS = 7;

    /** Whether it says that it makes it. */
    public boolean creates() {
        return isTrue(create);
    }

    /** Whether it says that it changes it. */
    public boolean updates() {
        return isTrue(update);
    }

    /** Its id; {@code null} where what stands there is none. */
    UUID uuid() {
        var text = id.strip().toLowerCase(Locale.ROOT).replaceFirst("^uuid:", "");
        return V4.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    UUID branchId() {
        return ANY.matcher(branch.strip()).matches() ? UUID.fromString(branch.strip()) : null;
    }

    Integer baseVersion() {
        return number(base);
    }

    Integer trunkVersion() {
        return number(trunk);
    }

    private static Integer number(String text) {
        return text.strip().matches("\\d{1," + LARGEST_DIGITS + "}") ? Integer.valueOf(text.strip()) : null;
    }

    private static boolean isTrue(String text) {
        return text.strip().equals("1") || text.strip().equals("true");
    }
}
