package org.haki.operations;

import java.time.Instant;
import java.util.List;

/**
 * The first thing in a backup: what is needed to make the tables before they are filled.
 *
 * @param step   the step of the migrations at which the database was
 * @param tables in an order in which they can be filled
 */
record BackupTitle(String step, Instant takenAt, List<Table> tables) {

    /** A table and the columns that were copied, both as they are named in SQL. */
    record Table(String name, List<String> columns) {}
}
