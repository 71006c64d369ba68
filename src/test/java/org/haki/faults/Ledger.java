package org.haki.faults;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.haki.Visitor;

/** Reporters at the public page, and what each of them can tell afterwards: what she sent, and what she was answered. */
final class Ledger {

    /** What somebody sends; the mark is what can be told of it in the database, where the words are sealed. */
    record Report(UUID op, String mark, String words, String number) {}

    /** What she was answered: 0 where the line was cut; digits only where she was told that it was received. */
    record Answer(Report report, int status, String digits, Duration after) {

        boolean acknowledged() {
            return digits != null;
        }
    }

    private static final Pattern DIGITS = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");
    private static final int REPORTERS = 4;
    private static final int BREATH = 20;

    private final int port;
    private final String path;
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    Ledger(int port, String path) {
        this.port = port;
        this.path = path;
    }

    /** Reporters send one report after the other; once the first were received, something happens. What came of all of them. */
    List<Answer> during(Happening happening) throws Exception {
        var enough = new AtomicBoolean();
        var answered = new ConcurrentLinkedQueue<Answer>();
        var reporters = IntStream.range(0, REPORTERS).mapToObj(_ -> Thread.ofPlatform().start(() -> {
            var visitor = new Visitor(port);
            while (!enough.get()) {
                answered.add(send(visitor, next()));
                HakiProcess.pause(BREATH);
            }
        })).toList();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> answered.stream().filter(Answer::acknowledged).count() > REPORTERS);
            happening.happen();
        } finally {
            enough.set(true);
            for (var reporter : reporters) {
                reporter.join();
            }
            answers.addAll(answered);
        }
        return List.copyOf(answered);
    }

    /** The same report once more, with the same operation. */
    Answer again(Report report) {
        return send(new Visitor(port), report);
    }

    /** A report that nobody sent yet. */
    Report next() {
        int next = number.incrementAndGet();
        return new Report(UUID.randomUUID(), "en-n%07d".formatted(next), "zwergkanarie%07d came at night".formatted(next),
                "07%08d".formatted(31_000_000 + next));
    }

    /** Sends a report outside the ledger's own hours, and remembers it. */
    Answer sendNext(Visitor visitor) {
        var answer = send(visitor, next());
        answers.add(answer);
        return answer;
    }

    /** Every report that was ever sent. */
    List<Report> sent() {
        return answers.stream().map(Answer::report).toList();
    }

    /** The answers of those who were told that it was received. */
    List<Answer> acknowledged() {
        return answers.stream().filter(Answer::acknowledged).toList();
    }

    private Answer send(Visitor visitor, Report report) {
        long begun = System.nanoTime();
        try {
            var page = visitor.post(path, "op", report.op().toString(), "words", report.words(), "age", "adult",
                    "reach", "call", "number", report.number(), "language", report.mark());
            var digits = DIGITS.matcher(page.text());
            return new Answer(report, page.status(), page.status() == 200 && digits.find() ? digits.group() : null, since(begun));
        } catch (UncheckedIOException cut) {
            return new Answer(report, 0, null, since(begun));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Something that happens while reports come in. */
    interface Happening {
        void happen() throws Exception;
    }
}
