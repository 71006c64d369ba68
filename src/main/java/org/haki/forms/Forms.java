package org.haki.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.haki.kernel.Refusal;
import org.haki.xlsform.Conversion;
import org.haki.xlsform.Form;
import org.haki.xlsform.Problem;
import org.haki.xlsform.XFormReader;
import org.haki.xlsform.XlsForm;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published forms. A workbook is published once, under the hash of its bytes, and never changes; what asks by it says so by
 * {@link #use}. A form is read from its workbook when it is first needed.
 */
@Service
public class Forms {

    /** A workbook to be asked with. */
    public record Book(String section, String file, byte[] bytes) {}

    /** A workbook as it was read: the form that it holds, {@code null} where something is wrong with it. */
    public record ReadBook(FormVersion form, List<Problem> problems, List<Problem> warnings) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FormRepository forms;
    private final Clock clock;
    private final Map<String, FormVersion> read = new ConcurrentHashMap<>();
    private final RecentBooks recent = new RecentBooks();
    private final Map<String, String> used = new ConcurrentHashMap<>();

    Forms(FormRepository forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** Publishes these workbooks where they are new, and says that {@code usedBy} asks its sections with them. */
    public void use(String usedBy, List<Book> books) {
        var hashes = books.stream().collect(Collectors.toMap(Book::section, book -> Hash.of(book.bytes())));
        var known = forms.known(hashes.values());
        var before = uses();
        for (var book : books) {
            var hash = hashes.get(book.section());
            if (!known.contains(hash)) {
                publish(hash, book);
            }
            if (!hash.equals(before.get(usedBy + "/" + book.section()))) {
                forms.use(new FormRepository.Use(usedBy, book.section(), hash), clock.instant());
            }
            used.put(usedBy + "/" + book.section(), hash);
        }
    }

    /** The form with which this section is asked now; nothing where none is. */
    public Optional<FormVersion> used(String usedBy, String section) {
        var hash = used.get(usedBy + "/" + section);
        if (hash == null) {
            used.putAll(uses());
            hash = used.get(usedBy + "/" + section);
        }
        return Optional.ofNullable(hash).map(this::version);
    }

    /** Reads a workbook that nobody published yet; its file's name names the form where the workbook does not. */
    public ReadBook read(String file, byte[] bytes) {
        return recent.of(file, bytes, () -> readNow(file, bytes));
    }

    private static ReadBook readNow(String file, byte[] bytes) {
        var converted = conversion(bytes, file);
        var form = converted.form().map(read -> new FormVersion(hash(bytes, read.id()), converted.xform().orElseThrow(), read));
        return new ReadBook(form.orElse(null), converted.problems(), converted.warnings());
    }

    /** Publishes a workbook of an organisation's own, which the caller keeps by its hash: over its bytes and the form's id. */
    public FormVersion publish(String file, byte[] bytes) {
        var form = read(file, bytes).form();
        if (forms.known(List.of(form.hash())).isEmpty()) {
            forms.publish(form.hash(), form.form(), new FormRepository.Book(form.form().id(), bytes, form.xform()),
                    JSON.writeValueAsString(questions(form.form())), clock.instant());
        }
        return read.computeIfAbsent(form.hash(), _ -> form);
    }

    private static String hash(byte[] bytes, String id) {
        var name = id.getBytes(StandardCharsets.UTF_8);
        return Hash.of(ByteBuffer.allocate(bytes.length + 1 + name.length).put(bytes).put((byte) 0).put(name).array());
    }

    /** The bytes of the workbook of the form with this hash. */
    public byte[] workbook(String hash) {
        return forms.book(hash).orElseThrow(() -> new IllegalStateException("There is no form " + hash)).workbook();
    }

    /** The form with this hash. */
    public FormVersion version(String hash) {
        return read.computeIfAbsent(hash, this::load);
    }

    private Map<String, String> uses() {
        var uses = new HashMap<String, String>();
        forms.used().forEach(use -> uses.put(use.usedBy() + "/" + use.section(), use.form()));
        return uses;
    }

    private FormVersion load(String hash) {
        var book = forms.book(hash).orElseThrow(() -> new IllegalStateException("There is no form " + hash));
        var form = convert(book.workbook(), book.id() + ".xlsx").form().orElseThrow();
        return new FormVersion(hash, book.xform(), form);
    }

    private void publish(String hash, Book book) {
        var converted = convert(book.bytes(), book.file());
        var form = converted.form().orElseThrow();
        var xform = converted.xform().orElseThrow();
        forms.publish(hash, form, new FormRepository.Book(form.id(), book.bytes(), xform), JSON.writeValueAsString(questions(form)), clock.instant());
    }

    private static Conversion convert(byte[] workbook, String file) {
        var converted = conversion(workbook, file);
        if (!converted.ok()) {
            throw new Refusal("The workbook " + file + " cannot be published:\n"
                    + converted.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        return converted;
    }

    private static Conversion conversion(byte[] workbook, String file) {
        try {
            return XFormReader.isXml(workbook) ? XFormReader.read(workbook) : XlsForm.read(new ByteArrayInputStream(workbook), file);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static List<Map<String, Object>> questions(Form form) {
        var questions = new ArrayList<Map<String, Object>>();
        for (var field : form.fields()) {
            var question = new HashMap<String, Object>();
            question.put("ord", questions.size() + 1);
            question.put("path", field.path());
            question.put("name", field.name());
            question.put("kind", field.kind().name().toLowerCase(Locale.ROOT));
            question.put("type", field.type());
            question.put("repeat", field.repeat());
            question.put("list", field.list());
            question.put("labels", field.label());
            question.put("marks", field.marks());
            questions.add(question);
        }
        return questions;
    }
}
