package org.haki.cases;

import org.haki.kernel.Actor;
import org.haki.kernel.Errors;

/** Asked before a case may be proposed for closing; implemented by modules above that know of unfinished work. */
public interface ClosingCheck {

    /** What still stands in the way; empty when nothing does. */
    Errors check(Actor actor, CaseFile file);

    /** What stands in the way of leaving it briefly; less, where something ends with that by itself. */
    default Errors checkBriefly(Actor actor, CaseFile file) {
        return check(actor, file);
    }
}
