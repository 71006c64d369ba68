package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.Visitor;
import org.haki.audit.AuditChain;
import org.haki.audit.Chains;
import org.haki.faults.Ledger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Haki or its PostgreSQL is killed while reports come in. Afterwards whoever was told that her report was received finds
 * it there once, and whoever was not sends it again and finds it there once.
 */
class KillTest {

    private static final Duration BACK = Duration.ofSeconds(30);
    private static final Duration PAGE = Duration.ofSeconds(5);
    private static final long HANGS_MILLIS = 8_000;
    /** What the header Retry-After says. */
    private static final long COME_AGAIN_MILLIS = 5_000;
    private static final int SENT_AGAIN = 10;

    private static final Random RANDOM = new Random();

    private static HakiProcess haki;
    private static Ledger ledger;

    @BeforeAll
    static void a_desk_that_takes_reports() throws IOException {
        haki = HakiProcess.in(Path.of("target", "kill-haki"));
        haki.start();
        var link = haki.setUpLink();
        var founded = new Visitor(haki.port()).fill(link, link, "organisation", "Riverbend Helpline", "region", "KE",
                "zone", "Africa/Nairobi", "language", "en", "office", "Main desk", "name", "Tomasz Wilk", "signInName", "tomasz");
        assertThat(founded.location()).isEqualTo("/welcome/password");
        ledger = new Ledger(haki.port(), "/report/riverbend-helpline");
    }

    @AfterAll
    static void end() throws InterruptedException {
        haki.close();
    }

    @Test
    void F1_F2_ten_kills_lose_nothing_and_double_nothing() throws Exception {
        kill(10);
    }

    @Test
    @Tag("soak")
    void F1_F2_two_hundred_kills_lose_nothing_and_double_nothing() throws Exception {
        kill(200);
    }

