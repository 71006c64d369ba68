package org.haki.forms;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.haki.kernel.Errors;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;
import org.haki.xlsform.Form;

/**
 * What somebody typed, or a device sent, as it is kept: digits of any script, days in any order. What cannot be read is said, and
 * stays as it was typed.
 *
 * @param answers what could be read
 * @param typed   at each place that could not, what was typed
 * @param reworded at each place where it is kept in another way than it was typed, what was typed
 */
public record Typing(Answers answers, Map<String, String> typed, Map<String, String> reworded, List<Wrong> wrongs) {

    private static final Set<String> REWORDED = Set.of("int", "decimal", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape");
    private static final int MOST_POINTS = 1_000;
    private static final int LONGEST = 100_000;
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d{1,15}(\\.\\d{0,10})?|\\.\\d{1,10})");
    private static final Pattern WHOLE_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[:.h ]?([0-5]\\d)(:[0-5]\\d(\\.\\d+)?)?([zZ]|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern POINT = Pattern.compile("-?\\d{1,2}(\\.\\d+)?[ ,]+-?\\d{1,3}(\\.\\d+)?([ ,]+-?\\d+(\\.\\d+)?){0,2}");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    /** Reads all that was typed, by place. */
    public static Typing read(FormVersion version, Answers raw, ZoneId zone) {
        var values = new LinkedHashMap<String, String>();
        var typed = new LinkedHashMap<String, String>();
        var reworded = new LinkedHashMap<String, String>();
        var wrongs = new ArrayList<Wrong>();
        raw.values().forEach((place, text) -> {
            var field = version.field(place);
            if (field == null || field.kind() != Form.Kind.QUESTION) {
                wrongs.add(new Wrong(place, Wrong.Kind.UNKNOWN));
                return;
            }
            var clean = Text.clean(text);
            try {
                var kept = clean.isEmpty() ? "" : kept(field, clean, zone);
                values.put(place, kept);
                if (!kept.equals(clean) && REWORDED.contains(field.bind().getOrDefault("type", ""))) {
                    reworded.put(place, clean);
                }
            } catch (Refused refused) {
                typed.put(place, clean);
                wrongs.add(new Wrong(place, refused.kind));
            }
        });
        return new Typing(new Answers(values, raw.rows()), typed, reworded, wrongs);
    }

    /** What is shown again as it was typed while nothing is saved: what could not be read, and what still stands so in these answers. */
    public Map<String, String> asTyped(Answers now) {
        var shown = new LinkedHashMap<>(typed);
        reworded.forEach((place, text) -> {
            if (answers.value(place).equals(now.value(place))) {
                shown.put(place, text);
            }
        });
        return shown;
    }

    private static String kept(Form.Field field, String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            throw new Refused(Wrong.Kind.TOO_LONG);
        }
        return switch (field.bind().getOrDefault("type", "string")) {
            case "int" -> scaled(field, String.valueOf(Integer.parseInt(matching(number(text), INTEGER, Wrong.Kind.INTEGER))));
            case "decimal" -> scaled(field, Values.number(Double.parseDouble(matching(number(text), DECIMAL, Wrong.Kind.DECIMAL))));
            case "date" -> day(field, text).toString();
            case "time" -> time(text).toString();
            case "dateTime" -> moment(text, zone);
            case "geopoint" -> point(Text.westernDigits(text));
            case "geotrace" -> points(text, 2, Wrong.Kind.TRACE);
            case "geoshape" -> points(text, 3, Wrong.Kind.SHAPE);
            default -> field.type().equals("select_one") || OptionsNow.isMany(field) ? text.replaceAll("\\s+", " ") : text;
        };
    }

    /** 1,234 and 1 234 are 1234 where it can only be that; a single comma or the Arabic sign is a decimal point. */
    private static String number(String text) {
        var plain = Text.westernDigits(text).replace('\u2212', '-').replaceAll("[\\s\u00a0\u202f\u066c']", "").replace('\u066b', '.');
        if (plain.matches("[-+]?\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d*)?")) {
            return plain.replace(",", "");
        }
        return plain.indexOf(',') == plain.lastIndexOf(',') && !plain.contains(".") ? plain.replace(',', '.') : plain;
    }

    private static String matching(String text, Pattern pattern, Wrong.Kind kind) {
        if (!pattern.matcher(text).matches()) {
            throw new Refused(kind);
        }
        return text;
    }

    /** A place on this earth. */
    private static String point(String text) {
        var point = matching(text, POINT, Wrong.Kind.POINT).replaceAll("[ ,]+", " ");
        var parts = point.split(" ");
        if (Math.abs(Double.parseDouble(parts[0])) > 90 || Math.abs(Double.parseDouble(parts[1])) > 180) {
            throw new Refused(Wrong.Kind.POINT);
        }
        return point;
    }

    /** Points of a line or an area, one after another; an area ends where it begins. */
    private static String points(String text, int least, Wrong.Kind kind) {
        var points = new ArrayList<String>();
        for (var one : Text.westernDigits(text).split("[;\\n]")) {
            if (!one.isBlank()) {
                points.add(point(one.strip()));
            }
        }
        if (Set.copyOf(points).size() < least || points.size() > MOST_POINTS) {
            throw new Refused(kind);
        }
        if (kind == Wrong.Kind.SHAPE && !points.getFirst().equals(points.getLast())) {
            points.add(points.getFirst());
        }
        return String.join("; ", points);
    }

    /** A number that its scale has. */
    private static String scaled(Form.Field field, String number) {
        var scale = Scale.of(field);
        if (scale != null && !scale.has(number)) {
            throw new Refused(Wrong.Kind.SCALE);
        }
        return number;
    }

    /** A day; where only the month or the year is asked, the first of it. */
    private static LocalDate day(Form.Field field, String text) {
        var appearance = List.of(field.control().getOrDefault("appearance", "").split("\\s+"));
        boolean year = appearance.contains("year");
        if ((year || appearance.contains("month-year")) && !WHOLE_DAY.matcher(text).matches()) {
            var errors = new Errors();
            var known = PartialDate.read(text, "", errors);
            if (known == null || !errors.isEmpty() || known.about() || known.month() == null && !year) {
                throw new Refused(year ? Wrong.Kind.YEAR : Wrong.Kind.MONTH);
            }
            return known.earliest();
        }
        return day(text);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
        } catch (DateTimeParseException otherwise) {
            var errors = new Errors();
            var day = PartialDate.read(text, "", errors);
            if (day == null || !errors.isEmpty() || day.day() == null || day.about()) {
                throw new Refused(Wrong.Kind.DATE);
            }
            return day.earliest();
        }
    }

    private static LocalTime time(String text) {
        var read = TIME.matcher(Text.westernDigits(text));
        if (!read.matches()) {
            throw new Refused(Wrong.Kind.TIME);
        }
        return LocalTime.of(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2)));
    }

    private static String moment(String text, ZoneId zone) {
        try {
            return MOMENT.format(OffsetDateTime.parse(text).atZoneSameInstant(zone));
        } catch (DateTimeParseException otherwise) {
            int between = Math.max(text.lastIndexOf(' '), text.lastIndexOf('T'));
            if (between < 0) {
                throw new Refused(Wrong.Kind.DATE_TIME);
            }
            try {
                return MOMENT.format(day(text.substring(0, between)).atTime(time(text.substring(between + 1))).atZone(zone));
            } catch (Refused refused) {
                throw new Refused(Wrong.Kind.DATE_TIME);
            }
        }
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Wrong.Kind kind;

        private Refused(Wrong.Kind kind) {
            super(null, null, false, false);
            this.kind = kind;
        }
    }
}
