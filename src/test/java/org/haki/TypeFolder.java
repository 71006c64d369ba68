package org.haki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.haki.xlsform.XlsxFile;

/** The folder of a case type, packed as somebody would pack it; also in ways in which nobody would. */
public final class TypeFolder {

    public static final String PAGE = "/settings/case-types";

    /** {@link HousingType} under the name of a type that lies in no folder. */
    public static final String YAML = HousingType.YAML.replace("key: housing", "key: shelter").replace("standard: true\n", "");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public static TypeFolder shelter() {
        return shelter(YAML);
    }

    public static TypeFolder shelter(String yaml) {
        return new TypeFolder().with("shelter/casetype.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .with("shelter/problem.xlsx", XlsxFile.of(HousingType.PROBLEM).bytes())
                .with("shelter/agreement.xlsx", XlsxFile.of(HousingType.AGREEMENT).bytes());
    }

    public TypeFolder with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    public TypeFolder without(String name) {
        files.remove(name);
        return this;
    }

    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    /** What is packed in it, by name. */
    public static Map<String, String> unpacked(byte[] bytes) {
        var found = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return found;
    }

    /** Uploads it; answers what came back. */
    public static Page upload(Visitor keeper, byte[] zip) {
        return keeper.get(PAGE).form(PAGE).upload("folder", "shelter.zip", "application/zip", zip);
    }

    /** Uploads and publishes it; answers where it is looked at. */
    public static String published(Visitor keeper, byte[] zip) {
        var uploaded = upload(keeper, zip);
        if (uploaded.status() != 303) {
            throw new AssertionError(uploaded.text());
        }
        var path = uploaded.location().replaceAll("\\?.*", "");
        var answer = keeper.get(path).form(path + "/versions").send();
        if (answer.status() != 303) {
            throw new AssertionError(answer.text());
        }
        return path;
    }
}
