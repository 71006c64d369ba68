package org.haki;

import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Trail;
import org.haki.kernel.Work;

/** For tests of one module without the audit trail. */
public final class NoTrail implements Trail {

    @Override
    public void append(Actor actor, Work.Scope scope) {}

    @Override
    public void refused(Actor actor, String verb, Problem problem) {}
}
