package org.haki.intake;

import java.util.UUID;
import org.haki.kernel.Actor;
import org.springframework.stereotype.Service;

/** Reports from every channel: the one door by which they come in, and what modules above may ask of them. */
@Service
public class Intakes {

    /**
     * Takes in a report. Every channel comes through here: the public page, the operator who types a call, later SMS,
     * e-mail and voice. The caller sees to it that an operation comes once.
     */
    public Received receive(Actor actor, Told told) {
        throw new IllegalStateException("coming");
    }

    /** What the one who told us may read of it; asked by Haki itself once her receipt was recognised. */
    public PublicStatus status(Actor system, UUID intake) {
        throw new IllegalStateException("coming");
    }

    /** What intake has for the Today page of this person; {@code null} for those who do not see intakes. */
    public ForToday forToday(Actor actor) {
        throw new IllegalStateException("coming");
    }

    /** Erases what is due: keys, words, tokens and receipts go, the shell and the facts stay. Answers how many. */
    public int eraseDue(Actor system) {
        throw new IllegalStateException("coming");
    }
}
