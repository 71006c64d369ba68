package org.haki.lists;

import java.nio.charset.StandardCharsets;

/** Any lines that are pasted from a spreadsheet. */
public final class FuzzPasted {

    private FuzzPasted() {}

    /** What is pasted. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (var line : PastedLines.of(new String(data, StandardCharsets.UTF_8))) {
            for (int part = 0; part <= line.parts().size(); part++) {
                line.part(part);
            }
        }
    }
}
