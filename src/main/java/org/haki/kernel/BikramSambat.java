package org.haki.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Days of the calendar of Nepal. How long its months are is no rule but is announced, so they stand here as they were; a year that
 * is not announced yet is refused, not guessed.
 */
public final class BikramSambat {

    private static final int FIRST_YEAR = 2000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1943, 4, 14);
    private static final int MONTHS = 12;
    /** How many days beyond 29 each month has: a line for ten years, twelve months each, from 2000 on. */
    private static final List<String> BEYOND_29 = List.of(
            "132321110102223222101011223321101011232321110012132321110102223222101011223321101011232321110012222322011002223222101011",
            "223321101011232321110012222322011011223222101011223321101011232321110012222322011011223222101011232321101011232321110102",
            "222322101011223222101011232321110011232321110102222322101011223222101011232321110012132321110102223222101011223231101011",
            "232321110012132321110102223222101011223321101011232321110012132322011002223222101011223321101011232321110012222322011011",
            "223222101011223321101011232321110012222322011011223222101011232321101011232321110012222322101011223222101011232321110011",
            "232321110102222322101011223222101011232321110011232321110102223222101011223231101011232321110012132321110102223222101011",
            "223321101011232321110012132322010102223222101011223321101011232321110012222322011002223222101011223321101011232321110012",
            "222322011011223222101011232321101011232321110012222322101011223222101011232321110011232321110102222322101011223222101011",
            "232321110011232321110102223222101011223222101011");
    private static final List<Set<String>> NAMES = List.of(
            Set.of("baisakh", "baishakh", "vaisakh", "vaishakh", "बैशाख", "वैशाख"), Set.of("jestha", "jeth", "jyestha", "जेठ", "जेष्ठ", "ज्येष्ठ"),
            Set.of("asar", "ashadh", "ashad", "असार", "आषाढ"), Set.of("shrawan", "shravan", "saun", "साउन", "सावन", "श्रावण"),
            Set.of("bhadra", "bhadau", "भदौ", "भाद्र"), Set.of("ashwin", "aswin", "asoj", "ashoj", "असोज", "आश्विन"),
            Set.of("kartik", "kattik", "कार्तिक", "कात्तिक"), Set.of("mangsir", "marga", "मंसिर", "मङ्सिर", "मार्ग"), Set.of("poush", "paush", "pus", "पुस", "पुष", "पौष"),
            Set.of("magh", "माघ"), Set.of("falgun", "phalgun", "fagun", "फागुन", "फाल्गुन", "फाल्गुण"), Set.of("chaitra", "chait", "चैत", "चैत्र"));

    private BikramSambat() {}

    /** The day as the rest of the world has it; {@code null} where there is no such day, or its year is not known here. */
    static LocalDate day(int year, int month, int day) {
        if (length(year, month) < day || day < 1) {
            return null;
        }
        int days = day - 1;
        for (int past = FIRST_YEAR * MONTHS; past < year * MONTHS + month - 1; past++) {
            days += length(past / MONTHS, past % MONTHS + 1);
        }
        return FIRST_DAY.plusDays(days);
    }

    /** This day as Nepal writes it: 2081-05-12; "" where its year is not known here. */
    public static String of(LocalDate day) {
        long left = ChronoUnit.DAYS.between(FIRST_DAY, day);
        for (int month = FIRST_YEAR * MONTHS; left >= 0 && length(month / MONTHS, month % MONTHS + 1) > 0; month++) {
            int length = length(month / MONTHS, month % MONTHS + 1);
            if (left < length) {
                return "%04d-%02d-%02d".formatted(month / MONTHS, month % MONTHS + 1, left + 1);
            }
            left -= length;
        }
        return "";
    }

    /** Which month this word names, from 1; 0 for none. */
    static int month(String word) {
        for (int i = 0; i < MONTHS; i++) {
            if (NAMES.get(i).contains(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** How many days a month has; 0 for one that is not known. */
    private static int length(int year, int month) {
        int at = (year - FIRST_YEAR) * MONTHS + month - 1;
        if (month < 1 || month > MONTHS || at < 0 || at >= BEYOND_29.stream().mapToInt(String::length).sum()) {
            return 0;
        }
        int decade = MONTHS * 10;
        return 29 + BEYOND_29.get(at / decade).charAt(at % decade) - '0';
    }
}
