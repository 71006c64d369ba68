package org.haki.cases;

import org.haki.people.Identity;

/**
 * What stands on top of every page about a case; drawn whole by {@code CaseHead.jte}, as one line by {@code CaseLine.jte}.
 *
 * @param client    opened; {@code null} where the reader may not see her
 * @param owner     the owner's name, or "" where the case is in the office's queue
 * @param next      what is due next, or {@code null}
 * @param mayWrite  whether the reader may write in it now
 * @param mayAssign whether the reader may give it to somebody
 */
public record CaseHead(
        CaseFile file, CaseType type, Identity client, String owner, NextDeadlines.Next next, boolean mayWrite, boolean mayAssign) {

    /** Whether stages apply now. */
    public boolean isOpen() {
        return file.isOpen();
    }

    /** Which stage it is in, counted from 1. */
    public int place() {
        return type.place(file.stage());
    }

    /** How many stages there are. */
    public int stages() {
        return type.stages().size();
    }
}
