package org.haki.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The application's connections, for SQL inside a transaction only. Outside one there is nobody whose rows could be
 * seen, and what was written would be rolled back in silence.
 */
final class OnlyInTransaction extends TransactionAwareDataSourceProxy {

    OnlyInTransaction(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("SQL outside a transaction: go through work.as, or a TransactionTemplate");
        }
        return super.getConnection();
    }
}
