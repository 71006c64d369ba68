package org.haki.surveys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.haki.audit.Audit;
import org.haki.forms.Answers;
import org.haki.forms.ChoiceLists;
import org.haki.forms.FormEngine;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.TableFile;
import org.haki.ui.Torn;
import org.springframework.stereotype.Service;

/**
 * All that was filled in with a form, to be taken along: a sheet for the form and one for each repeat, over the questions of all its
 * versions. Rows are read a part at a time, each part in a deed of its own, and go out as they are read.
 */
@Service
class SurveyExports {

    private static final String EXPORT = "form.export";
    private static final int FLUSHED = 200;

    /** Writes a file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A file to be taken along; its content goes out as it is read. */
    record Taken(String name, String mediaType, Content content) {}

    private interface Row {
        void write(List<Object> cells) throws IOException;
    }

    private final Work work;
    private final Audit audit;
    private final Forms forms;
    private final FormEngine engine;
    private final SurveyRepository surveys;
    private final SurveyWalk walk;
    private final MediaLists lists;

    SurveyExports(Work work, Audit audit, Forms forms, FormEngine engine, SurveyRepository surveys, SurveyWalk walk, MediaLists lists) {
        this.work = work;
        this.audit = audit;
        this.forms = forms;
        this.engine = engine;
        this.surveys = surveys;
        this.walk = walk;
        this.lists = lists;
    }

    /** The file of this kind, {@code xlsx} or {@code csv}; several CSV tables come in a zip. */
    Taken export(Actor actor, UUID id, AskExport asked) {
        return work.as(actor, EXPORT, () -> {
            var survey = surveys.one(id).filter(one -> one.state() != Survey.State.DRAFT).orElseThrow(Problem::notFound);
            var versions = surveys.versions(id);
            ChoiceLists all = lists.of(actor, id, versions.getFirst().number());
            var tables = ExportTable.of(versions.stream().map(version -> engine.unreckoned(forms.version(version.form()), Answers.NONE, all)).toList(), asked);
            audit.note("form.exported", id, asked.kind());
            var as = new Reader(actor, id);
            if (asked.kind().equals("xlsx")) {
                return new Taken(survey.formId() + ".xlsx", TableFile.mediaType("xlsx"), out -> xlsx(as, tables, out));
            }
            return tables.size() == 1
                    ? new Taken(survey.formId() + ".csv", TableFile.mediaType("csv"), out -> csv(as, tables.getFirst(), out))
                    : new Taken(survey.formId() + ".zip", "application/zip", out -> zip(as, tables, out));
        });
    }

    private record Reader(Actor actor, UUID survey) {}

    private void xlsx(Reader as, List<ExportTable> tables, OutputStream out) throws IOException {
        var book = new Workbook(out, "Haki", "1.0");
        var names = new ArrayList<String>();
        for (var table : tables) {
            var sheet = book.newWorksheet(name(table, names));
            var line = new int[1];
            TableFile.put(sheet, line[0]++, List.copyOf(table.head()));
            sheet.range(0, 0, 0, table.head().size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            rows(as, table, cells -> {
                TableFile.put(sheet, line[0]++, cells);
                if (line[0] % FLUSHED == 0) {
                    sheet.flush();
                }
            });
            sheet.finish();
        }
        book.finish();
    }

    private void zip(Reader as, List<ExportTable> tables, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        var names = new ArrayList<String>();
        for (var table : tables) {
            zip.putNextEntry(new ZipEntry(name(table, names) + ".csv"));
            csv(as, table, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private void csv(Reader as, ExportTable table, OutputStream out) throws IOException {
        Row row = cells -> {
            var text = new StringBuilder();
            TableFile.line(text, cells);
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        };
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        row.write(List.copyOf(table.head()));
        rows(as, table, row);
    }

    private void rows(Reader as, ExportTable table, Row row) throws IOException {
        for (var from = SurveyWalk.Mark.NEWEST; from != null; ) {
            var here = from;
            var part = read(() -> work.as(as.actor(), EXPORT, () -> walk.part(as.survey(), here)));
            for (var one : part.filled()) {
                for (var cells : read(() -> table.rows(one.sheet(), one.answers()))) {
                    row.write(cells);
                }
            }
            from = part.next();
        }
    }

    /** What fails now fails after the first byte. */
    private static <T> T read(Supplier<T> deed) throws Torn {
        try {
            return deed.get();
        } catch (RuntimeException fault) {
            throw new Torn(fault);
        }
    }

    /** A name that a spreadsheet takes, and that no other sheet has. */
    private static String name(ExportTable table, List<String> before) {
        var plain = table.name().replaceAll("[\\[\\]:*?/\\\\']", "_");
        var name = plain.substring(0, Math.min(28, plain.length()));
        int again = 1;
        while (before.contains(name)) {
            name = name.replaceFirst("~\\d+$", "") + "~" + ++again;
        }
        before.add(name);
        return name;
    }
}
