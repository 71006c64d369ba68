package org.haki.vault;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Keys, sealed values and search. Except where an organisation is named, everything happens inside {@code work.as} and
 * for the organisation at work.
 */
@Service
public class Vault {

    /** Makes the keys of an organisation that is being born; in the transaction that makes the organisation. */
    public void bear(UUID org) {
        throw new UnsupportedOperationException();
    }

    /** A new key that opens one person, case or window; its wrap is kept for the organisation at work. */
    public UUID newKey(KeyKind kind) {
        throw new UnsupportedOperationException();
    }

    /** Loads the keys for many records in one query; later calls in this transaction find them at hand. */
    public void fetch(Collection<UUID> keys) {
        throw new UnsupportedOperationException();
    }

    /** Destroys a key for good: what was sealed under it never opens again. */
    public void destroy(UUID key) {
        throw new UnsupportedOperationException();
    }

    /** Seals a text for one record and one purpose (a word that never changes, such as {@code "identity"}); null stays null. */
    public Sealed seal(UUID key, UUID record, String purpose, String text) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #seal(UUID, UUID, String, String)}, for bytes. */
    public Sealed seal(UUID key, UUID record, String purpose, byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /** Opens a text sealed for this record and purpose; null stays null. */
    public String open(UUID key, UUID record, String purpose, Sealed sealed) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #open}, for bytes. */
    public byte[] openBytes(UUID key, UUID record, String purpose, Sealed sealed) {
        throw new UnsupportedOperationException();
    }

    /** Seals under the organisation's own key what belongs to no client: a second factor's seed, a draft. Works outside work.as. */
    public Sealed sealForOrganisation(UUID org, UUID record, String purpose, byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /** Opens what {@link #sealForOrganisation} sealed. Works outside work.as. */
    public byte[] openForOrganisation(UUID org, UUID record, String purpose, Sealed sealed) {
        throw new UnsupportedOperationException();
    }

    /** A keyed hash (32 bytes) of something to be recognised again but never read, such as a receipt. Works outside work.as. */
    public byte[] fingerprint(UUID org, String purpose, String text) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes the subject findable by these names and telephone numbers, instead of those before. The kind is
     * {@code "person"} or {@code "intake"}.
     */
    public void index(UUID subject, String kind, Collection<String> names, Collection<String> phones) {
        throw new UnsupportedOperationException();
    }

    /** The subject is found no more. */
    public void forget(UUID subject) {
        throw new UnsupportedOperationException();
    }

    /**
     * The subjects whose names or numbers are like what somebody typed, the likest first: any word of a name, its
     * beginning from three letters on, other spellings and scripts, one letter wrong, the end of a telephone number.
     * Whoever asks shows only those that the reader may see.
     */
    public List<UUID> search(String kind, String typed, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Subjects that may be the same person or report as these names and numbers, the likest first. */
    public List<Match> similar(String kind, Collection<String> names, Collection<String> phones, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The root key as the lines of the recovery sheet, to be printed at set-up and kept in a safe. */
    public List<String> recoverySheet() {
        throw new UnsupportedOperationException();
    }

    /** Whether the recovery sheet was typed back right: 0, or the number (from 1) of its first wrong or missing line. */
    public int wrongLineOf(String typedSheet) {
        throw new UnsupportedOperationException();
    }
}
