package org.haki.database;

import java.sql.Connection;
import java.sql.SQLException;

/** New connections as haki_owner. */
@FunctionalInterface
public interface OwnerDoor {

    Connection connect() throws SQLException;
}
