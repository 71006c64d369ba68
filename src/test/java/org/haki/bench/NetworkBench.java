package org.haki.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Statements;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * bin/bench: fills a network with invented cases, starts Haki on it as users run it, and measures its pages beside the same
 * reads in bare SQL, in one run. Prints a table and writes bench/latest.json. Asserts nothing about time.
 */
@HakiTest
@Import(RecordedSql.InBetween.class)
class NetworkBench {

    private static final int CASES = Integer.getInteger("bench.cases", 200_000);
    private static final int ORGANISATIONS = Integer.getInteger("bench.organisations", 50);
    private static final int TIMES = 200;
    private static final int WARM = 1_500;
    private static final double SECONDS_AT_EIGHT = 4;

    @Autowired ApplicationContext haki;
    @Autowired Environment settings;
    @Autowired RecordedSql recorded;

    private final List<Measured> rows = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private ServedHaki served;
    private JdbcTemplate owner;
    private long postmaster;

    @Test
    @Timeout(12 * 60 * 60)
    void measures() throws Exception {
        owner = new JdbcTemplate(new DriverManagerDataSource(settings.getRequiredProperty("haki.database.owner-url")));
        var towns = new InventedTowns(haki);
        System.out.printf("%,d cases in %d organisations, through the services that people use …%n", CASES, ORGANISATIONS);
        var houses = towns.houses(ORGANISATIONS);
        towns.fill(houses, CASES);
        var house = houses.getFirst();
        var reports = towns.reports(house, 200);
        houses.stream().skip(1).limit(9).forEach(other -> towns.reports(other, 30));
        settle();
        var place = Path.of("target", "bench");
        served = ServedHaki.start(place, settings());
        try {
            long resident = measureAll(house, reports);
            print(resident);
        } finally {
            served.close();
        }
    }

    private long measureAll(InventedTowns.House house, List<String> reports) throws Exception {
        postmaster = ProcessHandle.of(owner.queryForObject("select pg_backend_pid()", Long.class)).flatMap(ProcessHandle::parent).map(ProcessHandle::pid).orElse(0L);
        var supervisor = house.supervisor();
        var worker = house.workers().getFirst();
        var codes = codes(house, worker);
        read("intake queue", house.operator(), "/intake");
        read("case list", supervisor, "/cases?owner=everyone");
        read("my cases", worker, "/cases");
        read("case", worker, "/cases/" + codes.getFirst());
        read("today", worker, "/today");
        read("dashboard", supervisor, "/reports");
        var names = names();
        write("search by name", supervisor, names.size(), n -> "/search", "/search", n -> new String[] {"q", names.get(n)});
        write("record activity", worker, Math.min(TIMES, codes.size()), n -> "/cases/" + codes.get(n) + "/activities/record",
                null, n -> new String[] {"text", "She called from her sister’s phone.", "kind", "call", "when", "now", "result", "reached"});
        write("accept", house.operator(), Math.min(120, reports.size()), n -> "/intake/" + reports.get(n) + "/acceptance", null,
                n -> new String[] {"client", "new", "owner", worker.id().toString(), "fenced", "no", "services", "given", "reporting", "given",
                    "method", "verbal_phone", "byWhom", "self", "sex", "female", "ageGroup", "adult"});
        return served.resident();
    }

    private static List<String> names() {
        var random = new SplittableRandom(7);
        return IntStream.range(0, TIMES).mapToObj(n -> InventedTowns.name(random)).toList();
    }

    /** Open cases of this worker. */
    private List<String> codes(InventedTowns.House house, Town.Person worker) {
        return Everything.in(haki).list("select code from haki.case_file where org_id = :org and status = 'open' and owner_id = '" + worker.id() + "' limit 300", house.organisation());
    }

