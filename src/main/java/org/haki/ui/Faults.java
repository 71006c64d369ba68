package org.haki.ui;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fault as the log may know it: classes, places in the code and SQL states, never a message, which may quote a person. */
public final class Faults {

    private static final int FRAMES = 25;

    private Faults() {}

    /** The fault and its causes, as they may stand in the log. */
    public static String of(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(8)
                .map(Faults::one)
                .collect(Collectors.joining("\nbecause of "));
    }

    private static String one(Throwable fault) {
        var state = fault instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return Stream.of(fault.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n  at " + frame)
                .collect(Collectors.joining("", fault.getClass().getName() + state, ""));
    }
}
