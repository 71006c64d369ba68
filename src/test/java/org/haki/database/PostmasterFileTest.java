package org.haki.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL's lock file says after a power cut, where every start gives the same numbers to the same processes. */
class PostmasterFileTest {

    @TempDir
    private Path files;

    @Test
    void F1_what_a_killed_server_of_the_same_number_left_behind_is_not_the_word_of_the_next_one() throws IOException {
        write(30, 1_796_000_000, "ready   ");
        var leftBehind = PostmasterFile.in(files);
        assertThat(isReady(30, leftBehind)).as("nothing was written since").isFalse();
        write(30, 1_796_000_900, "starting");
        assertThat(isReady(30, leftBehind)).isFalse();
        write(30, 1_796_000_900, "ready   ");
        assertThat(isReady(30, leftBehind)).isTrue();
        assertThat(isReady(31, leftBehind)).as("another server").isFalse();
        assertThat(isReady(30, Optional.empty())).as("where nothing was left behind").isTrue();
    }

    private boolean isReady(long server, Optional<PostmasterFile> leftBehind) {
        return PostmasterFile.in(files).orElseThrow().isReady(server, leftBehind);
    }

    private void write(long pid, long since, String status) throws IOException {
        Files.writeString(files.resolve("postmaster.pid"), String.join("\n", Long.toString(pid), files.toString(), Long.toString(since),
                "23826", "", "127.0.0.1", "1234 5678", status, ""));
    }
}
