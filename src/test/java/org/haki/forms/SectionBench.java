package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to reckon and check a section of sixty questions: {@code bin/bench sections}. Processor time, so that a busy
 * machine measures nearly the same. No test: it asserts only that what was measured came out right.
 */
class SectionBench {

    private static final int WARM = 300;
    private static final int RUNS = 1000;
    private static final int AT_ONCE = 400;

    private final FormEngine engine = new FormEngine();
    private final FormVersion version = Books.version(SixtyQuestions.workbook());

    @Test
    void sections() throws Exception {
        IntStream.range(0, WARM).forEach(this::cost);
        print("one after another", IntStream.range(0, RUNS).mapToLong(this::cost).toArray());
        try (var threads = Executors.newFixedThreadPool(16)) {
            var costs = threads.invokeAll(IntStream.range(0, AT_ONCE).<Callable<Long>>mapToObj(number -> () -> cost(number)).toList());
            var all = new long[AT_ONCE];
            for (int i = 0; i < AT_ONCE; i++) {
                all[i] = costs.get(i).get();
            }
            print(AT_ONCE + " at once, 16 at a time, all right", all);
        }
    }

    private long cost(int number) {
        var answers = SixtyQuestions.answers(number);
        var clock = ManagementFactory.getThreadMXBean();
        long before = clock.getCurrentThreadCpuTime();
        var filled = engine.fill(version, answers, Books.girl(), ChoiceLists.NONE);
        long cost = clock.getCurrentThreadCpuTime() - before;
        assertThat(SixtyQuestions.isOf(filled, number)).isTrue();
        return cost;
    }

    private static void print(String how, long[] costs) {
        Arrays.sort(costs);
        System.out.printf("60 questions, %s: %.2f ms of processor time at the median, %.2f ms at the 95th part%n", how,
                costs[costs.length / 2] / 1e6, costs[costs.length * 95 / 100] / 1e6);
    }
}
