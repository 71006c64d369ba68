package org.haki.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.ConnectionCallback;
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
    /** How often each form is sent, most of them only to warm up. */
    private static final int FORMS = Integer.getInteger("bench.forms", 600);
    private static final int SHEETS = FORMS / 2;

    @Autowired ApplicationContext haki;
    @Autowired Environment settings;
    @Autowired RecordedSql recorded;

    private final List<Measured> rows = new ArrayList<>();
    private ServedHaki served;
    private JdbcTemplate owner;
    private Meter meter;

    @Test
    @Timeout(12 * 60 * 60)
    void measures() throws Exception {
        owner = new JdbcTemplate(new DriverManagerDataSource(settings.getRequiredProperty("haki.database.owner-url")));
        var towns = new InventedTowns(haki);
        System.out.printf("%,d cases in %d organisations, through the services that people use …%n", CASES, ORGANISATIONS);
        var houses = towns.houses(ORGANISATIONS);
        towns.fill(houses, CASES);
        var house = houses.getFirst();
        var reports = towns.reports(house, FORMS);
        houses.stream().skip(1).limit(9).forEach(other -> towns.reports(other, 30));
        var advice = towns.houses(2).getFirst();
        var sheets = towns.adviceCases(advice, SHEETS);
        settle();
        served = ServedHaki.start(Path.of("target", "bench"), settings());
        try {
            meter = new Meter(served, recorded, settings.getRequiredProperty("haki.database.url"), postmaster());
            pages(house);
            forms(house, reports, advice, sheets);
            print(served.resident());
        } finally {
            served.close();
        }
    }

    private void pages(InventedTowns.House house) throws Exception {
        var supervisor = house.supervisor();
        var worker = house.workers().getFirst();
        add(meter.read("intake queue", house.operator(), "/intake"));
        add(meter.read("case list", supervisor, "/cases?owner=everyone"));
        add(meter.read("my cases", worker, "/cases"));
        add(meter.read("case", worker, "/cases/" + codes(house, worker).getFirst()));
        add(meter.read("today", worker, "/today"));
        add(meter.read("dashboard", supervisor, "/reports"));
    }

    private void forms(InventedTowns.House house, List<String> reports, InventedTowns.House advice, List<String> sheets) throws Exception {
        var worker = house.workers().getFirst();
        var names = names();
        var codes = codes(house, worker);
        add(meter.send(new Meter.Asked("search by name", house.supervisor(), _ -> "/search", "/search", n -> new String[] {"q", names.get(n)}, true), FORMS));
        add(meter.send(new Meter.Asked("accept", house.operator(), n -> "/intake/" + reports.get(n) + "/acceptance", null,
                _ -> new String[] {"client", "new", "owner", worker.id().toString(), "fenced", "no", "services", "given", "reporting", "given",
                    "method", "verbal_phone", "byWhom", "self", "sex", "female", "ageGroup", "adult"}, false), FORMS));
        add(meter.send(new Meter.Asked("record activity", worker, n -> "/cases/" + codes.get(n % codes.size()) + "/activities/record", null,
                _ -> new String[] {"text", "She called from her sister’s phone.", "kind", "call", "when", "now", "result", "reached"}, false), FORMS));
        add(meter.send(new Meter.Asked("save a section", advice.workers().getFirst(), n -> "/cases/" + sheets.get(n % SHEETS) + "/sheet/problem", null,
                n -> new String[] {"a/topic", "labour", "a/matter", n < SHEETS ? "dismissal" : "wages"}, false), FORMS));
    }

    /** The server in which all backends run; asked for while its backend is still there. */
    private long postmaster() {
        return owner.execute((ConnectionCallback<Long>) connection -> {
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

    /** Open cases of this worker. */
    private List<String> codes(InventedTowns.House house, Town.Person worker) {
        return Everything.in(haki).list("select code from haki.case_file where org_id = :org and status = 'open' and owner_id = '" + worker.id() + "' limit 300", house.organisation());
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
