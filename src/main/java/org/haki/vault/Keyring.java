package org.haki.vault;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import org.haki.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The root key at work. The first start with an empty database makes it; every other start refuses a key that is
 * missing, open to others, damaged, or not the one that this database was made with.
 */
@Component
class Keyring {

    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

    private final KeyFolder folder;
    private final KeyRepository keys;
    private final Clock clock;
    private volatile RootKey root;

    Keyring(@Value("${haki.keys}") Path folder, @Value("${haki.data}") Path data, KeyRepository keys, Clock clock) {
        this.folder = new KeyFolder(folder, data);
        this.keys = keys;
        this.clock = clock;
        this.root = unlock();
    }

    RootKey root() {
        return root;
    }

    /** The root key of this moment, for making keys under it. */
    RootKey current() {
        boolean same = keys.rootCheck().filter(check -> sameCheck(root, check)).isPresent();
        return same ? root : readAgain();
    }

    KeyFolder folder() {
        return folder;
    }

    /** Reads the root key again: a command beside this Haki may have changed it. */
    RootKey readAgain() {
        root = unlock();
        return root;
    }

    private RootKey unlock() {
        var known = keys.rootCheck();
        if (known.isEmpty()) {
            keys.rootCheckBorn(firstKey().check());
            return unlock();
        }
        if (folder.holdsNext() && sameCheck(folder.readNext(), known.get())) {
            folder.useNext(LocalDate.now(clock));
            LOG.info("A change of the root key that was interrupted is complete now.");
        }
        var key = folder.read();
        if (!sameCheck(key, known.get())) {
            throw new Refusal(("The root key in %s is another one than this database was made with. Put back the right root.key, "
                    + "or type in its recovery sheet: bin/haki keys recover.").formatted(folder.folder()));
        }
        return key;
    }

    private RootKey firstKey() {
        if (folder.holdsKey()) {
            return folder.read();
        }
        LOG.info("Making the root key in {}. Keep the recovery sheet that set-up prints: without this key nothing can be read again.",
                folder.folder());
        return folder.make();
    }

    private static boolean sameCheck(RootKey key, byte[] check) {
        return MessageDigest.isEqual(key.check(), check);
    }
}
