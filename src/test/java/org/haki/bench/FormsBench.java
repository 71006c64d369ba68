package org.haki.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.devices.PhoneInHand;
import org.haki.forms.SixtyQuestions;
import org.haki.kernel.Command;
import org.haki.xlsform.XlsForm;
import org.haki.xlsform.XlsxFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * bin/bench forms: what a form of sixty questions costs on its way: converted, published, drawn as a page, sent by phones, taken
 * along. Haki is a process of its own, as users run it; only the workbooks of the tests are converted in the one of the bench.
 * Asserts nothing about time.
 */
@HakiTest
class FormsBench {

    private static final int SUBMISSIONS = Integer.getInteger("bench.submissions", 100_000);
    private static final int CLIENTS = 8;
    private static final int TIMES = 200;
    private static final int BOOKS = 40;
    private static final Path WORKBOOKS = Path.of("src", "test", "resources", "xlsform", "workbooks");

    @Autowired ApplicationContext haki;
    @Autowired Environment settings;

    private ServedHaki served;

    @Test
    @Timeout(4 * 60 * 60)
    void forms() throws Exception {
        convert();
        var town = Town.in(haki);
        var keeper = town.tomasz.signedIn();
        var phone = PhoneInHand.letIn(keeper, town, town.wanjiru);
        served = ServedHaki.start(Path.of("target", "bench"), Map.of(
                "HAKI_KEYS", Path.of(settings.getRequiredProperty("haki.keys")).toAbsolutePath().toString(),
                "HAKI_DATABASE_URL", settings.getRequiredProperty("haki.database.url"),
                "HAKI_DATABASE_OWNER_URL", settings.getRequiredProperty("haki.database.owner-url"),
                "HAKI_CASE_TYPES", settings.getRequiredProperty("haki.case-types"), "HAKI_DISK_BALLAST", "0B"));
        try {
            var kept = publish(there(keeper));
            var reader = there(town.leila.signedIn());
            var filler = there(town.wanjiru.signedIn());
            var form = kept.replace("/settings", "");
            cost("page to fill in", 1_000, TIMES, _ -> must(filler, form + "/new"));
            ingest(phone.replaceFirst("localhost:\\d+", "localhost:" + served.port()));
            cost("page of the form", 200, TIMES, _ -> must(reader, form));
            for (var kind : List.of("csv", "xlsx")) {
                export(reader, form, kind);
            }
        } finally {
            served.close();
        }
    }

    /** All workbooks of the tests, one after another; a file that is refused counts as well. */
    private static void convert() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(WORKBOOKS)) {
            files = all.filter(file -> file.toString().endsWith(".xlsx") || file.toString().endsWith(".xlsm")).sorted().toList();
        }
        var seconds = new ArrayList<Double>();
        for (int turn = 0; turn < 6; turn++) {
            long begun = System.nanoTime();
            for (var file : files) {
                XlsForm.read(Files.newInputStream(file), file.getFileName().toString());
            }
            seconds.add((System.nanoTime() - begun) / 1e9);
        }
        System.out.printf(Locale.ROOT, "%nconvert %d workbooks: %.1f files a second at first, %.0f once warm%n", files.size(), files.size() / seconds.getFirst(),
                files.size() / seconds.subList(1, seconds.size()).stream().mapToDouble(one -> one).sorted().toArray()[2]);
    }

    /** Uploads and publishes many forms; answers where the last is kept. */
    private String publish(Visitor keeper) {
        var forms = new OwnForms(keeper);
        var path = new String[1];
        cost("upload and publish", 0, BOOKS, turn -> path[0] = forms.published("form.xlsx", book("sixty" + turn)));
        return path[0];
    }

    private static byte[] book(String id) {
        return XlsxFile.of(SixtyQuestions.workbook() + "| settings |\n| | form_title | form_id | version | default_language |\n| | Sixty | " + id + " | 1 | English (en) |\n").bytes();
    }

    /** Phones send until there are so many; Haki's processor time for each holds validation and the trail. */
    private void ingest(String address) throws InterruptedException {
        served.calm();
        double cpu = served.cpu();
        long begun = System.nanoTime();
        int exit = haki.getBean("collect-sim", Command.class).run(List.of(address, "--form", "sixty" + (BOOKS - 1), "--clients", "" + CLIENTS, "--submissions", "" + SUBMISSIONS));
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(exit).as("none lost").isZero();
        System.out.printf(Locale.ROOT, "ingest %,d with %d clients (every tenth twice): %.0f a second, %.2f ms of processor time each%n", SUBMISSIONS, CLIENTS,
                SUBMISSIONS / seconds, (served.cpu() - cpu) / SUBMISSIONS);
    }

    private void export(Visitor reader, String form, String kind) throws IOException {
        double cpu = served.cpu();
        long begun = System.nanoTime();
        var bytes = reader.bytes(form + "/export?kind=" + kind);
        System.out.printf(Locale.ROOT, "export %,d as %s: %.1f s, %.1f s of processor time, %.1f MB; %d MB resident%n", SUBMISSIONS, kind, (System.nanoTime() - begun) / 1e9,
                (served.cpu() - cpu) / 1e3, bytes.length / 1e6, served.resident());
        assertThat(bytes.length).as("it came whole").isGreaterThan(SUBMISSIONS);
    }

    /** Once to warm up, then the processor time of Haki and the time of each turn. */
    private void cost(String what, int warm, int times, IntFunction<?> once) {
        IntStream.range(0, warm).forEach(once::apply);
        double cpu = served.cpu();
        var took = new double[times];
        for (int turn = 0; turn < times; turn++) {
            long begun = System.nanoTime();
            once.apply(turn);
            took[turn] = (System.nanoTime() - begun) / 1e6;
        }
        System.out.printf(Locale.ROOT, "%s: %.1f ms at the median, %.1f ms of processor time%n", what, Measured.median(took), (served.cpu() - cpu) / times);
    }

    private Visitor there(Visitor here) {
        var visitor = new Visitor(served.port());
        visitor.keep("haki", here.cookie("haki").orElseThrow());
        return visitor;
    }

    private static int must(Visitor visitor, String path) {
        var bytes = visitor.get(path);
        assertThat(bytes.status()).as(bytes.text()).isEqualTo(200);
        return bytes.status();
    }
}
