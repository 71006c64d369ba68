package org.haki.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.haki.kernel.Refusal;

/** Any file that is given as a backup. */
public final class FuzzBackup {

    private FuzzBackup() {}

    /** One file. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try (var opened = BackupCipher.open(new ByteArrayInputStream(data), salt -> salt)) {
            opened.readAllBytes();
        } catch (Refusal refused) {
            return;
        }
    }
}
