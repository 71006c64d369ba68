package org.haki.xlsform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One section's workbook of a case type that Haki ships. */
record ShippedWorkbook(String type, String section, Conversion conversion) {

    private static final Path FOLDER = Path.of("src/main/resources/casetypes");

    static List<ShippedWorkbook> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().map(ShippedWorkbook::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ShippedWorkbook of(String type, String section) {
        return read(FOLDER.resolve(type).resolve(section + ".xlsx"));
    }

    Form form() {
        return conversion.form().orElseThrow();
    }

    /** What somebody is asked; not what is only reckoned, shown or attached. */
    Stream<Form.Field> asked() {
        return form().fields().stream().filter(field -> field.kind() == Form.Kind.QUESTION && field.shown()
                && !field.type().equals("note") && !field.bind().containsKey("calculate"));
    }

    /** What must be answered whatever else was answered. */
    List<String> alwaysRequired() {
        return asked().filter(field -> "true()".equals(field.bind().get("required")) && !field.bind().containsKey("relevant"))
                .map(Form.Field::name).toList();
    }

    private static ShippedWorkbook read(Path file) {
        try {
            var name = file.getFileName().toString();
            return new ShippedWorkbook(file.getParent().getFileName().toString(), name.substring(0, name.length() - ".xlsx".length()),
                    XlsForm.read(Files.newInputStream(file), name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return type + "/" + section;
    }
}
