package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it takes to reckon and check a section of sixty questions, in steps: how long that is {@code bin/bench sections} says. */
class SectionCostTest {

    private static final int MOST_STEPS = 2_000;

    private final FormEngine engine = new FormEngine();
    private final FormVersion version = Books.version(SixtyQuestions.workbook());

    @Test
    void sixty_questions_take_few_steps() {
        var filled = engine.fill(version, SixtyQuestions.answers(0), Books.girl(), ChoiceLists.NONE, MOST_STEPS);
        assertThat(SixtyQuestions.isOf(filled, 0)).isTrue();
    }

    @Test
    void four_hundred_at_once_are_each_reckoned_from_their_own_answers() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var asked = threads.invokeAll(IntStream.range(0, 400).<Callable<Boolean>>mapToObj(number -> () -> SixtyQuestions.isOf(
                    engine.fill(version, SixtyQuestions.answers(number), Books.girl(), ChoiceLists.NONE), number)).toList());
            for (var right : asked) {
                assertThat(right.get()).isTrue();
            }
        }
    }
}
