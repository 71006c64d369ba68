package org.haki.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haki.forms.FormEngine;
import org.haki.forms.Marks;
import org.haki.kernel.Refusal;
import org.haki.xlsform.Conversion;
import org.haki.xlsform.Form;
import org.haki.xlsform.XlsForm;

/** One folder of a case type: its casetype.yaml and the workbooks beside it, read whole, or all that is wrong in them. */
final class CaseTypeFolder {

    private static final int MOST_REPORTABLE = 8;

    private final CaseTypeFiles files;
    private final Findings found;
    private final CaseType type;
    private final Map<String, byte[]> workbooks = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, List<WorkbookLooks.Look>> looks = new TreeMap<>();
    private long reportable;

    CaseTypeFolder(CaseTypeFiles files) {
        this.files = files;
        this.found = new Findings(files.path());
        this.type = new CaseTypeReader(found).read(files.path(), new StringReader(files.yaml()));
        if (type != null) {
            checkFolder();
            type.sections().stream().map(CaseType.Section::form).filter(form -> !form.isEmpty() && files.book().apply(form) != null)
                    .forEach(form -> workbooks.put(form, files.book().apply(form)));
        }
    }

    String path() {
        return files.path();
    }

    boolean shipped() {
        return files.shipped();
    }

    /** The type as it could be read; {@code null} where its casetype.yaml is none at all. */
    CaseType type() {
        return type;
    }

    /** Where a key of its casetype.yaml stands. */
    int lineOf(String key) {
        return found.lineOf(key);
    }

    /** What is wrong, each with its file and place. */
    List<String> mistakes() {
        return mistakes;
    }

    /** The type with its questions; {@code null} where something is wrong. */
    PublishedType read(FormEngine engine) {
        var questions = prove(engine);
        return mistakes.isEmpty() ? published(() -> questions) : null;
    }

    /** The type, its questions known already, or proved when they are first needed. */
    PublishedType trusted(Supplier<Questions> known, FormEngine engine) {
        return published(new WhenNeeded<>(known != null ? known : () -> {
            var questions = prove(engine);
            if (!mistakes.isEmpty()) {
                throw new Refusal("A case type cannot be read:\n" + String.join("\n", mistakes));
            }
            return questions;
        }));
    }

    private PublishedType published(Supplier<Questions> questions) {
        return PublishedType.inFolder(type, files, questions, workbooks, hash());
    }

    private Questions prove(FormEngine engine) {
        var questions = Questions.none();
        if (type != null) {
            for (var section : type.sections()) {
                ask(section, questions);
            }
            if (reportable > MOST_REPORTABLE) {
                found.wrong(found.lineOf("sections"), "the workbooks mark " + reportable + " questions haki::reportable; at most "
                        + MOST_REPORTABLE + " of a type may be");
            }
            var proof = new CaseTypeProof(engine, found, questions);
            proof.prove(type);
            looks.forEach((book, there) -> there.stream().filter(look -> !proof.knows(look.path())).distinct().forEach(look -> mistakes.add(
                    book + look.place() + ": This looks at '" + look.path() + "' of the case, and no workbook asks that.")));
        }
        mistakes.addAll(found.sentences());
        return questions;
    }

    private void checkFolder() {
        if (!type.key().isEmpty() && !files.folder().isEmpty() && !files.folder().equals(type.key())) {
            found.wrong(found.lineOf("key"), "\"key\" should be \"" + files.folder() + "\", as the folder is called");
        }
    }

    private void ask(CaseType.Section section, Questions questions) {
        var bytes = workbooks.get(section.form());
        if (bytes == null) {
            found.wrong(found.lineOf("sections"), "the section \"" + section.key() + "\" needs the workbook \"" + section.form()
                    + "\", and this folder has none of that name");
            questions.unread().add(section.key());
            return;
        }
        var conversion = conversion(bytes, section.form());
        var book = files.path().replaceFirst("[^/]*$", "") + section.form() + ", ";
        conversion.problems().forEach(problem -> mistakes.add(book + problem));
        conversion.form().ifPresentOrElse(form -> {
            questions.add(section.key(), paths(form), choices(form));
            looks.put(book, WorkbookLooks.of(form));
            reportable += form.fields().stream().filter(Marks::isMarkedReportable).count();
            new WorkbookProof(type, form).prove(conversion.warnings()).forEach(mistake -> mistakes.add(book + mistake));
        }, () -> questions.unread().add(section.key()));
    }

    private static Conversion conversion(byte[] workbook, String name) {
        try {
            return XlsForm.read(new ByteArrayInputStream(workbook), name);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static Map<String, String> paths(Form form) {
        var paths = new LinkedHashMap<String, String>();
        for (var field : form.fields()) {
            var type = switch (field.kind()) {
                case GROUP -> Questions.GROUP;
                case REPEAT -> Questions.REPEAT;
                case QUESTION -> field.type();
            };
            paths.put(path(form, field), type);
        }
        return paths;
    }

    private static String path(Form form, Form.Field field) {
        return field.path().replaceFirst("^/" + form.root() + "/", "");
    }

    private static Map<String, Set<String>> choices(Form form) {
        var offered = new LinkedHashMap<String, Set<String>>();
        form.fields().stream().filter(field -> field.list() != null && form.lists().containsKey(field.list()))
                .forEach(field -> offered.put(path(form, field), form.lists().get(field.list()).stream()
                        .map(Form.Option::name).collect(Collectors.toCollection(LinkedHashSet::new))));
        return offered;
    }

    /** A hash over all of it: no file changes unseen. */
    String hash() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(files.yaml().getBytes(StandardCharsets.UTF_8));
            workbooks.forEach((name, bytes) -> {
                sha.update(name.getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
