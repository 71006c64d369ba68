package org.haki.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A section of sixty questions, and answers to it that tell one client from another. */
public final class SixtyQuestions {

    private SixtyQuestions() {}

    /** Two languages, half of them asked after an answer, limits, a cascade of 40 villages, three rows. */
    public static String workbook() {
        var book = new StringBuilder("""
                | survey |
                | | type | name | label::English (en) | label::Español (es) | required | relevant | constraint | calculation | choice_filter |
                | | select_one yesno | go | Go on? | ¿Seguimos? | yes | | | | |
                | | select_one town | town | Town | Pueblo | | | | | |
                | | select_one village | village | Village | Aldea | | | | | town = ${town} |
                """);
        for (int i = 0; i < 25; i++) {
            book.append("| | integer | n").append(i).append(" | Number ").append(i).append(" | Número | | ${go} = 'yes' | . >= 0 and . < 1000 | | |\n");
            book.append("| | text | t").append(i).append(" | Text ").append(i).append(" | Texto | | ${n").append(i).append("} > 5 | string-length(.) < 200 | | |\n");
        }
        book.append("| | integer | total | Total | Total | | | | ${n0} + ${n1} + ${n2} + ${n3} | |\n");
        book.append("| | date | day | Day | Día | | | . <= today() | | |\n");
        book.append("| | begin repeat | child | Child | Niña | | | | | |\n| | text | name | Name | Nombre | yes | | | | |\n"
                + "| | integer | age | Age | Edad | | | . < 18 | | |\n| | end repeat | | | | | | | | |\n");
        book.append("| choices |\n| | list_name | name | label::English (en) | label::Español (es) | town |\n| | yesno | yes | Yes | Sí | |\n| | yesno | no | No | No | |\n");
        for (int i = 0; i < 4; i++) {
            book.append("| | town | w").append(i).append(" | Town ").append(i).append(" | Pueblo | |\n");
        }
        for (int i = 0; i < 40; i++) {
            book.append("| | village | v").append(i).append(" | Village ").append(i).append(" | Aldea | w").append(i % 4).append(" |\n");
        }
        return book.toString();
    }

    static Answers answers(int number) {
        var values = new LinkedHashMap<String, String>(Map.of("go", "yes", "town", "w1", "village", "v5", "day", "2026-02-01"));
        for (int i = 0; i < 25; i++) {
            values.put("n" + i, String.valueOf(number % 900 + i + 6));
            values.put("t" + i, "Some words about it");
        }
        for (int i = 0; i < 3; i++) {
            values.put("child[r" + i + "]/name", "Mina " + number);
            values.put("child[r" + i + "]/age", "" + i);
        }
        return new Answers(values, Map.of("child", List.of("r0", "r1", "r2")));
    }

    /** Whether this came of the answers with this number, and of nobody else's. */
    static boolean isOf(Filled filled, int number) {
        int first = number % 900 + 6;
        return filled.wrongs().isEmpty() && filled.answers().value("total").equals(String.valueOf(4 * first + 6))
                && filled.answers().value("child[r2]/name").equals("Mina " + number);
    }
}
