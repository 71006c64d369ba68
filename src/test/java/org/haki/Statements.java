package org.haki;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Which statements a page sends to PostgreSQL, its session, its context and its audit entry apart. */
public final class Statements {

    private static final Pattern APART = Pattern.compile("set_config|append_audit|hub\\.\\w*session|hub\\.actor|hub\\.organisation|set local role");

    private Statements() {}

    /** The statements sent while this runs. */
    public static List<String> during(Runnable deed) {
        var logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        var heard = new ListAppender<ILoggingEvent>();
        heard.setContext(logger.getLoggerContext());
        heard.start();
        var level = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(heard);
        try {
            deed.run();
        } finally {
            logger.detachAppender(heard);
            logger.setAdditive(true);
            logger.setLevel(level);
        }
        return heard.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement ["))
                .map(message -> message.substring(message.indexOf('[') + 1).replaceAll("\\s+", " "))
                .filter(sql -> !APART.matcher(sql).find())
                .toList();
    }
}
