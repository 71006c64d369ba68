package org.haki.cases;

import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;

/** What a newer version of its type makes of a case, for the module that keeps that part; implemented by modules above. */
public interface UpgradePart {

    /** From here until the commit nobody else writes this part. */
    default void lock(Actor actor, Upgrading upgrading) {}

    /** What would become of every name that is in use; nothing is changed. */
    List<UpgradeLine> foresee(Actor actor, Upgrading upgrading);

    /** Does it, in the deed that brings the case to the newer version. */
    void bring(Actor actor, Upgrading upgrading, Op op);
}
