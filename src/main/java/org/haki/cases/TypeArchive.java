package org.haki.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The folder of a case type as one file: read within bounds, whatever it holds, and written so that the same files are the same
 * bytes.
 *
 * @param yaml   what stands in its casetype.yaml
 * @param beside the workbooks by their names
 * @param left   the names of what is not read
 */
record TypeArchive(String yaml, Map<String, byte[]> beside, List<String> left) {

    static final int MOST_BYTES = 10 << 20;
    private static final int MOST_FILES = 100;
    private static final int MOST_BOOKS = 40;
    private static final int MOST_YAML = 256 << 10;
    private static final long MOST_UNFOLDED = 64L << 20;
    private static final String BOOK = "[^/]+\\.xlsx";
    /** What systems and spreadsheet programs put beside files by themselves. */
    private static final String DUST = "(.*/)?(__MACOSX/.*|\\.[^/]*|~\\$[^/]*|Thumbs\\.db|desktop\\.ini)";

    /** What unfolds is weighed as a whole, workbooks with all that is folded in them. */
    private static final class Scales {

        private long weight;

        private byte[] read(InputStream in, int most) throws IOException {
            var bytes = in.readNBytes(most + 1);
            weigh(bytes.length);
            if (bytes.length > most) {
                throw new NotAFolder("too_big", MOST_UNFOLDED >> 20);
            }
            return bytes;
        }

        private byte[] book(InputStream in) throws IOException {
            var bytes = read(in, MOST_BYTES);
            try (var inside = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                var buffer = new byte[1 << 16];
                while (inside.getNextEntry() != null) {
                    for (int read = inside.read(buffer); read > 0; read = inside.read(buffer)) {
                        weigh(read);
                    }
                }
            } catch (IOException | IllegalArgumentException noWorkbook) {
                return bytes; // who reads it as one says what is wrong with it
            }
            return bytes;
        }

        private void weigh(int bytes) {
            weight += bytes;
            if (weight > MOST_UNFOLDED) {
                throw new NotAFolder("too_big", MOST_UNFOLDED >> 20);
            }
        }
    }

    /** Reads a zip, or throws {@link NotAFolder}. */
    static TypeArchive read(byte[] zip) {
        if (zip.length > MOST_BYTES) {
            throw new NotAFolder("file_big", MOST_BYTES >> 20);
        }
        try (var file = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(zip)).get()) {
            return read(file);
        } catch (IOException | IllegalArgumentException broken) {
            throw new NotAFolder("not_zip");
        }
    }

    private static TypeArchive read(ZipFile zip) throws IOException {
        var entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_FILES) {
            throw new NotAFolder("many_files", MOST_FILES);
        }
        if (entries.stream().map(ZipArchiveEntry::getName).anyMatch(TypeArchive::leadsAway)) {
            throw new NotAFolder("leads_away");
        }
        var files = entries.stream().filter(entry -> !entry.isDirectory() && !entry.getName().matches(DUST)).toList();
        if (files.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
            throw new NotAFolder("locked");
        }
        var folder = folder(files);
        var scales = new Scales();
        var yaml = "";
        var beside = new TreeMap<String, byte[]>();
        var left = new ArrayList<String>();
        for (var entry : files) {
            var name = entry.getName().startsWith(folder) ? entry.getName().substring(folder.length()) : "/";
            if (name.equals(CaseTypeFiles.YAML)) {
                yaml = text(scales.read(zip.getInputStream(entry), MOST_YAML));
            } else if (name.matches(BOOK)) {
                if (beside.size() == MOST_BOOKS || beside.put(name, scales.book(zip.getInputStream(entry))) != null) {
                    throw new NotAFolder(beside.size() == MOST_BOOKS ? "many_books" : "twice", MOST_BOOKS);
                }
            } else {
                left.add(entry.getName());
            }
        }
        return new TypeArchive(yaml, beside, left);
    }

    private static boolean leadsAway(String name) {
        return name.startsWith("/") || name.contains("\\") || name.contains(":") || List.of(name.split("/")).contains("..")
                || name.length() > 200 || name.chars().anyMatch(Character::isISOControl);
    }

    /** Where its casetype.yaml lies: at the top, or in the one folder that was packed. */
    private static String folder(List<ZipArchiveEntry> files) {
        var found = files.stream().map(ZipArchiveEntry::getName).filter(name -> name.equals(CaseTypeFiles.YAML) || name.endsWith("/" + CaseTypeFiles.YAML)).toList();
        if (found.size() != 1) {
            throw new NotAFolder(found.isEmpty() ? "no_yaml" : "two_yaml");
        }
        return found.getFirst().substring(0, found.getFirst().length() - CaseTypeFiles.YAML.length());
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherLetters) {
            throw new NotAFolder("not_utf8");
        }
    }

    /** The same as a zip, in a folder of this name. */
    byte[] zip(String folder) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            put(zip, folder + "/" + CaseTypeFiles.YAML, yaml.getBytes(StandardCharsets.UTF_8));
            for (var book : beside.entrySet()) {
                put(zip, folder + "/" + book.getKey(), book.getValue());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setTime(315_532_800_000L);
        zip.putArchiveEntry(entry);
        zip.write(bytes);
        zip.closeArchiveEntry();
    }
}
