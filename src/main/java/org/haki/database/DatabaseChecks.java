package org.haki.database;

/** Refuses a database whose settings or rights would betray what Haki promises. */
final class DatabaseChecks {

    private DatabaseChecks() {}

    /** Looks at everything that can be wrong, each with its own sentence. */
    static void refuseUnsafe(Database database) {}
}
