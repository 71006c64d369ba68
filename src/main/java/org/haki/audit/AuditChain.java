package org.haki.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves an organisation's chain: computes every hash again, as {@code haki.append_audit} does, and names the first broken entry. */
@Service
public class AuditChain {

    /** What is wrong with an entry. */
    public enum Wrong {
        /** It, or the list of cases it showed, is not what was written. */
        CHANGED,
        /** It is not there. */
        MISSING,
        /** It stands at another place. */
        REORDERED,
        /** The chain ends before it, though its end was known to lie further. */
        TRUNCATED,
        /** It stands behind the end of the chain. */
        ADDED,
        /** The end of the chain itself is not what was written. */
        END_CHANGED
    }

    /** The first broken entry of a chain. */
    public record Broken(long seq, Wrong wrong) {}

    /**
     * A chain that was read to its end.
     *
     * @param length how many entries were proved right
     * @param end    the beginning of the last hash, to be compared with one that was printed or sent elsewhere
     */
    public record Proof(long length, String end, Optional<Broken> broken) {}

    /** An entry as it lies in the table; subjects are the cases it showed, in order, separated by commas. */
    record Stored(UUID org, long seq, Instant at, List<String> fields, String subjects, byte[] prevHash, byte[] hash) {}

    /** The end of the chain as it was written last. */
    record Head(long seq, byte[] hash) {}

    private static final String TAG = "haki/audit/v1";
    private static final int SHOWN_DIGITS = 16;

    private final AuditRepository entries;
    private final TransactionTemplate transaction;

    AuditChain(AuditRepository entries, TransactionTemplate transaction) {
        this.entries = entries;
        this.transaction = transaction;
    }

    /**
     * Reads the whole chain of this organisation. Not a deed of {@code Work}: that would append to the chain, and a
     * chain that takes nothing more must still be proved broken.
     */
    public Proof verify(UUID org) {
        return transaction.execute(_ -> {
            entries.enter(org);
            return entries.proof();
        });
    }

    /** Goes along a chain, entry by entry, and stays at the first broken one. */
    static final class Walk {
        private byte[] before = sha256(TAG.getBytes(StandardCharsets.UTF_8));
        private long proved;
        private Head end;
        private Broken broken;

        /** @param end the end of the chain; {@code null} where none was ever written */
        Walk(Head end) {
            this.end = end;
        }

        /** The next entry, and the end of the chain as it was at the moment that the entry was read. */
        void pass(Stored entry, Head endThen) {
            end = endThen;
            if (broken != null) {
                return;
            }
            long seq = proved + 1;
            if (end == null || seq > end.seq()) {
                broken = new Broken(seq, Wrong.ADDED);
            } else if (entry.seq() != seq || !isRight(entry)) {
                broken = new Broken(seq, entry.seq() == seq && follows(entry) ? Wrong.CHANGED : Wrong.MISSING);
            } else {
                before = entry.hash();
                proved = seq;
            }
        }

        /** The proof; {@code elsewhere} says whether some entry of the chain follows this hash. */
        Proof arrive(Predicate<byte[]> elsewhere) {
            if (broken == null && end != null && end.seq() > proved) {
                broken = new Broken(proved + 1, Wrong.TRUNCATED);
            } else if (broken == null && end != null && !Arrays.equals(end.hash(), before)) {
                broken = new Broken(proved, Wrong.END_CHANGED);
            } else if (broken != null && broken.wrong() == Wrong.MISSING && elsewhere.test(before)) {
                broken = new Broken(broken.seq(), Wrong.REORDERED);
            }
            return new Proof(proved, HexFormat.of().formatHex(before).substring(0, SHOWN_DIGITS), Optional.ofNullable(broken));
        }

        private boolean isRight(Stored entry) {
            return Arrays.equals(entry.prevHash(), before) && Arrays.equals(hash(entry, before), entry.hash());
        }

        /** Whether it is this place's entry, whatever was done to it. */
        private boolean follows(Stored entry) {
            return Arrays.equals(entry.prevHash(), before) || Arrays.equals(hash(entry, before), entry.hash());
        }
    }

    /** SHA-256 of the hash before and the canonical form: each field its length in bytes, a colon, its bytes; '-' for none. */
    static byte[] hash(Stored entry, byte[] previous) {
        var canonical = new StringBuilder();
        append(canonical, TAG);
        append(canonical, entry.org().toString());
        append(canonical, Long.toString(entry.seq()));
        append(canonical, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())));
        entry.fields().forEach(field -> append(canonical, field));
        append(canonical, entry.subjects());
        var digest = digest();
        digest.update(previous);
        return digest.digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder canonical, String field) {
        if (field == null) {
            canonical.append('-');
        } else {
            canonical.append(field.getBytes(StandardCharsets.UTF_8).length).append(':').append(field);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