    @Test
    void F2_while_the_database_cannot_start_reporters_are_told_so_in_five_seconds_and_it_comes_back_by_itself() throws Exception {
        var program = haki.program();
        var elsewhere = program.resolveSibling("postgres.away");
        var visitor = new Visitor(haki.port());
        var answers = new ArrayList<Answer>();
        answers.add(ledger.sendNext(visitor));
        assertThat(answers.getFirst().acknowledged()).isTrue();
        Files.move(program, elsewhere);
        try {
            haki.killPostmaster();
            for (int i = 0; i < 3; i++) {
                answers.add(ledger.sendNext(visitor));
            }
            var away = answers.subList(1, answers.size());
            System.out.println("Without a database: " + away.stream().map(each -> each.status() + " after " + each.after()).toList());
            assertThat(away).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.after()).isLessThan(PAGE);
            });
        } finally {
            Files.move(elsewhere, program);
        }
        System.out.println("Back by itself after " + haki.untilItAnswers(BACK));
        nothingIsLost(answers);
    }

    @Test
    void F6_while_the_database_hangs_whoever_waits_is_told_so_in_five_seconds_and_it_goes_on_by_itself() throws Exception {
        var answers = ledger.during(() -> {
            haki.hangDatabase(true);
            try {
                HakiProcess.pause(HANGS_MILLIS);
            } finally {
                haki.hangDatabase(false);
            }
            System.out.println("After it hung, back by itself after " + haki.untilItAnswers(BACK));
        });
        var away = answers.stream().filter(answer -> !answer.acknowledged()).toList();
        System.out.println("While it hung: " + away.stream().map(each -> each.status() + " after " + each.after()).toList());
        assertThat(away).as("told that it cannot be taken now").isNotEmpty().extracting(Answer::status).containsOnly(503);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.after()).isLessThan(PAGE));
        nothingIsLost(answers);
    }

    @Test
    @Tag("soak")
    void F3_when_one_process_of_the_database_is_killed_whoever_was_refused_is_taken_when_she_comes_again_as_told() throws Exception {
        var answers = ledger.during(() -> {
            haki.killOneBackend();
            HakiProcess.pause(500);
        });
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 503);
        HakiProcess.pause(COME_AGAIN_MILLIS);
        nothingIsLost(answers);
    }

    @Test
    void F22_uploads_that_together_are_larger_than_the_memory_are_refused_and_others_are_served_meanwhile() throws Exception {
        try (var flood = UploadFlood.at(haki.port(), "/report/riverbend-helpline", 30, 15 << 20)) {
            assertThat(flood.answers()).as("told to come again").contains("HTTP/1.1 503");
            var visitor = new Visitor(haki.port());
            assertThat(visitor.get("/report/riverbend-helpline").status()).isEqualTo(200);
            assertThat(ledger.sendNext(visitor).acknowledged()).as("a report gets through beside them").isTrue();
        }
        assertThat(Files.readString(haki.writings().getFirst())).doesNotContain("OutOfMemoryError");
    }

    /** Every other time the application, every other time its database. */
    private void kill(int times) throws Exception {
        var back = new ArrayList<String>();
        int reports = 0;
        int cut = 0;
        for (int i = 0; i < times; i++) {
            var answers = i % 2 == 0 ? killTheApplication(back) : killTheDatabase(back);
            reports += answers.size();
            cut += (int) answers.stream().filter(answer -> !answer.acknowledged()).count();
            nothingIsLost(answers);
            assertThat(answers).as("taken, not taken for now, or cut").extracting(Answer::status).isSubsetOf(0, 200, 503);
        }
        var canaries = List.of("zwergkanarie", "0731");
        for (var writing : haki.writings()) {
            assertThat(Files.readString(writing)).as("words and numbers in " + writing).doesNotContain(canaries);
        }
        System.out.println(times + " kills, " + reports + " reports, " + cut + " of them not acknowledged at first; back after " + back);
    }

    private List<Answer> killTheApplication(List<String> back) throws Exception {
        var answers = ledger.during(() -> {
            HakiProcess.pause(RANDOM.nextInt(1200));
            haki.killApplication();
        });
        assertThat(haki.postmaster()).as("the orphan that the next Haki finds").isPresent();
        var after = haki.start();
        back.add("Haki %.1f s".formatted(after.toMillis() / 1000.0));
        assertThat(after).as("Haki is back").isLessThan(BACK);
        return answers;
    }

    private List<Answer> killTheDatabase(List<String> back) throws Exception {
        return ledger.during(() -> {
            HakiProcess.pause(RANDOM.nextInt(1200));
            long killed = System.nanoTime();
            haki.killPostmaster();
            haki.untilItAnswers(BACK);
            var after = Duration.ofNanos(System.nanoTime() - killed);
            back.add("PostgreSQL %.1f s".formatted(after.toMillis() / 1000.0));
            assertThat(after).as("PostgreSQL is back").isLessThan(BACK);
        });
    }

    /** All that was not acknowledged is sent again, and a part of what was; then the database is asked. */
    private void nothingIsLost(List<Answer> answers) throws IOException {
        assertThat(answers).filteredOn(answer -> answer.status() == 200).allMatch(Answer::acknowledged);
        var acknowledged = answers.stream().filter(Answer::acknowledged).toList();
        assertThat(acknowledged).as("acknowledged before the fault").isNotEmpty();
        var marks = marks();
        assertThat(acknowledged).allSatisfy(answer -> assertThat(marks.get(answer.report().mark())).as("times it is there").isEqualTo(1));
        answers.stream().filter(answer -> !answer.acknowledged()).forEach(answer ->
                assertThat(ledger.again(answer.report()).acknowledged()).as("sent again and acknowledged").isTrue());
        acknowledged.stream().skip(Math.max(0, acknowledged.size() - SENT_AGAIN)).forEach(answer ->
                assertThat(ledger.again(answer.report()).digits()).as("the same digits again").isEqualTo(answer.digits()));
        var once = ledger.sent().stream().collect(Collectors.toMap(Ledger.Report::mark, _ -> 1));
        assertThat(marks()).as("each report is there, once").isEqualTo(once);
        theTrailIsWhole(once.size());
    }

    private void theTrailIsWhole(int reports) throws IOException {
        var org = asBackup(jdbc -> jdbc.sql("select distinct org_id from haki.intake").query(UUID.class).single());
        assertThat(Chains.in(haki.door("haki_app")).verify(org)).returns(Optional.empty(), AuditChain.Proof::broken);
        int noted = asBackup(jdbc -> jdbc.sql("""
                        select count(*) from haki.intake i join haki.audit_entry e on e.org_id = i.org_id and e.object_id = i.id
                        where e.act = 'intake.received'""")
                .query(Integer.class).single());
        assertThat(noted).as("each report has its entry in the trail, once").isEqualTo(reports);
        int receipts = asBackup(jdbc -> jdbc.sql("select count(*) from haki.intake i join hub.receipt r on r.intake_id = i.id")
                .query(Integer.class).single());
        assertThat(receipts).as("each report has its receipt, once").isEqualTo(reports);
    }

    /** How often each report is in the database. */
    private static Map<String, Integer> marks() throws IOException {
        return asBackup(jdbc -> jdbc.sql("select language, count(*)::int as times from haki.intake group by language")
                .query((row, _) -> Map.entry(row.getString("language"), row.getInt("times")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What is really there, as the role sees it from which no policy hides anything. */
    private static <T> T asBackup(Function<JdbcClient, T> look) throws IOException {
        try (var connection = haki.door("haki_owner").getConnection()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("set role haki_backup").update();
            return look.apply(jdbc);
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }
}
