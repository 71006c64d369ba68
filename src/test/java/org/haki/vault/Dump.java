package org.haki.vault;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Every row of every table, as whoever carries the database away holds it; and what it yields to whoever holds keys, too. */
record Dump(Map<String, List<String>> rows, List<Wrap> wraps) {

    /** A wrapped key wherever it lies. */
    record Wrap(String table, UUID key, byte[] wrapped) {}

    static Dump of(String ownerUrl) {
        try (var connection = DriverManager.getConnection(ownerUrl); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role haki_backup");
            var tables = new ArrayList<String>();
            try (var found = statement.executeQuery("""
                    select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'r' and n.nspname in ('haki', 'hub', 'vault', 'facts') order by 1""")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            var rows = new TreeMap<String, List<String>>();
            for (var table : tables) {
                var lines = new ArrayList<String>();
                try (var found = statement.executeQuery("select t::text from " + table + " t")) {
                    while (found.next()) {
                        lines.add(found.getString(1));
                    }
                }
                rows.put(table, lines);
            }
            var wraps = new ArrayList<Wrap>();
            for (var table : List.of("vault.key_wrap", "hub.window_wrap")) {
                try (var found = statement.executeQuery("select key_id, wrapped from " + table)) {
                    while (found.next()) {
                        wraps.add(new Wrap(table, found.getObject(1, UUID.class), found.getBytes(2)));
                    }
                }
            }
            connection.rollback();
            return new Dump(rows, wraps);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** Every key that the keys of this organisation open, whosever row the wrap stands in. */
    Map<UUID, SecretKey> opened(OrgKeys keys, UUID org) {
        var opened = new HashMap<UUID, SecretKey>();
        for (var wrap : wraps) {
            for (var version : keys.of(org).all(OrgKeys.DATA).values()) {
                try {
                    opened.put(wrap.key(), Seal.key(Seal.open(version, org, wrap.key(), Vault.KEY, new Sealed(wrap.wrapped()))));
                } catch (CannotOpen anothers) {
                    continue;
                }
            }
        }
        return opened;
    }

    /** The rows in which this text stands, in clear or as bytes of it. */
    List<String> with(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var hex = HexFormat.of().formatHex(bytes);
        var base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        var found = new ArrayList<String>();
        rows.forEach((table, lines) -> lines.stream()
                .filter(line -> line.contains(text) || line.contains(hex) || line.contains(base64))
                .forEach(line -> found.add(table + ": " + line)));
        return found;
    }

    /** The rows of this table in which this stands. */
    List<String> in(String table, Object what) {
        return rows.get(table).stream().filter(line -> line.contains(what.toString())).toList();
    }
}
