package org.haki.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haki.CaseStory;
import org.haki.FaultyLine;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The line between Haki and its database breaks (F6), or the database is there and nobody gets on (F12). */
@HakiTest
@DirtiesContext
@ContextConfiguration(initializers = {HakiTest.OnFreshDatabase.class, LineFaultsTest.ThroughALine.class})
class LineFaultsTest {

    private static final Duration PAGE = Duration.ofSeconds(5);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final int AT_ONCE = 40;

    private static FaultyLine line;

    @Autowired
    ApplicationContext haki;

    @Autowired
    HikariDataSource pool;

    Town town;
    CaseFile file;
    Visitor wanjiru;
    Page.Form note;

    /** What somebody was answered, and when. */
    record Answer(Page page, Duration after) {}

    /** Leads the application's lines to the database through one of ours; the owner's stay. */
    static class ThroughALine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var url = context.getEnvironment().getRequiredProperty("haki.database.url");
            line = FaultyLine.to(Integer.parseInt(url.replaceAll("^.*?:(\\d+)/.*$", "$1")));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("a line", Map.of(
                    "haki.database.url", url.replaceFirst(":\\d+/", ":" + line.port() + "/"))));
        }
    }

    @BeforeEach
    void ashas_case() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).open();
        wanjiru = town.wanjiru.signedIn();
        note = wanjiru.get(file.path() + "/notes/new").form(file.path() + "/notes");
    }

    @AfterEach
    void mended() {
        line.mend();
        await().atMost(BACK).until(() -> town.stranger().get("/health").status() == 200);
    }

    @Test
    void F6_a_line_that_is_reset_answers_503_and_recovers_by_itself() throws Exception {
        var path = "/report/" + town.riverbend.slug();
        var report = town.stranger().get(path).form(path);
        line.reset();
        assertToldToComeAgain(atOnce(6, () -> note.send("text", "She called at dusk")));
        var refused = report.send("words", "He waits at the gate", "age", "adult", "reach", "none");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).as("at the public page, too").isEqualTo("5");
        line.mend();
        await().atMost(BACK).until(() -> note.send("text", "She called at dusk").status() == 303);
        assertThat(wanjiru.get(file.path()).text().split("She called at dusk", -1)).as("once").hasSize(2);
    }

    @Test
    void F6_a_line_that_falls_silent_answers_503_and_recovers_by_itself() throws Exception {
        line.fallSilent();
        assertToldToComeAgain(atOnce(6, () -> note.send("text", "She called at dawn")));
        line.mend();
        await().atMost(BACK).until(() -> note.send("text", "She called at dawn").status() == 303);
        assertThat(wanjiru.get(file.path()).text().split("She called at dawn", -1)).as("once").hasSize(2);
    }

    @Test
    void F12_while_a_lock_is_held_whoever_needs_it_is_told_so_and_nobody_stays_behind() throws Exception {
        try (var other = owner(); var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table haki.operation in access exclusive mode");
            assertToldToComeAgain(atOnce(AT_ONCE, () -> note.send("text", "She called at noon")));
            assertThat(wanjiru.get(file.path()).status()).as("who does not need it").isEqualTo(200);
            other.rollback();
        }
        assertThat(note.send("text", "She called at noon").status()).isEqualTo(303);
        assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection()).as("who still waits for a line").isZero();
        await().atMost(PAGE).until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    }

    private Connection owner() throws Exception {
        return DriverManager.getConnection(haki.getEnvironment().getRequiredProperty("haki.database.owner-url"));
    }

    private static void assertToldToComeAgain(List<Answer> answers) {
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.page().status()).isEqualTo(503);
            assertThat(answer.page().header("Retry-After")).isEqualTo("5");
            assertThat(answer.page().text()).contains("What was saved before is safe", "send it again");
            assertThat(answer.after()).isLessThan(PAGE);
        });
    }

    private static List<Answer> atOnce(int times, Callable<Page> deed) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(Stream.<Callable<Answer>>generate(() -> () -> {
                long begun = System.nanoTime();
                var page = deed.call();
                return new Answer(page, Duration.ofNanos(System.nanoTime() - begun));
            }).limit(times).toList());
            return IntStream.range(0, times).mapToObj(i -> all.get(i).resultNow()).toList();
        }
    }
}
