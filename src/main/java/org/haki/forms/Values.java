package org.haki.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.UncastData;

/** Haki's values as JavaRosa keeps them. */
final class Values {

    private Values() {}

    /** JavaRosa keeps a day as the midnight of the machine's zone. */
    static Date day(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    static IAnswerData of(Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> new DateData(day(day));
            case Instant instant -> new DateTimeData(Date.from(instant));
            case Number number -> new DecimalData(number.doubleValue());
            default -> value.toString().isEmpty() ? null : new UncastData(value.toString());
        };
    }
}
