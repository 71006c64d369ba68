package org.haki.intake;

import java.util.List;
import org.haki.kernel.PartialDate;

/**
 * What somebody told us, sealed as a whole under the intake's own key.
 *
 * @param words    her own words, never edited
 * @param where    the place, as said
 * @param when     the time, as said
 * @param day      the same as a date, where it can be read as one; else {@code null}
 * @param survivor the name of the person who was hurt, where it was given
 * @param reporter the name of the one who tells, where it was given
 * @param relation what the one who tells is to the one who was hurt, as said
 * @param number   the telephone number to reach the one who tells
 * @param whose    whose phone that is: one of {@link Told#WHOSE}, or ""
 * @param hours    the parts of the day in which she is free to talk, of {@link Told#HOURS}
 * @param ifOther  what to say if someone else answers
 * @param note     what the operator who took it down adds
 */
public record Account(
        String words,
        String where,
        String when,
        PartialDate day,
        String survivor,
        String reporter,
        String relation,
        String number,
        String whose,
        List<String> hours,
        String ifOther,
        String note) {

    public Account {
        hours = List.copyOf(hours);
    }

    /** The same in these words. */
    Account with(String otherWords) {
        return new Account(otherWords, where, when, day, survivor, reporter, relation, number, whose, hours, ifOther, note);
    }
}
