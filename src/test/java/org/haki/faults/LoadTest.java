package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.haki.Page;
import org.haki.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F11: ten times as many as usual come at once, for ten minutes. */
class LoadTest {

    private static final int USUAL = 20;
    private static final int TIMES = 10;
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("haki.load.seconds", 600));
    private static final Duration USUALLY = LONG.dividedBy(10);
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final Duration QUICK = Duration.ofMillis(500);
    private static final String REPORT = "/report/riverbend-helpline";

    /** What somebody was answered, and after how long; 0 where the line was cut. */
    record Answer(int status, String comeAgain, Duration after) {}

    @Test
    @Tag("soak")
    void F11_ten_times_the_load_is_answered_or_told_to_come_again_and_afterwards_all_is_as_before() throws Exception {
        try (var haki = HakiProcess.in(Path.of("target", "load-haki"))) {
            haki.start();
            var link = haki.setUpLink();
            new Visitor(haki.port()).fill(link, link, "organisation", "Riverbend Helpline", "region", "KE", "zone", "Africa/Nairobi",
                    "language", "en", "office", "Main desk", "name", "Tomasz Wilk", "signInName", "tomasz");
            var ledger = new Ledger(haki.port(), REPORT);
            come(haki, ledger, USUAL, USUALLY);
            var before = slowest(come(haki, ledger, USUAL, USUALLY));
            var many = come(haki, ledger, USUAL * TIMES, LONG);
            assertThat(many).extracting(Answer::status).isSubsetOf(200, 429, 503);
            assertThat(many.stream().filter(answer -> answer.status() != 200 && answer.comeAgain().isEmpty()).map(Answer::status).distinct())
                    .as("those who were not told when to come again").isEmpty();
            come(haki, ledger, USUAL, BACK.minus(USUALLY).isNegative() ? USUALLY : BACK.minus(USUALLY));
            var after = slowest(come(haki, ledger, USUAL, USUALLY));
            System.out.printf("Before %s, with ten times as many %s (%d of %d told to come again), afterwards %s%n", before, slowest(many),
                    many.stream().filter(answer -> answer.status() != 200).count(), many.size(), after);
            assertThat(after).as("95 in a hundred, a minute later").isLessThan(before.multipliedBy(2).plus(QUICK));
            assertThat(Files.readString(haki.writings().getFirst())).doesNotContain("OutOfMemoryError");
            assertThat(haki.postmaster()).isPresent();
        }
    }

    /** So many at once, each one page after the other, every third of them a report, for so long. */
    private static List<Answer> come(HakiProcess haki, Ledger ledger, int many, Duration time) throws InterruptedException {
        var over = new AtomicBoolean();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        var all = IntStream.range(0, many).mapToObj(_ -> Thread.ofVirtual().start(() -> {
            var visitor = new Visitor(haki.port());
            for (int n = 0; !over.get(); n++) {
                answers.add(n % 3 == 0 ? send(visitor, ledger) : ask(visitor, n % 3 == 1 ? REPORT : "/status/riverbend-helpline"));
                HakiProcess.pause(100);
            }
        })).toList();
        Thread.sleep(time);
        over.set(true);
        for (var one : all) {
            one.join();
        }
        return List.copyOf(answers);
    }

    private static Answer ask(Visitor visitor, String path) {
        long begun = System.nanoTime();
        try {
            var page = visitor.get(path);
            return answer(page, begun);
        } catch (UncheckedIOException cut) {
            return new Answer(0, "", since(begun));
        }
    }

    private static Answer send(Visitor visitor, Ledger ledger) {
        long begun = System.nanoTime();
        var report = ledger.next();
        try {
            var page = visitor.post(REPORT, "op", report.op().toString(), "words", report.words(), "age", "adult", "reach", "none");
            return answer(page, begun);
        } catch (UncheckedIOException cut) {
            return new Answer(0, "", since(begun));
        }
    }

    private static Answer answer(Page page, long begun) {
        return new Answer(page.status(), Objects.requireNonNullElse(page.header("Retry-After"), ""), since(begun));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** After how long 95 in a hundred were answered. */
    private static Duration slowest(List<Answer> answers) {
        var all = answers.stream().filter(answer -> answer.status() == 200).map(Answer::after).sorted().toList();
        assertThat(all).isNotEmpty();
        return all.get(all.size() * 95 / 100);
    }
}
