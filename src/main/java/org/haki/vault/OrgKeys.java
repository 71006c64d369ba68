package org.haki.vault;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The organisations' own keys, unwrapped in memory for a minute at a time, so that a change of keys is noticed. */
@Component
class OrgKeys {

    static final String DATA = "data";
    static final String SEARCH = "search";
    static final String BOX = "box";
    static final String OWN = "own";

    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int X25519_LENGTH = 32;

    /** One organisation's keys by purpose and version. */
    record Keys(Map<String, NavigableMap<Integer, SecretKey>> byPurpose) {

        int newest(String purpose) {
            return all(purpose).lastKey();
        }

        SecretKey key(String purpose, int version) {
            var key = all(purpose).get(version);
            if (key == null) {
                throw new CannotOpen("The organisation's key of this version is no longer kept");
            }
            return key;
        }

        NavigableMap<Integer, SecretKey> all(String purpose) {
            return byPurpose.get(purpose);
        }
    }

    private record Held(Keys keys, long since) {}

    private final Keyring keyring;
    private final KeyRepository repository;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    OrgKeys(Keyring keyring, KeyRepository repository) {
        this.keyring = keyring;
        this.repository = repository;
    }

    /** Makes the first keys of an organisation. */
    void bear(UUID org) {
        add(org, DATA, 1, Seal.freshKey().getEncoded(), null);
        add(org, SEARCH, 1, Seal.freshKey().getEncoded(), null);
        add(org, OWN, 1, Seal.freshKey().getEncoded(), null);
        var box = x25519();
        add(org, BOX, 1, last32(box.getPrivate().getEncoded()), last32(box.getPublic().getEncoded()));
    }

    /** Makes the next version of a key; from now on it is the one that is used. */
    int renew(UUID org, String purpose) {
        int next = read(org).newest(purpose) + 1;
        add(org, purpose, next, Seal.freshKey().getEncoded(), null);
        return next;
    }

    /** The organisation's keys, at most a minute old. */
    Keys of(UUID org) {
        var known = held.get(org);
        if (known != null && System.nanoTime() - known.since() < FRESH_NANOS) {
            return known.keys();
        }
        var keys = read(org);
        held.put(org, new Held(keys, System.nanoTime()));
        return keys;
    }

    /** The key of this version, read anew where it is not at hand: another Haki may just have made it. */
    SecretKey key(UUID org, String purpose, int version) {
        if (!of(org).all(purpose).containsKey(version)) {
            held.remove(org);
        }
        return of(org).key(purpose, version);
    }

    void forget(UUID org) {
        held.remove(org);
    }

    /** An organisation's key under the root key, bound to its place. */
    static Sealed wrap(RootKey root, UUID org, String purpose, int version, byte[] key) {
        return Seal.seal(root.wrapping(), org, new UUID(0, version), "org-key/" + purpose, key);
    }

    static byte[] unwrap(RootKey root, KeyRepository.OrgKeyRow row) {
        return Seal.open(root.wrapping(), row.org(), new UUID(0, row.version()), "org-key/" + row.purpose(), row.wrapped());
    }

    private void add(UUID org, String purpose, int version, byte[] key, byte[] publicKey) {
        var root = keyring.current();
        repository.add(
                new KeyRepository.OrgKeyRow(org, purpose, version, wrap(root, org, purpose, version, key), publicKey),
                root.check());
    }

    private Keys read(UUID org) {
        var rows = repository.orgKeys(org);
        if (rows.isEmpty()) {
            throw new IllegalStateException("An organisation without keys");
        }
        try {
            return unwrap(keyring.root(), rows);
        } catch (CannotOpen anotherRoot) {
            return unwrap(keyring.readAgain(), rows);
        }
    }

    private static Keys unwrap(RootKey root, List<KeyRepository.OrgKeyRow> rows) {
        var byPurpose = new HashMap<String, NavigableMap<Integer, SecretKey>>();
        for (var row : rows) {
            byPurpose.computeIfAbsent(row.purpose(), _ -> new TreeMap<>()).put(row.version(), Seal.key(unwrap(root, row)));
        }
        return new Keys(byPurpose);
    }

    private static KeyPair x25519() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot make a key pair", impossible);
        }
    }

    /** The key itself: in both encodings of X25519 its 32 bytes come last. */
    private static byte[] last32(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - X25519_LENGTH, encoded.length);
    }
}
