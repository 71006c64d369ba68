package org.haki.forms;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The forms published in a database, without a Haki around them. */
public final class PublishedForms {

    private PublishedForms() {}

    public static Forms in(JdbcClient jdbc) {
        return new Forms(new FormRepository(jdbc), Clock.systemUTC());
    }
}
