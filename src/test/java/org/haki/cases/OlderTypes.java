package org.haki.cases;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.haki.forms.FormEngine;
import org.haki.forms.PublishedForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes case types as a start of Haki does, before the Haki of a test starts. */
public final class OlderTypes {

    private OlderTypes() {}

    public static void publish(DataSource database, List<String> patterns) {
        var jdbc = JdbcClient.create(database);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var types = new CaseTypes(patterns, new FormEngine(), new CaseTypeRepository(jdbc), transaction, Clock.systemUTC());
        new SheetForms(types, PublishedForms.in(jdbc), transaction);
    }
}
