package org.haki.xlsform;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** What a cell says as text: numbers without a needless fraction, days as ISO writes them, the last value of a formula. */
record CellText(String sheet, int row, int column, boolean date1904, Problems problems) {

    private static final int LONGEST = 32_767;
    private static final BigDecimal MILLIS_A_DAY = BigDecimal.valueOf(86_400_000);
    /** The end of the year 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final LocalDateTime FIRST = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime FIRST_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** What of a format is no letter of a date: quoted text, colours and conditions. */
    private static final Pattern NOT_DATE = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|General|_.|\\*.");
    private static final Pattern UNKNOWN_TO_XML = Pattern.compile("[^\\t\\n\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]");

    String of(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE";
            case NUMBER -> number(cell, cell.asNumber());
            case ERROR -> wrong(Fault.CELL_ERROR, cell.getRawValue());
            case FORMULA -> formula(cell);
            case STRING -> tidy(cell.getText());
        };
    }

    private String number(Cell cell, BigDecimal number) {
        var format = cell.getDataFormatString();
        return format != null && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0 && isDate(format) ? date(number) : plain(number);
    }

    /** Days since the end of 1899, as Excel counts them; a fraction alone is a time. */
    private String date(BigDecimal days) {
        long millis = days.multiply(MILLIS_A_DAY).setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
        var time = (date1904 ? FIRST_1904 : FIRST).plus(millis, ChronoUnit.MILLIS);
        var text = (days.compareTo(BigDecimal.ONE) < 0 ? HOUR : DAY).format(time);
        return millis % 1000 == 0 ? text : text + "." + "%03d000".formatted(millis % 1000);
    }

    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        if (Math.abs((long) stripped.scale()) + stripped.precision() > 40) {
            return stripped.toString();
        }
        return stripped.scale() <= 0 ? stripped.toBigInteger().toString() : String.valueOf(stripped.doubleValue());
    }

    private static boolean isDate(String format) {
        var letters = NOT_DATE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.chars().anyMatch(letter -> "ymdhs".indexOf(letter) >= 0);
    }

    private String formula(Cell cell) {
        var value = cell.getValue();
        if (value == null || cell.getRawValue() == null) {
            return wrong(Fault.CELL_FORMULA);
        }
        return switch (value) {
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case BigDecimal number -> number(cell, number);
            default -> cell.getRawValue().startsWith("#") && cell.getRawValue().matches("#[A-Z/0!?]+")
                    ? wrong(Fault.CELL_ERROR, cell.getRawValue()) : tidy(String.valueOf(value));
        };
    }

    private String tidy(String typed) {
        if (typed == null) {
            return "";
        }
        var text = typed.replace('\u00a0', ' ').replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.length() > LONGEST) {
            return wrong(Fault.CELL_TOO_LONG, LONGEST);
        }
        return UNKNOWN_TO_XML.matcher(text).find() ? wrong(Fault.CELL_CHARACTER) : text;
    }

    private String wrong(Fault fault, Object... said) {
        problems.add(new Problem(fault, sheet, row, column, fault.say(said)));
        return "";
    }
}
