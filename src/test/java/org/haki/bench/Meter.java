package org.haki.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.haki.Page;
import org.haki.Statements;
import org.haki.Visitor;

/**
 * Measures pages and forms of a served Haki beside the same statements in bare SQL. What they ask is learnt from the Haki of
 * the test, which has the same database.
 */
final class Meter {

    private static final int TIMES = Integer.getInteger("bench.times", 200);
    private static final int WARM = Integer.getInteger("bench.warm", 3_000);
    private static final double SECONDS_AT_EIGHT = 4;

    /**
     * A form that is sent again and again.
     *
     * @param path   the page on which it is drawn, by its turn
     * @param action where it goes; {@code null} for the page's own form
     * @param said   what is typed, by its turn
     * @param reads  whether it only reads, so that it can be asked again in bare SQL
     */
    record Asked(String what, Network.Staff who, IntFunction<String> path, String action, IntFunction<String[]> said, boolean reads) {}

    private final ServedHaki served;
    private final RecordedSql recorded;
    private final String databaseUrl;
    private final long postmaster;
    private final HttpClient http = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();

    Meter(ServedHaki served, RecordedSql recorded, String databaseUrl, long postmaster) {
        this.served = served;
        this.recorded = recorded;
        this.databaseUrl = databaseUrl;
        this.postmaster = postmaster;
    }

    /** Opens a page many times: one after another beside bare SQL, then alone for its processor time, then eight at once. */
    Measured read(String what, Network.Staff who, String path) throws Exception {
        var reader = who.signedIn();
        var statements = RecordedSql.reading(recorded.during(() -> must(reader.get(path))));
        int queries = Statements.during(() -> must(reader.get(path))).size();
        var once = opening(path, reader.cookie("haki").orElseThrow());
        warm(once, WARM);
        served.calm();
        warm(once, WARM / 2);
        served.calm();
        var times = new double[TIMES];
        var bare = new double[TIMES];
        int bytes = besideBareSql(once, statements, times, bare);
        var used = new Used();
        for (int n = 0; n < TIMES; n++) {
            once.call();
        }
        double cpu = used.cpu(TIMES);
        double databaseCpu = used.databaseCpu(TIMES);
        return new Measured(what, Measured.median(times), Measured.part(times, 0.95), atEight(once), cpu, databaseCpu, queries, bytes, Measured.median(bare));
    }

    /**
     * Sends a form many times, each on a page of its own that was opened before: the turn 0 to the Haki of the test, to learn
     * what it asks, then the others, of which the first ones only warm up.
     */
    Measured send(Asked asked, int turns) throws Exception {
        var here = asked.who().signedIn();
        var drawn = form(here.get(asked.path().apply(0)), asked.action());
        var statements = RecordedSql.reading(recorded.during(() -> sent(drawn, asked.said().apply(0))));
        var again = form(here.get(asked.path().apply(1)), asked.action());
        int queries = Statements.during(() -> sent(again, asked.said().apply(1))).size();
        var visitor = new Visitor(served.port());
        visitor.keep("haki", here.cookie("haki").orElseThrow());
        int times = Math.min(TIMES, turns / 2);
        for (int n = 2; n < turns - times; n++) {
            sent(form(visitor.get(asked.path().apply(n)), asked.action()), asked.said().apply(n));
        }
        var forms = IntStream.range(turns - times, turns).mapToObj(n -> form(visitor.get(asked.path().apply(n)), asked.action())).toList();
        served.calm();
        var took = new double[times];
        var used = new Used();
        for (int n = 0; n < times; n++) {
            long begun = System.nanoTime();
            sent(forms.get(n), asked.said().apply(turns - times + n));
            took[n] = (System.nanoTime() - begun) / 1e6;
        }
        return new Measured(asked.what(), Measured.median(took), Measured.part(took, 0.95), 0, used.cpu(times), used.databaseCpu(times), queries, 0,
                asked.reads() ? bareSql(statements) : 0);
    }

    /** Processor time from this moment on. */
    private final class Used {

        private final double cpu = served.cpu();
        private final double databaseCpu = ServedHaki.databaseCpu(postmaster);

        double cpu(int times) {
            return (served.cpu() - cpu) / times;
        }

        double databaseCpu(int times) {
            return (ServedHaki.databaseCpu(postmaster) - databaseCpu) / times;
        }
    }

    /** One opening of this page; answers how many bytes came. */
    private Callable<Integer> opening(String path, String cookie) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                .header("Cookie", "haki=" + cookie).header("Accept-Encoding", "gzip").GET().build();
        return () -> {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body().length;
        };
    }

    /** Four at once, for it takes thousands of openings until the virtual machine has compiled what it will. */
    private static void warm(Callable<Integer> once, int times) throws Exception {
        try (var four = Executors.newFixedThreadPool(4)) {
            for (var each : four.invokeAll(Collections.nCopies(times, once))) {
                each.get();
            }
        }
    }

    /** In turns, so that a busy moment strikes both. */
    private int besideBareSql(Callable<Integer> once, List<RecordedSql.Statement> statements, double[] times, double[] bare) throws Exception {
        int bytes = 0;
        try (var connection = DriverManager.getConnection(databaseUrl)) {
            connection.setAutoCommit(false);
            for (int n = 0; n < 20; n++) {
                RecordedSql.again(connection, statements);
            }
            for (int n = 0; n < TIMES; n++) {
                bare[n] = RecordedSql.again(connection, statements);
                long begun = System.nanoTime();
                bytes = once.call();
                times[n] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return bytes;
    }

    private double bareSql(List<RecordedSql.Statement> statements) throws Exception {
        var bare = new double[TIMES];
        besideBareSql(() -> 0, statements, new double[TIMES], bare);
        return Measured.median(bare);
    }

    /** How many a second with eight at once. */
    private double atEight(Callable<Integer> once) throws Exception {
        var done = new AtomicInteger();
        long until = System.nanoTime() + (long) (SECONDS_AT_EIGHT * 1e9);
        try (var eight = Executors.newFixedThreadPool(8)) {
            for (var each : eight.invokeAll(IntStream.range(0, 8).<Callable<Void>>mapToObj(_ -> () -> {
                while (System.nanoTime() < until) {
                    once.call();
                    done.incrementAndGet();
                }
                return null;
            }).toList())) {
                each.get();
            }
        }
        return done.get() / SECONDS_AT_EIGHT;
    }

    private static Page.Form form(Page page, String action) {
        var forms = page.forms().stream().filter(form -> action == null ? form.value("op") != null && form.fields().size() > 4 : form.action().equals(action)).toList();
        assertThat(forms).as("forms of %s", page.text()).isNotEmpty();
        return forms.getFirst();
    }

    private static void sent(Page.Form form, String[] said) {
        var answer = form.send(said);
        if (answer.status() >= 400) {
            throw new IllegalStateException(form.action() + " answered " + answer.status() + ": " + answer.text());
        }
    }

    private static void must(Page page) {
        if (page.status() != 200) {
            throw new IllegalStateException("Answered " + page.status() + ": " + page.text());
        }
    }
}
