package org.haki.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
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
import java.util.stream.Collectors;
import org.haki.forms.FormEngine;
import org.haki.forms.Marks;
import org.haki.xlsform.Form;
import org.haki.xlsform.XlsForm;
import org.springframework.core.io.Resource;

/** One folder of a case type: its casetype.yaml and the workbooks beside it, read whole, or all that is wrong in them. */
final class CaseTypeFolder {

    private static final int MOST_REPORTABLE = 8;

    private final Resource yaml;
    private final String path;
    private final Map<String, byte[]> workbooks = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, List<WorkbookLooks.Look>> looks = new TreeMap<>();
    private long reportable;

    CaseTypeFolder(Resource yaml) throws IOException {
        this.yaml = yaml;
        var whole = yaml.getURL().getPath();
        this.path = whole.substring(Math.max(whole.lastIndexOf("casetypes/"), 0));
    }

    String path() {
        return path;
    }

    /** What is wrong, each with its file and place. */
    List<String> mistakes() {
        return mistakes;
    }

    /** The type with its questions; {@code null} where something is wrong. */
    PublishedType read(FormEngine engine) throws IOException {
        var text = yaml.getContentAsString(StandardCharsets.UTF_8);
        var found = new Findings(path);
        var type = new CaseTypeReader(found).read(path, new StringReader(text));
        var questions = Questions.none();
        if (type != null) {
            checkFolder(found, type);
            for (var section : type.sections()) {
                ask(found, type, section, questions);
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
        return mistakes.isEmpty() ? new PublishedType(type, text, questions, workbooks, hash(text)) : null;
    }

    private void checkFolder(Findings found, CaseType type) {
        var folder = path.replaceFirst("/[^/]*$", "").replaceFirst(".*/", "");
        if (!type.key().isEmpty() && !folder.equals(type.key())) {
            found.wrong(found.lineOf("key"), "\"key\" should be \"" + folder + "\", as the folder is called");
        }
    }

    private void ask(Findings found, CaseType type, CaseType.Section section, Questions questions) throws IOException {
        var file = yaml.createRelative(section.form());
        if (section.form().isEmpty() || !file.exists()) {
            found.wrong(found.lineOf("sections"), "the section \"" + section.key() + "\" needs the workbook \"" + section.form()
                    + "\", and this folder has none of that name");
            questions.unread().add(section.key());
            return;
        }
        var bytes = file.getContentAsByteArray();
        var conversion = XlsForm.read(new ByteArrayInputStream(bytes), section.form());
        var book = path.replaceFirst("[^/]*$", "") + section.form() + ", ";
        conversion.problems().forEach(problem -> mistakes.add(book + problem));
        workbooks.put(section.form(), bytes);
        conversion.form().ifPresentOrElse(form -> {
            questions.add(section.key(), paths(form), choices(form));
            looks.put(book, WorkbookLooks.of(form));
            reportable += form.fields().stream().filter(Marks::isMarkedReportable).count();
            new WorkbookProof(type, form).prove(conversion.warnings()).forEach(mistake -> mistakes.add(book + mistake));
        }, () -> questions.unread().add(section.key()));
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
    private String hash(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(text.getBytes(StandardCharsets.UTF_8));
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
