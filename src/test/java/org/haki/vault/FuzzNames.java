package org.haki.vault;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any name, number or recovery sheet as it is typed, in any script. */
public final class FuzzNames {

    private static final int MOST = 2_000;

    private FuzzNames() {}

    /** One text, taken for each. */
    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        if (text.length() > MOST) {
            return;
        }
        SearchTokens.of(List.of(text), List.of(text));
        SearchTokens.asked(text);
        Phones.end(text);
        NamesInText.any(text, List.of("Asha Thapa", text));
        RecoverySheet.read(text);
        RecoverySheet.firstWrongLine(text);
    }
}
