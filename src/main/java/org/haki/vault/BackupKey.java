package org.haki.vault;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys of backups: made from the root key and each backup's own salt, without any database. */
@Component
public class BackupKey {

    private final Path keys;
    private final Path data;

    BackupKey(@Value("${haki.keys}") Path keys, @Value("${haki.data}") Path data) {
        this.keys = keys;
        this.data = data;
    }

    /** The 32-byte key of the backup with this salt. */
    public byte[] of(byte[] salt) {
        return Seal.mac(new KeyFolder(keys, data).read().derived("haki/backup/v1"), salt);
    }
}
