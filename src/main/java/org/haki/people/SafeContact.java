package org.haki.people;

import java.util.List;
import java.util.Objects;

/**
 * How someone can be reached without endangering her. Where it says nothing, nobody is contacted.
 *
 * @param whose    whose phone it is: one of {@link #WHOSE}, or ""
 * @param ways     the ways she agreed to, of {@link #WAYS}; empty: none was agreed yet
 * @param hours    the parts of the day in which she is free to talk, of {@link #HOURS}
 * @param ifOther  what to say if someone else answers
 * @param codeWord a word by which she knows us and we know her
 * @param note     anything else: days to avoid, who may be told
 */
public record SafeContact(String whose, List<String> ways, List<String> hours, String ifOther, String codeWord, String note) {

    public static final List<String> WHOSE = List.of("mine", "looked", "shared");
    public static final List<String> WAYS = List.of("call", "sms", "message", "email", "visit", "trusted", "none");
    public static final List<String> HOURS = List.of("7", "10", "12", "15", "18", "21");

    /** Nothing was agreed yet. */
    public static final SafeContact UNKNOWN = new SafeContact("", List.of(), List.of(), "", "", "");

    public SafeContact {
        whose = Objects.requireNonNullElse(whose, "");
        ways = ways == null ? List.of() : List.copyOf(ways);
        hours = hours == null ? List.of() : List.copyOf(hours);
        ifOther = Objects.requireNonNullElse(ifOther, "");
        codeWord = Objects.requireNonNullElse(codeWord, "");
        note = Objects.requireNonNullElse(note, "");
    }

    /** Whether she agreed to be reached in this way. */
    public boolean allows(String way) {
        return !never() && ways.contains(way);
    }

    /** Whether she asked not to be contacted at all. */
    public boolean never() {
        return ways.contains("none");
    }

    /** Whether she was asked and answered anything. */
    public boolean known() {
        return !equals(UNKNOWN);
    }

    /** The ways she did not agree to. */
    public List<String> waysNot() {
        return WAYS.stream().filter(way -> !way.equals("none") && !allows(way)).toList();
    }
}
