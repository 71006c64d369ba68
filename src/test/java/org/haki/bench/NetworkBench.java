package org.haki.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haki.audit.AuditChain;
import org.haki.database.KeptDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/**
 * bin/bench: fills a network with invented cases, or takes one that was filled before, starts Haki on it as users run it, and
 * measures its pages beside the same reads in bare SQL, in one run. Prints a table and writes bench/latest.json. Asserts nothing
 * about time.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"haki.strict=true", "haki.jobs=false", "haki.disk-ballast=0B", "haki.passwords.memory=1024", "haki.passwords.passes=1"})
@ContextConfiguration(initializers = NetworkBench.OnItsNetwork.class)
@Import(RecordedSql.InBetween.class)
class NetworkBench {

    private static final Path FOLDER = Path.of(System.getProperty("bench.data", "target/bench/network"));
    private static final int CASES = Integer.getInteger("bench.cases", 200_000);
    private static final int ORGANISATIONS = Integer.getInteger("bench.organisations", 50);
    /** How often each form is sent, most of them only to warm up. */
    private static final int FORMS = Integer.getInteger("bench.forms", 600);
    private static final int SHEETS = FORMS / 2;

    /** The database and the keys in the network's folder. */
    static class OnItsNetwork implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = KeptDatabase.in(FOLDER.resolve("data"));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("network", Map.of(
                    "haki.data", FOLDER.resolve("haki").toString(),
                    "haki.keys", FOLDER.resolve("keys").toString(),
                    "haki.database.url", database.url(),
                    "haki.database.owner-url", database.ownerUrl())));
        }
    }

    @Autowired ApplicationContext haki;
    @Autowired Environment settings;
    @Autowired RecordedSql recorded;

    private final List<Measured> rows = new ArrayList<>();
    private ServedHaki served;
    private JdbcTemplate superuser;
    private Meter meter;

    @Test
    @Timeout(12 * 60 * 60)
    void measures() throws Exception {
        superuser = new JdbcTemplate(KeptDatabase.in(FOLDER.resolve("data")).superuser());
        var filler = new Filler(haki, KeptDatabase.in(FOLDER.resolve("data")).superuser());
        var kept = Network.in(FOLDER);
        var network = kept == null ? filler.found(FOLDER, ORGANISATIONS, SHEETS) : kept;
        boolean grows = CASES > network.cases();
        network = grows ? filler.grown(FOLDER, network, CASES) : network;
        var house = network.houses().getFirst();
        var towns = new InventedTowns(haki);
        towns.reports(house, Math.max(0, FORMS - waiting(house).size()));
        if (grows) {
            holds(house);
        }
        if (Boolean.getBoolean("bench.fill-only")) {
            return;
        }
        served = ServedHaki.start(Path.of("target", "bench"), settings());
        try {
            meter = new Meter(served, recorded, settings.getRequiredProperty("haki.database.url"), postmaster());
            pages(house);
            forms(house, network.advice());
            print(network, served.resident());
        } finally {
            served.close();
        }
    }

    /** What was copied is what the services would have made: a page, the figures and the trail say so. */
    private void holds(Network.House house) {
        var oldest = text("select code from haki.case_file where org_id = ? order by id limit 1", house);
        var page = staff(house, house.supervisor()).signedIn().get("/cases/" + oldest);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(text("select count(*) from facts.fact where org_id = ? and kind = 'case_accepted'", house))
                .isEqualTo(text("select count(*) from haki.case_file where org_id = ?", house));
        assertThat(haki.getBean(AuditChain.class).verify(house.organisation()).broken()).isEmpty();
    }

    private void pages(Network.House house) throws Exception {
        var supervisor = staff(house, house.supervisor());
        var worker = staff(house, house.workers().getFirst());
        add(meter.read("intake queue", staff(house, house.operator()), "/intake"));
        add(meter.read("case list", supervisor, "/cases?owner=everyone"));
        add(meter.read("my cases", worker, "/cases"));
        add(meter.read("case", worker, "/cases/" + codes(house, worker.id()).getFirst()));
        add(meter.read("today", worker, "/today"));
        add(meter.read("dashboard", supervisor, "/reports"));
    }

    private void forms(Network.House house, Network.House advice) throws Exception {
        var worker = staff(house, house.workers().get(1));
        var names = names();
        var codes = codes(house, worker.id());
        var reports = waiting(house);
        var sheets = codes(advice, advice.workers().getFirst());
        add(meter.send(new Meter.Asked("search by name", staff(house, house.supervisor()), _ -> "/search", "/search", n -> new String[] {"q", names.get(n)}, true), FORMS));
        add(meter.send(new Meter.Asked("accept", staff(house, house.operator()), n -> "/intake/" + reports.get(n) + "/acceptance", null,
                _ -> new String[] {"client", "new", "owner", worker.id().toString(), "fenced", "no", "services", "given", "reporting", "given",
                    "method", "verbal_phone", "byWhom", "self", "sex", "female", "ageGroup", "adult"}, false), FORMS));
        add(meter.send(new Meter.Asked("record activity", worker, n -> "/cases/" + codes.get(n % codes.size()) + "/activities/record", null,
                _ -> new String[] {"text", "She called from her sister’s phone.", "kind", "call", "when", "now", "result", "reached"}, false), FORMS));
        add(meter.send(new Meter.Asked("save a section", staff(advice, advice.workers().getFirst()), n -> "/cases/" + sheets.get(n % SHEETS) + "/sheet/problem", null,
                n -> new String[] {"a/topic", "labour", "a/matter", n < SHEETS ? "dismissal" : "wages"}, false), FORMS));
    }

    private Network.Staff staff(Network.House house, UUID id) {
        return Network.staff(haki, house, id);
    }

    private String text(String sql, Network.House house) {
        return superuser.queryForObject(sql, String.class, house.organisation());
    }

    /** Reports that wait. */
    private List<String> waiting(Network.House house) {
        return superuser.queryForList("select code from haki.intake where org_id = ? and state = 'received' order by received_at desc", String.class, house.organisation());
    }

    /** Open cases of this worker, the oldest first: copies, where there are any. */
    private List<String> codes(Network.House house, UUID worker) {
        return superuser.queryForList("select code from haki.case_file where org_id = ? and status = 'open' and owner_id = ? order by id limit 300", String.class,
                house.organisation(), worker);
    }

    /** The server in which all backends run; asked for while its backend is still there. */
    private long postmaster() {
        return superuser.execute((ConnectionCallback<Long>) connection -> {
            try (var asked = connection.createStatement(); var row = asked.executeQuery("select pg_backend_pid()")) {
                row.next();
                return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).map(ProcessHandle::pid).orElse(0L);
            }
        });
    }

    private static List<String> names() {
        var random = new SplittableRandom(7);
        return IntStream.range(0, FORMS).mapToObj(_ -> InventedTowns.name(random)).toList();
    }

    private void add(Measured row) {
        if (rows.isEmpty()) {
            System.out.println(Measured.HEAD);
        }
        rows.add(row);
        System.out.println(row.line());
    }

    private Map<String, String> settings() {
        return Map.of("HAKI_KEYS", Path.of(settings.getRequiredProperty("haki.keys")).toAbsolutePath().toString(),
                "HAKI_DATABASE_URL", settings.getRequiredProperty("haki.database.url"),
                "HAKI_DATABASE_OWNER_URL", settings.getRequiredProperty("haki.database.owner-url"),
                "HAKI_DISK_BALLAST", "0B");
    }

    private void print(Network network, long resident) throws IOException {
        System.out.printf(Locale.ROOT, "%n%,d cases, %d organisations; started in %.1f s; %d MB resident%n", network.cases(), network.houses().size(), served.start().toMillis() / 1e3, resident);
        Files.createDirectories(Path.of("bench"));
        Files.writeString(Path.of("bench", "latest.json"), String.format(Locale.ROOT, "{\"cases\":%d,\"organisations\":%d,\"start_s\":%.1f,\"resident_mb\":%d,\"rows\":[%n%s%n]}%n",
                network.cases(), network.houses().size(), served.start().toMillis() / 1e3, resident, rows.stream().map(Measured::json).collect(Collectors.joining(",\n"))));
    }
}
