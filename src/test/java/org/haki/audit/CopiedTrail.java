package org.haki.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Goes on with an organisation's chain as {@code haki.append_audit} would, for benches that write its rows by COPY. */
public final class CopiedTrail {

    private final UUID org;
    private long seq;
    private byte[] end;

    /** @param end the hash at which the chain ends, at {@code seq} */
    public CopiedTrail(UUID org, long seq, byte[] end) {
        this.org = org;
        this.seq = seq;
        this.end = end;
    }

    /**
     * Appends an entry with these fields, in the order of the table; {@code subjects} as they go into the hash. Answers its hash
     * and the one before, in hex.
     */
    public String[] append(Instant at, List<String> fields, String subjects) {
        seq++;
        var before = end;
        end = AuditChain.hash(new AuditChain.Stored(org, seq, at, fields, subjects, before, null), before);
        return new String[] {HexFormat.of().formatHex(before), HexFormat.of().formatHex(end)};
    }

    public long seq() {
        return seq;
    }

    public byte[] end() {
        return end;
    }
}
