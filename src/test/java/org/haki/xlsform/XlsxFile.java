package org.haki.xlsform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes small workbooks as Excel does, and ones that Excel never would. */
public final class XlsxFile {

    private final Map<String, StringBuilder> sheets = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    /** A workbook of sheets in the markdown of the reference's tests: {@code | survey | }, then rows that begin with {@code | |}. */
    public static XlsxFile of(String markdown) {
        var file = new XlsxFile();
        var sheet = "";
        for (var line : markdown.strip().lines().toList()) {
            var cells = List.of(line.strip().replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|", -1)).stream()
                    .map(cell -> cell.strip().replace("\\|", "|")).toList();
            if (!cells.getFirst().isEmpty()) {
                sheet = cells.getFirst();
            } else {
                file.row(sheet, cells.subList(1, cells.size()).toArray(String[]::new));
            }
        }
        return file;
    }

    XlsxFile row(String sheet, String... cells) {
        var xml = new StringBuilder();
        int row = rows.getOrDefault(sheet, 0) + 1;
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                xml.append("<c r=\"").append((char) ('A' + i)).append(row).append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(cells[i].replace("&", "&amp;").replace("<", "&lt;")).append("</t></is></c>");
            }
        }
        return raw(sheet, "<row r=\"" + row + "\">" + xml + "</row>");
    }

    /** A row's XML as it is. */
    XlsxFile raw(String sheet, String xml) {
        rows.merge(sheet, 1, Integer::sum);
        sheets.computeIfAbsent(sheet, any -> new StringBuilder()).append(xml);
        return this;
    }

    public byte[] bytes() {
        return bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    /** The file, with each sheet beginning so. */
    byte[] bytes(String beginning) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var types = new StringBuilder();
            var relations = new StringBuilder();
            var names = new StringBuilder();
            int number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                types.append("<Override PartName=\"/xl/worksheets/sheet").append(number).append(".xml\" ContentType=\"application/vnd."
                        + "openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
                relations.append("<Relationship Id=\"rId").append(number).append("\" Type=\"http://schemas.openxmlformats.org/"
                        + "officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet").append(number).append(".xml\"/>");
                names.append("<sheet name=\"").append(sheet.getKey()).append("\" sheetId=\"").append(number).append("\" r:id=\"rId").append(number).append("\"/>");
                put(zip, "xl/worksheets/sheet" + number + ".xml", beginning
                        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
            }
            put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/"
                    + "workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" + types + "</Types>");
            put(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations + "</Relationships>");
            put(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas."
                    + "openxmlformats.org/officeDocument/2006/relationships\"><sheets>" + names + "</sheets></workbook>");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The same file with each of its sheets in this encoding, and references to entities as such. */
    static byte[] inParts(byte[] file, Charset encoding) {
        return parts(file, (name, part) -> name.contains("worksheets") ? new String(part, StandardCharsets.UTF_8).replace("&amp;", "&").getBytes(encoding) : part, "");
    }

    /** The same file with one part more. */
    public static byte[] with(String part, byte[] file) {
        return parts(file, (_, bytes) -> bytes, part);
    }

    private static byte[] parts(byte[] file, BiFunction<String, byte[], byte[]> change, String more) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file)); var zip = new ZipOutputStream(out)) {
            for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(change.apply(part.getName(), in.readAllBytes()));
                zip.closeEntry();
            }
            if (!more.isEmpty()) {
                put(zip, more, "any");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    Conversion convert() {
        return convert(bytes());
    }

    static Conversion convert(byte[] bytes) {
        return convert(new ByteArrayInputStream(bytes));
    }

    static Conversion convert(InputStream stream) {
        try {
            return XlsForm.read(stream, "form.xlsx");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
