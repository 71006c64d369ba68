package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.xlsform.XlsxFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whatever somebody uploads as a form: refused on the page with what mends it, soon, and nothing of it is kept. */
@HakiTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BadBooksTest {

    private static final String HEAD = "| survey |\n| | type | name | label | calculation | relevant |\n";
    private static final String TEXT = HEAD + "| | text | a | A | | |\n";

    @Autowired
    private ApplicationContext haki;

    private record Bad(String why, byte[] file, String said) {

        static Bad book(String why, String markdown, String said) {
            return new Bad(why, XlsxFile.of(markdown).bytes(), said);
        }
    }

    private static List<Bad> all() throws IOException {
        var many = IntStream.range(0, 60_000).mapToObj(i -> "| | c | n" + i + " | N |").collect(Collectors.joining("\n"));
        var deep = IntStream.range(0, 3_000).mapToObj(i -> "| | begin group | g" + i + " | G | | |").collect(Collectors.joining("\n"));
        var doubled = IntStream.range(1, 30).mapToObj(i -> "| | calculate | c" + i + " | | concat(" + "${c" + (i - 1) + "}, ".repeat(8) + "'') | |")
                .collect(Collectors.joining("\n"));
        return List.of(
                new Bad("no workbook", "type,name,label".getBytes(), "This is not an Excel workbook"),
                new Bad("a bomb of nothing", bomb(), "The workbook is too big"),
                new Bad("macros", XlsxFile.with("xl/vbaProject.bin", XlsxFile.of(TEXT).bytes()), "The workbook carries macros"),
                Bad.book("a list that belongs into a file", TEXT + "| | select_one c | b | B | | |\n| choices |\n| | list_name | name | label |\n" + many, "Put long lists into a CSV file"),
                Bad.book("groups without end", HEAD + deep, "Groups and repeats lie more than"),
                Bad.book("a formula that grows without end", HEAD + "| | calculate | c0 | | 'aaaaaaaaaaaaaaaa' | |\n" + doubled, "one of its expressions fails"),
                Bad.book("a circle", HEAD + "| | calculate | a | | ${b} | |\n| | calculate | b | | ${a} | |", "a → b → a"),
                Bad.book("two of a name", TEXT + "| | text | a | B | | |", "The name 'a' is taken"),
                Bad.book("a name with a space", TEXT + "| | text | b c | B | | |", "'b c' is no name"),
                Bad.book("a name that turns the direction of writing", TEXT + "| | text | b\u202ec | B | | |", "turns the direction of writing"),
                Bad.book("a name with a letter of no width", TEXT + "| | text | b\u200bc | B | | |", "cannot be seen"),
                Bad.book("a type that nobody knows", TEXT + "| | txet | b | B | | |", "The type 'txet' is not known"),
                Bad.book("choices that are not there", TEXT + "| | select_one b | b | B | | |", "There is no sheet 'choices'"),
                Bad.book("a reference to nowhere", TEXT + "| | text | b | B | | ${z} = 1 |", "There is no question named 'z'"));
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void each_is_refused_with_what_mends_it_and_nothing_is_kept() throws IOException {
        var tomasz = new OwnForms(Town.in(haki).tomasz.signedIn());
        for (var bad : all()) {
            var answer = tomasz.upload("form.xlsx", bad.file());
            assertThat(answer.status()).as(bad.why()).isEqualTo(422);
            assertThat(answer.text()).as(bad.why()).contains(bad.said());
        }
        assertThat(tomasz.keeper().get(OwnForms.PATH).text()).contains("No form yet");
    }
}
