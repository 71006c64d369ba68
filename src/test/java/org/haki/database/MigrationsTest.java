package org.haki.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void every_migration_runs_as_the_owner_on_an_empty_database() throws SQLException {
        var database = TestDatabase.fresh();
        try (var connection = database.owner().getConnection();
                var found = connection.createStatement().executeQuery("select count(*) from haki.case_file")) {
            found.next();
            assertThat(found.getInt(1)).isZero();
        }
    }
}
