package org.haki.database;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** The server that Haki brings along, in a folder of its own whose path has a space in it. */
class EmbeddedPostgresTest {

    private static final Path DATA = Path.of("target", "a folder with a space", "data");

    private static final Path MADE = Path.of("target", "a folder with a space", "made");

    private Database database;

    @BeforeAll
    static void makeOne() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(DATA.resolve("database"));
        FileSystemUtils.deleteRecursively(MADE);
        Database.embedded(DATA, false).close();
        copy(DATA.resolve("database"), MADE);
        Files.copy(DATA.resolve("database.properties"), MADE.resolve("database.properties"));
    }

    @BeforeEach
    void asMade() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(DATA.resolve("database"));
        copy(MADE, DATA.resolve("database"));
        Files.move(DATA.resolve("database/database.properties"), DATA.resolve("database.properties"), REPLACE_EXISTING);
    }

    @AfterEach
    void stop() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void F20_a_second_haki_in_the_same_folder_is_refused_and_the_first_goes_on() throws SQLException {
        start();
        assertThatThrownBy(() -> Database.embedded(DATA, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Another Haki is at work in the data folder");
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void a_command_works_beside_the_haki_that_is_at_work() throws SQLException {
        start();
        try (var beside = Database.embedded(DATA, true); var connection = beside.connectAsOwner()) {
            assertThat(beside.isOurs()).isFalse();
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync = off, fsync is off",
        "full_page_writes = off, full_page_writes is off",
        "synchronous_commit = off, synchronous_commit is off",
        "ignore_checksum_failure = on, ignore_checksum_failure is on"
    })
    void F4_a_setting_of_ones_own_that_risks_the_data_is_refused(String setting, String sentence) throws IOException {
        start();
        database.close();
        Files.writeString(DATA.resolve("database/postgresql.auto.conf"), setting + "\n", StandardOpenOption.APPEND);
        start();
        assertThatThrownBy(() -> DatabaseChecks.refuseUnsafeServer(database.application(), database.owner()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_database_without_checksums_is_refused() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(DATA.resolve("database"));
        var data = DATA.toRealPath();
        Files.writeString(data.resolve("secret"), Credentials.in(data, true).superuser());
        var initdb = Unprivileged.in(data).command(List.of(PostgresBinaries.unpackedBelow(data).resolve("bin/initdb").toString(),
                "-D", data.resolve("database").toString(), "-U", "postgres", "--pwfile=" + data.resolve("secret"),
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-data-checksums", "--no-sync"));
        assertThat(new ProcessBuilder(initdb).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
        start();
        assertThatThrownBy(() -> DatabaseChecks.refuseUnsafeServer(database.application(), database.owner()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("data checksums are off");
    }

    @Test
    void a_setting_that_postgresql_does_not_understand_is_refused_with_its_words() throws IOException {
        start();
        database.close();
        Files.writeString(DATA.resolve("database/postgresql.auto.conf"), "shared_buffers = plenty\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::start).isInstanceOf(Refusal.class).hasMessageContaining("PostgreSQL did not start").hasMessageContaining("shared_buffers");
    }

    @Test
    void lost_passwords_are_refused_and_nothing_is_made_anew() throws IOException {
        start();
        database.close();
        Files.delete(DATA.resolve("database.properties"));
        assertThatThrownBy(this::start).isInstanceOf(Refusal.class).hasMessageContaining("database.properties is missing");
        assertThat(DATA.resolve("database.properties")).doesNotExist();
    }

    @Test
    void a_database_of_another_major_version_is_refused() throws IOException {
        start();
        database.close();
        Files.writeString(DATA.resolve("database/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start).isInstanceOf(Refusal.class).hasMessageContaining("made by PostgreSQL 17");
    }

    @Test
    void it_has_checksums_and_utf8_and_keeps_its_port_its_data_and_its_passwords_to_itself() throws SQLException, IOException {
        start();
        assertThat(ask("show data_checksums")).isEqualTo("on");
        assertThat(ask("show server_encoding")).isEqualTo("UTF8");
        assertThat(ask("select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'haki'")).isEqualTo("b C.UTF-8");
        assertThat(Files.getPosixFilePermissions(DATA.resolve("database.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(DATA)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        tell("create table kept as select 7 as n");
        int port = Credentials.in(DATA, true).port();
        database.close();
        start();
        assertThat(ask("select n from kept")).isEqualTo("7");
        assertThat(Credentials.in(DATA, true).port()).isEqualTo(port);
    }

    @Test
    void nobody_gets_in_without_a_password() {
        start();
        var door = database.application();
        door.setPassword("guessed");
        assertThatThrownBy(door::getConnection).isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
    }

    @Test
    void what_was_in_a_failed_statement_stands_neither_in_the_log_nor_in_the_exception() throws SQLException, IOException {
        start();
        tell("create table told (n int check (n > 0), words text)");
        assertThatThrownBy(() -> tell("insert into told values (-1, 'Amina Karimi')"))
                .hasMessageContaining("violates check constraint")
                .hasMessageNotContaining("Amina");
        assertThatThrownBy(() -> tell("insert into told select 'Amina Karimi'::uuid")).isInstanceOf(SQLException.class);
        database.close();
        assertThat(Files.readString(DATA.resolve("log/postgresql.log"))).contains("is shut down").doesNotContain("Amina", "told");
    }

    @Test
    void F2_killed_while_haki_runs_it_comes_back_by_itself_with_everything_that_was_acknowledged() throws SQLException {
        start();
        tell("create table kept as select 7 as n");
        var file = PostmasterFile.in(realDatabase()).orElseThrow();
        var killed = file.process().orElseThrow();
        killed.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            assertThat(killed.isAlive()).isFalse();
            assertThat(ask("select n from kept")).isEqualTo("7");
        });
    }

    @Test
    void F1_left_running_by_a_killed_haki_it_is_recognised_stopped_and_started_again() throws Exception {
        var haki = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                        System.getProperty("java.class.path"), Elsewhere.class.getName(), DATA.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "elsewhere.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> !haki.isAlive());
        var orphan = PostmasterFile.in(realDatabase()).flatMap(PostmasterFile::process).orElseThrow();
        assertThat(orphan.isAlive()).isTrue();
        start();
        await().atMost(Duration.ofSeconds(30)).until(() -> !orphan.isAlive());
        assertThat(ask("select n from kept")).isEqualTo("7");
    }

    /** Another Haki, which is killed the moment it has acknowledged something. */
    static final class Elsewhere {

        public static void main(String[] words) throws SQLException {
            try (var connection = Database.embedded(Path.of(words[0]), false).connectAsOwner();
                    var statement = connection.createStatement()) {
                statement.execute("create table kept as select 7 as n");
            }
            Runtime.getRuntime().halt(137);
        }
    }

    private void start() {
        database = Database.embedded(DATA, false);
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start().waitFor()).isZero();
    }

    private static Path realDatabase() {
        return DATA.toAbsolutePath().resolve("database");
    }

    private void tell(String command) throws SQLException {
        try (var connection = database.connectAsOwner(); var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private String ask(String question) throws SQLException {
        try (var connection = database.connectAsOwner(); var answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
