package org.haki.kernel;

/** What {@link Work} tells the audit trail; {@code audit} keeps it. */
public interface Trail {

    /** The last statements before the commit: appends what was done and shown to the organisation's chain. */
    void append(Actor actor, Work.Scope scope);

    /** Notes a refusal in a transaction of its own. */
    void refused(Actor actor, String verb, Problem problem);
}
