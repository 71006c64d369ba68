package org.haki.surveys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.springframework.stereotype.Service;

/**
 * All that was filled in with a form, to be taken along: a sheet for the form and one for each repeat, over the questions of all its
 * versions. Rows go out as they are read; no more than some of them lie open.
 */
@Service
class SurveyExports {

    private static final String EXPORT = "form.export";
    private static final int FLUSHED = 200;

    /** A file to be taken along. */
    record Taken(String name, String mediaType, byte[] content) {}

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
            try {
                return asked.kind().equals("csv") ? csv(survey, tables) : xlsx(survey, tables);
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
        });
    }

    private Taken xlsx(Survey survey, List<ExportTable> tables) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Haki", "1.0")) {
            var names = new ArrayList<String>();
            for (var table : tables) {
                var sheet = book.newWorksheet(name(table, names));
                var line = new int[1];
                TableFile.put(sheet, line[0]++, List.copyOf(table.head()));
                sheet.range(0, 0, 0, table.head().size() - 1).style().bold().set();
                sheet.freezePane(0, 1);
                rows(survey, table, cells -> {
                    TableFile.put(sheet, line[0]++, cells);
                    if (line[0] % FLUSHED == 0) {
                        sheet.flush();
                    }
                });
                sheet.finish();
            }
        }
        return new Taken(survey.formId() + ".xlsx", TableFile.mediaType("xlsx"), bytes.toByteArray());
    }

    private Taken csv(Survey survey, List<ExportTable> tables) throws IOException {
        if (tables.size() == 1) {
            var bytes = new ByteArrayOutputStream();
            csv(survey, tables.getFirst(), bytes);
            return new Taken(survey.formId() + ".csv", TableFile.mediaType("csv"), bytes.toByteArray());
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var names = new ArrayList<String>();
            for (var table : tables) {
                zip.putNextEntry(new ZipEntry(name(table, names) + ".csv"));
                csv(survey, table, zip);
                zip.closeEntry();
            }
        }
        return new Taken(survey.formId() + ".zip", "application/zip", bytes.toByteArray());
    }

    private void csv(Survey survey, ExportTable table, OutputStream out) throws IOException {
        Row row = cells -> {
            var text = new StringBuilder();
            TableFile.line(text, cells);
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        };
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        row.write(List.copyOf(table.head()));
        rows(survey, table, row);
    }

    private void rows(Survey survey, ExportTable table, Row row) {
        walk.each(survey.id(), (sheet, answers) -> table.rows(sheet, answers).forEach(cells -> {
            try {
                row.write(cells);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }));
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
