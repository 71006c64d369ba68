package org.haki.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Wrapped keys: the organisations' in {@code hub}, reached by functions, and the wraps of {@code vault}. */
@Repository
class KeyRepository {

    /** A key of an organisation as it lies in the database. */
    record OrgKeyRow(UUID org, String purpose, int version, Sealed wrapped, byte[] publicKey) {}

    /** The wrap of a person's, case's or window's key. */
    record Wrap(UUID key, int version, Sealed wrapped) {}

    /** A wrap that a guest may use; {@code holder} is the organisation whose key opens it. */
    record LentWrap(UUID holder, Wrap wrap) {}

    /** A wrap that the organisation at work holds for looking through a window. */
    record BorrowedWrap(UUID window, Wrap wrap) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    KeyRepository(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Optional<byte[]> rootCheck() {
        return Optional.ofNullable(transaction.execute(_ ->
                jdbc.sql("select hub.key_check()").query((row, _) -> row.getBytes(1)).list().getFirst()));
    }

    /** Keeps the check value of the first root key; somebody else's where they were first. */
    byte[] rootCheckBorn(byte[] fresh) {
        return transaction.execute(_ -> jdbc.sql("select hub.key_check_born(:fresh)")
                .param("fresh", fresh)
                .query(byte[].class)
                .single());
    }

    boolean changeRootCheck(byte[] before, byte[] fresh) {
        return jdbc.sql("select hub.key_check_change(:before, :fresh)")
                .param("before", before)
                .param("fresh", fresh)
                .query(Boolean.class)
                .single();
    }

    List<OrgKeyRow> orgKeys(UUID org) {
        return transaction.execute(_ -> jdbc.sql("select * from hub.org_keys(:org)")
                .param("org", org)
                .query(KeyRepository::orgKeyRow)
                .list());
    }

    List<OrgKeyRow> everyOrgKey() {
        return jdbc.sql("select * from hub.every_org_key()").query(KeyRepository::orgKeyRow).list();
    }

    void add(OrgKeyRow key, byte[] rootCheck) {
        jdbc.sql("select hub.org_key_add(:org, :purpose, :version, :wrapped, :public, :check)")
                .param("org", key.org())
                .param("purpose", key.purpose())
                .param("version", key.version())
                .param("wrapped", key.wrapped().bytes())
                .param("public", key.publicKey(), Types.BINARY)
                .param("check", rootCheck)
                .query((_, _) -> null)
                .list();
    }

    void rewrap(OrgKeyRow key, Sealed wrapped) {
        jdbc.sql("select hub.org_key_rewrap(:org, :purpose, :version, :wrapped)")
                .param("org", key.org())
                .param("purpose", key.purpose())
                .param("version", key.version())
                .param("wrapped", wrapped.bytes())
                .query((_, _) -> null)
                .list();
    }

    /** Whether the key was removed; it stays while it is the newest or was replaced less than an hour ago. */
    boolean retire(UUID org, String purpose, int version) {
        return jdbc.sql("select hub.org_key_retire(:org, :purpose, :version)")
                .param("org", org)
                .param("purpose", purpose)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    void insert(UUID org, KeyKind kind, Wrap wrap) {
        jdbc.sql("""
                        with born as (insert into vault.key (org_id, id, kind) values (:org, :key, :kind))
                        insert into vault.key_wrap (org_id, key_id, version, wrapped)
                        values (:org, :key, :version, :wrapped)""")
                .param("org", org)
                .param("key", wrap.key())
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("version", wrap.version())
                .param("wrapped", wrap.wrapped().bytes())
                .update();
    }

    List<Wrap> wraps(Collection<UUID> keys) {
        return jdbc.sql("""
                        select key_id, version, wrapped from vault.key_wrap
                        where org_id = haki.org() and key_id = any (:keys)""")
                .param("keys", keys.toArray(UUID[]::new))
                .query(KeyRepository::wrap)
                .list();
    }

    /** The wraps that a guest may use, each with the organisation whose key opens it. */
    List<LentWrap> lentWraps(Collection<UUID> keys) {
        return jdbc.sql("select * from hub.window_wraps(:keys)")
                .param("keys", keys.toArray(UUID[]::new))
                .query((row, number) -> new LentWrap(row.getObject("org_id", UUID.class), wrap(row, number)))
                .list();
    }

    void lend(UUID window, Wrap wrap) {
        jdbc.sql("select hub.window_lend(:window, :key, :version, :wrapped)")
                .param("window", window)
                .param("key", wrap.key())
                .param("version", wrap.version())
                .param("wrapped", wrap.wrapped().bytes())
                .query((_, _) -> null)
                .list();
    }

    /** Borrowed wraps under an older version of the organisation's key, some at a time. */
    List<BorrowedWrap> borrowedBefore(int version, int limit) {
        return jdbc.sql("select * from hub.window_wraps_before(:version, :limit)")
                .param("version", version)
                .param("limit", limit)
                .query((row, number) -> new BorrowedWrap(row.getObject("window_id", UUID.class), wrap(row, number)))
                .list();
    }

    void update(BorrowedWrap borrowed) {
        jdbc.sql("select hub.window_rewrap(:window, :key, :version, :wrapped)")
                .param("window", borrowed.window())
                .param("key", borrowed.wrap().key())
                .param("version", borrowed.wrap().version())
                .param("wrapped", borrowed.wrap().wrapped().bytes())
                .query((_, _) -> null)
                .list();
    }

    int deleteWraps(UUID key) {
        return jdbc.sql("delete from vault.key_wrap where org_id = haki.org() and key_id = :key")
                .param("key", key)
                .update();
    }

    /** Wraps under an older version of the organisation's key, some at a time, locked until they are wrapped anew. */
    List<Wrap> wrapsBefore(int version, int limit) {
        return jdbc.sql("""
                        select key_id, version, wrapped from vault.key_wrap
                        where org_id = haki.org() and version < :version
                        order by key_id
                        limit :limit
                        for update""")
                .param("version", version)
                .param("limit", limit)
                .query(KeyRepository::wrap)
                .list();
    }

    void update(Wrap wrap) {
        jdbc.sql("""
                        update vault.key_wrap set version = :version, wrapped = :wrapped
                        where org_id = haki.org() and key_id = :key""")
                .param("key", wrap.key())
                .param("version", wrap.version())
                .param("wrapped", wrap.wrapped().bytes())
                .update();
    }

    private static OrgKeyRow orgKeyRow(ResultSet row, int number) throws SQLException {
        return new OrgKeyRow(
                row.getObject("org_id", UUID.class),
                row.getString("purpose"),
                row.getInt("version"),
                new Sealed(row.getBytes("wrapped")),
                row.getBytes("public_key"));
    }

    private static Wrap wrap(ResultSet row, int number) throws SQLException {
        return new Wrap(row.getObject("key_id", UUID.class), row.getInt("version"), new Sealed(row.getBytes("wrapped")));
    }
}
