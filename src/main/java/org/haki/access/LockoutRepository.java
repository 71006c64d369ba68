package org.haki.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever errs often waits: from the fifth failure on 15 seconds, then twice as long each time, at most 15 minutes, and
 * never for good. Each try is counted before it is judged, in a transaction of its own. A name that nobody has waits
 * just as long. On a device the person trusts the count is another one, so that a stranger's tries elsewhere lock
 * nobody out.
 */
@Repository
class LockoutRepository {

    /** What is tried: each has its own count. */
    enum Factor { PASSWORD, TOTP, CARD, WELCOME, SET_UP, UNLOCK, PASS }

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;

    LockoutRepository(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Counts a try; until when to wait where it may not be judged now. */
    Optional<Instant> tryOnce(Factor factor, String who, UUID device) {
        return Optional.ofNullable(apart.execute(_ -> jdbc.sql("select hub.try_factor(:subject, :at)")
                        .param("subject", subject(factor, who, device))
                        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                        .single()
                        .orElse(null)))
                .map(OffsetDateTime::toInstant);
    }

    /** It was right: the count begins anew. */
    void held(Factor factor, String who, UUID device) {
        apart.executeWithoutResult(_ -> jdbc.sql("select hub.factor_held(:subject)")
                .param("subject", subject(factor, who, device))
                .query((_, _) -> null)
                .list());
    }

    private static byte[] subject(Factor factor, String who, UUID device) {
        try {
            var words = factor + "\n" + who + "\n" + (device == null ? "" : device);
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