    /** Opens a page many times: one after another beside bare SQL, then alone for its processor time, then eight at once. */
    private void read(String what, Town.Person who, String path) throws Exception {
        var reader = who.signedIn();
        var statements = RecordedSql.reading(recorded.during(() -> must(reader.get(path))));
        int queries = Statements.during(() -> must(reader.get(path))).size();
        var once = opening(path, reader.cookie("haki").orElseThrow());
        for (int n = 0; n < WARM; n++) {
            once.call();
        }
        var times = new double[TIMES];
        var bare = new double[TIMES];
        int bytes = besideBareSql(once, statements, times, bare);
        double cpu = served.cpu();
        double databaseCpu = ServedHaki.databaseCpu(postmaster);
        for (int n = 0; n < TIMES; n++) {
            once.call();
        }
        cpu = (served.cpu() - cpu) / TIMES;
        databaseCpu = (ServedHaki.databaseCpu(postmaster) - databaseCpu) / TIMES;
        add(new Measured(what, Measured.median(times), Measured.part(times, 0.95), atEight(once), cpu, databaseCpu, queries, bytes, Measured.median(bare)));
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

    /** In turns, so that a busy moment strikes both. */
    private int besideBareSql(Callable<Integer> once, List<RecordedSql.Statement> statements, double[] times, double[] bare) throws Exception {
        int bytes = 0;
        try (var connection = DriverManager.getConnection(settings.getRequiredProperty("haki.database.url"))) {
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

    /** How many a second with eight at once. */
    private double atEight(Callable<Integer> once) throws Exception {
        var done = new AtomicInteger();
        long until = System.nanoTime() + (long) (SECONDS_AT_EIGHT * 1e9);
        try (var eight = Executors.newFixedThreadPool(8)) {
            eight.invokeAll(IntStream.range(0, 8).<Callable<Void>>mapToObj(_ -> () -> {
                while (System.nanoTime() < until) {
                    once.call();
                    done.incrementAndGet();
                }
                return null;
            }).toList()).forEach(each -> each.state());
        }
        return done.get() / SECONDS_AT_EIGHT;
    }

    /** Sends a form many times, each on a page of its own that was opened before; the form with this action, or the page's own. */
    private void write(String what, Town.Person who, int times, IntFunction<String> path, String action,
            IntFunction<String[]> said) throws SQLException {
        var visitor = new Visitor(served.port());
        visitor.keep("haki", who.signedIn().cookie("haki").orElseThrow());
        var forms = IntStream.range(0, times).mapToObj(n -> form(visitor.get(path.apply(n)), action)).toList();
        int warm = Math.min(20, times / 4);
        for (int n = 0; n < warm; n++) {
            sent(forms.get(n), said.apply(n));
        }
        double cpu = served.cpu();
        double databaseCpu = ServedHaki.databaseCpu(postmaster);
        var took = new double[times - warm];
        for (int n = warm; n < times; n++) {
            long begun = System.nanoTime();
            sent(forms.get(n), said.apply(n));
            took[n - warm] = (System.nanoTime() - begun) / 1e6;
        }
        cpu = (served.cpu() - cpu) / took.length;
        databaseCpu = (ServedHaki.databaseCpu(postmaster) - databaseCpu) / took.length;
        add(new Measured(what, Measured.median(took), Measured.part(took, 0.95), 0, cpu, databaseCpu, 0, 0, 0));
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

    private void add(Measured row) {
        if (rows.isEmpty()) {
            System.out.println(Measured.HEAD);
        }
        rows.add(row);
        System.out.println(row.line());
    }

    /** Spreads what was made just now over three years, and lets PostgreSQL look at its tables. */
    private void settle() {
        owner.execute("""
                set role haki_backup;
                delete from hub.outbox;
                update haki.case_file set received_at = received_at - back, accepted_at = accepted_at - back, closing_at = closing_at - back,
                    closed_at = closed_at - back, touched_at = touched_at - back
                from (select id as this, (abs(hashtext(id::text)) % 1000) * interval '1 day' as back from haki.case_file) by where id = this;
                reset role""");
        owner.execute("vacuum analyze");
    }

    private Map<String, String> settings() {
        return Map.of("HAKI_KEYS", Path.of(settings.getRequiredProperty("haki.keys")).toAbsolutePath().toString(),
                "HAKI_DATABASE_URL", settings.getRequiredProperty("haki.database.url"),
                "HAKI_DATABASE_OWNER_URL", settings.getRequiredProperty("haki.database.owner-url"),
                "HAKI_CASE_TYPES", settings.getRequiredProperty("haki.case-types"),
                "HAKI_DISK_BALLAST", "0B");
    }

    private void print(long resident) throws IOException {
        System.out.printf(Locale.ROOT, "%n%,d cases, %d organisations; started in %.1f s; %d MB resident%n", CASES, ORGANISATIONS, served.start().toMillis() / 1e3, resident);
        Files.createDirectories(Path.of("bench"));
        Files.writeString(Path.of("bench", "latest.json"), String.format(Locale.ROOT, "{\"cases\":%d,\"organisations\":%d,\"start_s\":%.1f,\"resident_mb\":%d,\"rows\":[%n%s%n]}%n",
                CASES, ORGANISATIONS, served.start().toMillis() / 1e3, resident, rows.stream().map(Measured::json).collect(Collectors.joining(",\n"))));
    }
}
