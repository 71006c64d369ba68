package org.haki.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptRepository {

    private final JdbcClient jdbc;

    ReceiptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers new, again, late or taken. */
    String keep(byte[] hash, UUID intake) {
        return jdbc.sql("select hub.keep_receipt(:hash, :intake)")
                .param("hash", hash)
                .param("intake", intake)
                .query(String.class)
                .single();
    }

    Optional<Receipts.Found> find(List<UUID> orgs, List<byte[]> hashes) {
        return jdbc.sql("select org_id, intake_id from hub.find_receipt(:orgs, :hashes)")
                .param("orgs", orgs.toArray(UUID[]::new))
                .param("hashes", hashes.toArray(byte[][]::new))
                .query((row, _) -> new Receipts.Found(row.getObject("org_id", UUID.class), row.getObject("intake_id", UUID.class)))
                .list()
                .stream()
                .findFirst();
    }

    void forget(Collection<UUID> intakes) {
        jdbc.sql("select hub.forget_receipts(:intakes)")
                .param("intakes", intakes.toArray(UUID[]::new))
                .query((_, _) -> null)
                .list();
    }
}
