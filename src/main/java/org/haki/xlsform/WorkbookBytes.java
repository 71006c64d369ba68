package org.haki.xlsform;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A workbook's bytes, weighed before anything reads them: the file, its parts as they unfold, and no XML that declares entities. */
final class WorkbookBytes {

    private static final int MOST_BYTES = 20 << 20;
    private static final long MOST_UNFOLDED = 64L << 20;
    private static final int MOST_PARTS = 2_000;
    /** The last column of Excel is XFD. */
    private static final int MOST_LETTERS_OF_A_COLUMN = 3;
    private static final XMLInputFactory PARSERS = parsers();
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    /** How a workbook with a password names its inner part, in the letters of OLE2. */
    private static final byte[] ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0".getBytes(StandardCharsets.US_ASCII);

    private WorkbookBytes() {}

    private static XMLInputFactory parsers() {
        var parsers = new InputFactoryImpl();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return parsers;
    }

    /** All bytes, or a refusal; warns of macros, which nothing here reads. */
    static byte[] of(InputStream stream, Problems problems) throws IOException {
        var bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw refusal(Fault.FILE_TOO_BIG, "more than " + (MOST_BYTES >> 20) + " MB");
        }
        if (startsWith(bytes, OLE2)) {
            throw refusal(find(bytes, bytes.length, ENCRYPTED) ? Fault.FILE_LOCKED : Fault.FILE_OLD_EXCEL);
        }
        if (!startsWith(bytes, ZIP)) {
            throw refusal(Fault.FILE_UNREADABLE);
        }
        try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
            weigh(zip);
            for (var part : Collections.list(zip.getEntries())) {
                look(zip, part);
            }
            if (hasMacros(zip)) {
                problems.warn(new Problem(Fault.FILE_MACROS, "", 0, 0, Fault.FILE_MACROS.say()));
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw refusal(Fault.FILE_UNREADABLE);
        }
        return bytes;
    }

    static Refused refusal(Fault fault, Object... said) {
        return new Refused(new Problem(fault, "", 0, 0, fault.say(said)));
    }

    private static void weigh(ZipFile zip) throws IOException {
        var parts = Collections.list(zip.getEntries());
        if (parts.size() > MOST_PARTS) {
            throw refusal(Fault.FILE_TOO_BIG, "more than " + MOST_PARTS + " parts");
        }
        long unfolded = 0;
        var buffer = new byte[1 << 16];
        for (var part : parts) {
            try (var in = zip.getInputStream(part)) {
                boolean first = true;
                for (int read = in.readNBytes(buffer, 0, buffer.length); read > 0; read = in.readNBytes(buffer, 0, buffer.length)) {
                    unfolded += read;
                    if (unfolded > MOST_UNFOLDED) {
                        throw refusal(Fault.FILE_TOO_BIG, "unfolded it has more than " + (MOST_UNFOLDED >> 20) + " MB");
                    }
                    if (first && find(buffer, read, DOCTYPE)) {
                        throw refusal(Fault.FILE_UNREADABLE);
                    }
                    first = false;
                }
            }
        }
    }

    /**
     * Looks at where cells say that they stand, before the reader does: it makes room for every column up to there. A part is read
     * by the same parser as the reader's, and no further than that goes.
     */
    private static void look(ZipFile zip, ZipArchiveEntry part) throws IOException {
        try (var in = zip.getInputStream(part)) {
            var xml = PARSERS.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c") && isFar(xml.getAttributeValue(null, "r"))) {
                    throw refusal(Fault.FILE_UNREADABLE);
                }
            }
        } catch (XMLStreamException noXml) {
            return;
        }
    }

    private static boolean isFar(String place) {
        return place != null && place.length() > MOST_LETTERS_OF_A_COLUMN && place.chars().limit(MOST_LETTERS_OF_A_COLUMN + 1).allMatch(Character::isLetter);
    }

    private static boolean hasMacros(ZipFile zip) {
        return Collections.list(zip.getEntries()).stream().map(part -> part.getName().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.endsWith("vbaproject.bin") || name.contains("/macrosheets/"));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean find(byte[] bytes, int length, byte[] wanted) {
        for (int i = 0; i <= length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
