package org.haki.database;

/** Asked before a database that already holds something is changed: time to keep a copy. Implemented by operations. */
public interface BeforeMigrating {

    /** Does it, or throws, and then nothing is changed. */
    void run(OwnerDoor owner);
}
