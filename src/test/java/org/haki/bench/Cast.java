package org.haki.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.SecretKey;
import org.haki.vault.CopiedSecrets;

/** What is its own in one copy of a case: ids, keys, code, name, number, whose it is, and how many days ago it all was. */
final class Cast {

    final CopiedSecrets secrets;
    final UUID[] ids;
    final SecretKey[] keys;
    final String code;
    final String name;
    final String phone;
    /** How many days before its mould everything was; and how many days the steps that still wait are moved. */
    final int back;
    final int dueBack;

    Cast(CopiedSecrets secrets, Mould mould, UUID worker, String code, String name, String phone, int back, int dueBack) {
        this.secrets = secrets;
        this.code = code;
        this.name = name;
        this.phone = phone;
        this.back = back;
        this.dueBack = dueBack;
        ids = new UUID[mould.ids().size()];
        keys = new SecretKey[ids.length];
        for (int n = 0; n < ids.length; n++) {
            var id = mould.ids().get(n);
            ids[n] = id.equals(mould.owner()) ? worker : again(id, back);
        }
        mould.keys().forEach(key -> keys[mould.ids().indexOf(key)] = secrets.fresh());
    }

    Instant moved(Instant moment) {
        return moment.minus(back, ChronoUnit.DAYS);
    }

    /** An id of the same version, of so many days before. */
    private static UUID again(UUID id, int days) {
        var random = ThreadLocalRandom.current();
        if (id.version() != 7) {
            return new UUID(random.nextLong() & ~0xF000L | (long) id.version() << 12, random.nextLong() >>> 2 | 1L << 63);
        }
        long moment = (id.getMostSignificantBits() >>> 16) - days * 86_400_000L;
        return new UUID(moment << 16 | 0x7000L | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }
}
