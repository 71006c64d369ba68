package org.haki.audit;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The proof of the trail, for tests that look at the database of another process. */
public final class Chains {

    private Chains() {}

    /** The chain as this door to the database shows it; the door is that of haki_app. */
    public static AuditChain in(DataSource application) {
        return new AuditChain(
                new AuditRepository(JdbcClient.create(application)), new TransactionTemplate(new JdbcTransactionManager(application)));
    }
}
