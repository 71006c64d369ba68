package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/haki xlsform}, as somebody at a terminal meets it. */
class XlsFormCommandTest {

    private static final byte[] GOOD = XlsxFile.of("""
            | survey |
            | | type | name | label  |
            | | text | who  | Wer? ☃ |
            """).bytes();
    private static final byte[] BAD = XlsxFile.of("""
            | survey |
            | | type    | name | label | relevant    |
            | | text    | a b  | A     |             |
            | | integer | c    | C     | ${who} = '' |
            """).bytes();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(InputStream in, String... words) {
        return new XlsFormCommand(folder, in, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private int run(String... words) {
        return run(InputStream.nullInputStream(), words);
    }

    @Test
    void a_bad_workbook_is_named_with_each_cell_and_the_others_are_converted() throws IOException {
        Files.write(folder.resolve("bad.xlsx"), BAD);
        Files.write(folder.resolve("good.xlsx"), GOOD);
        assertThat(run("--out", "forms", "bad.xlsx", "good.xlsx", "missing.xlsx")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("bad.xlsx:survey!B2: 'a b' is no name"))
                .anyMatch(line -> line.equals("bad.xlsx:survey!D3: There is no question named 'who'."))
                .anyMatch(line -> line.startsWith("missing.xlsx: It cannot be read"));
        assertThat(folder.resolve("forms/good.xlsx.xml")).exists();
        assertThat(folder.resolve("forms/bad.xlsx.xml")).doesNotExist();
    }

    @Test
    void a_good_workbook_gets_its_form_beside_it() throws IOException {
        Files.write(folder.resolve("good.xlsx"), GOOD);
        assertThat(run("good.xlsx")).isZero();
        assertThat(Files.readString(folder.resolve("good.xlsx.xml"))).contains("<label>Wer? ☃</label>", "<data id=\"good\">");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_dash_reads_standard_input_and_writes_standard_output() {
        assertThat(run(new ByteArrayInputStream(GOOD), "-")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("<?xml").contains("Wer? ☃");
        assertThat(run(new ByteArrayInputStream(BAD), "-")).isEqualTo(1);
    }

    @Test
    void without_a_file_it_says_how_it_is_called() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--out")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("[--out DIR] FILE…");
    }
}
