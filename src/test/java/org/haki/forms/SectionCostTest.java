package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What it costs to reckon and check a section of sixty questions: processor time, so that a busy machine measures the same. */
class SectionCostTest {

    private static final int RUNS = 300;
    private static final double MOST_MILLISECONDS = 10;

    @Test
    void sixty_questions_cost_at_most_ten_milliseconds() {
        var engine = new FormEngine();
        var version = Books.version(workbook());
        var answers = answers();
        for (int i = 0; i < 100; i++) {
            assertThat(engine.fill(version, answers, Books.girl(), ChoiceLists.NONE).wrongs()).isEmpty();
        }
        var clock = ManagementFactory.getThreadMXBean();
        var costs = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long before = clock.getCurrentThreadCpuTime();
            engine.fill(version, answers, Books.girl(), ChoiceLists.NONE);
            costs[i] = clock.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(costs);
        System.out.printf("A section of 60 questions: %.2f ms at the median, %.2f ms at the 95th part%n", costs[RUNS / 2] / 1e6, costs[RUNS * 95 / 100] / 1e6);
        assertThat(costs[RUNS / 2] / 1e6).isLessThanOrEqualTo(MOST_MILLISECONDS);
    }

    /** Two languages, half of them asked after an answer, limits, a cascade of 40 villages, three rows. */
    private static String workbook() {
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

    private static Answers answers() {
        var values = new LinkedHashMap<String, String>(Map.of("go", "yes", "town", "w1", "village", "v5", "day", "2026-02-01"));
        for (int i = 0; i < 25; i++) {
            values.put("n" + i, "" + (i + 6));
            values.put("t" + i, "Some words about it");
        }
        for (int i = 0; i < 3; i++) {
            values.put("child[r" + i + "]/name", "Mina");
            values.put("child[r" + i + "]/age", "" + i);
        }
        return new Answers(values, Map.of("child", List.of("r0", "r1", "r2")));
    }
}
