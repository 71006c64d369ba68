package org.haki.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keys for backup files: each is made of the root key and the file's own salt. Works without a database. */
@Component
public class BackupKeys {

    private final KeyFolder folder;

    BackupKeys(@Value("${haki.keys}") Path keys, @Value("${haki.data}") Path data) {
        this.folder = new KeyFolder(keys, data);
    }

    /** Makes a file's key from its salt, under the root key in use. */
    public UnaryOperator<byte[]> current() {
        return of(folder.read());
    }

    /** The same for the root keys that were in use before, by the name of each one's file; the newest first. */
    public Map<String, UnaryOperator<byte[]>> former() {
        var former = new LinkedHashMap<String, UnaryOperator<byte[]>>();
        for (var file : folder.formerKeys()) {
            former.put(file.getFileName().toString(), of(folder.read(file)));
        }
        return former;
    }

    private static UnaryOperator<byte[]> of(RootKey root) {
        return salt -> root.derived("haki/backup/v1/" + HexFormat.of().formatHex(salt));
    }
}
