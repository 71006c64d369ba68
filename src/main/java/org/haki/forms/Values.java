package org.haki.forms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.stream.Stream;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.TimeData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.data.helper.Selection;

/**
 * Haki's values as JavaRosa keeps them, and back. JavaRosa reckons with the clock of the machine; a case has the clock of its
 * organisation. So each moment is given to it as what the organisation's clock showed.
 */
final class Values {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int LETTERS_OF_DAY = 10;

    private Values() {}

    static Date day(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    static Date wall(Instant instant, ZoneId zone) {
        return Date.from(instant.atZone(zone).toLocalDateTime().atZone(ZoneId.systemDefault()).toInstant());
    }

    private static LocalDateTime shown(Date date) {
        return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDateTime();
    }

    /** A value of the document {@code case}. */
    static IAnswerData of(Object value, ZoneId zone) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> new DateData(day(day));
            case Instant instant -> new DateTimeData(wall(instant, zone));
            case Number number -> new DecimalData(number.doubleValue());
            default -> value.toString().isEmpty() ? null : new UncastData(value.toString());
        };
    }

    /** A kept answer, by the type of its bind. */
    static IAnswerData of(String type, String text, ZoneId zone) {
        return text.isEmpty() ? null : switch (type) {
            case "int" -> new IntegerData(Integer.parseInt(text));
            case "decimal" -> new DecimalData(Double.parseDouble(text));
            case "date" -> new DateData(day(LocalDate.parse(text)));
            case "time" -> new TimeData(Date.from(LocalTime.parse(text).atDate(LocalDate.EPOCH).atZone(ZoneId.systemDefault()).toInstant()));
            case "dateTime" -> new DateTimeData(wall(OffsetDateTime.parse(text).toInstant(), zone));
            default -> new StringData(text);
        };
    }

    /** Several choices: as one text JavaRosa would look for a choice of that name, find none, and blank the answer. */
    static IAnswerData several(String text) {
        return text.isEmpty() ? null : new MultipleItemsData(Stream.of(text.split(" ")).map(Selection::new).toList());
    }

    /** What JavaRosa reckoned, as it is kept; "" for nothing, or for what is no value of this type. */
    static String text(String type, IAnswerData data, ZoneId zone) {
        return data == null ? "" : switch (data) {
            case DateTimeData moment -> MOMENT.format(shown((Date) moment.getValue()).truncatedTo(ChronoUnit.SECONDS).atZone(zone));
            case DateData day -> shown((Date) day.getValue()).toLocalDate().toString();
            case TimeData time -> HOUR.format(shown((Date) time.getValue()));
            case DecimalData number -> number((Double) number.getValue());
            default -> ofText(type, data.uncast().getString());
        };
    }

    /** 4 for 4.0, never 4E9. */
    static String number(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : "";
    }

    private static String ofText(String type, String text) {
        return type.equals("date") && text.length() > LETTERS_OF_DAY ? text.substring(0, LETTERS_OF_DAY) : text.equals("NaN") ? "" : text;
    }
}
