package org.haki.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.haki.vault.CopiedSecrets;
import tools.jackson.databind.json.JsonMapper;

/** Reads an organisation's cases whole, all their rows in all tables. */
final class Moulds {

    /** The first tables to be filled; the others follow in the order of their names, which is that of their references. */
    private static final List<String> FIRST = List.of("vault.key", "vault.key_wrap", "vault.person", "haki.case_file");
    /** What is sealed, and for what purpose. */
    private static final Map<String, String> PURPOSES = Map.of("haki.case_note.sealed", "note", "haki.activity.sealed", "activity",
            "haki.case_closure.remark", "closing", "haki.case_verification.note", "verification", "vault.person.sealed", "identity");
    private static final List<String> TRAIL = List.of("actor_kind", "person_id", "session_id", "request_id", "address", "act", "object_id", "details", "outcome");

    /** A row as it lies there. */
    private record Row(String table, Map<String, Object> values) {

        UUID id(String column) {
            return (UUID) values.get(column);
        }
    }

    /** A case's rows, in the order of the tables. */
    private record Whole(Row file, List<Row> rows, List<Row> trail) {}

    private final Connection connection;
    private final UUID org;
    private final CopiedSecrets secrets;
    private final Map<String, List<String>> columns = new TreeMap<>();

    Moulds(Connection connection, UUID org, CopiedSecrets secrets) throws SQLException {
        this.connection = connection;
        this.org = org;
        this.secrets = secrets;
        try (var asked = connection.createStatement(); var row = asked.executeQuery("""
                select n.nspname || '.' || c.relname, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relkind = 'r' and n.nspname in ('haki', 'vault', 'facts') order by 1, a.attnum""")) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
            }
        }
    }

    /** The columns of these tables, as COPY names them. */
    String named(String table) {
        return table + " (" + String.join(", ", columns.get(table)) + ")";
    }

    /** The cases with this id or a later one. */
    List<Mould> read(UUID first) throws SQLException {
        var cases = new LinkedHashMap<UUID, Whole>();
        var those = "org_id = ? and id >= '" + first + "'";
        rows("haki.case_file", those).forEach(file -> cases.put(file.id("id"), new Whole(file, new ArrayList<>(), new ArrayList<>())));
        var persons = by(rows("vault.person", those), "id");
        var keys = by(rows("vault.key", those), "id");
        var wraps = by(rows("vault.key_wrap", "org_id = ? and key_id >= '" + first + "'"), "key_id");
        cases.values().forEach(whole -> {
            var person = persons.get(whole.file().id("client_id"));
            for (var key : List.of(person.id("key_id"), whole.file().id("key_id"))) {
                whole.rows().add(keys.get(key));
                whole.rows().add(wraps.get(key));
            }
            whole.rows().add(person);
            whole.rows().add(whole.file());
        });
        for (var table : columns.keySet()) {
            if (table.startsWith("haki.") && columns.get(table).contains("case_id") && !table.equals("haki.audit_subject")) {
                rows(table, "org_id = ? and case_id >= '" + first + "'").forEach(row -> cases.get(row.id("case_id")).rows().add(row));
            }
        }
        hanging(cases, first);
        return cases.values().stream().map(this::mould).toList();
    }

    /** What belongs to a case without saying so in a column: by the ids of its rows, or by its code. */
    private void hanging(Map<UUID, Whole> cases, UUID first) throws SQLException {
        var owners = new HashMap<UUID, Whole>();
        cases.values().forEach(whole -> whole.rows().stream().filter(row -> row.values().containsKey("id")).forEach(row -> owners.put(row.id("id"), whole)));
        add(rows("haki.activity_order", "org_id = ? and before_id >= '" + first + "'"), row -> owners.get(row.id("before_id")));
        var links = rows("facts.link", "org_id = ? and object_id >= '" + first + "'");
        var refs = new HashMap<UUID, Whole>();
        links.forEach(link -> refs.put(link.id("ref"), owners.get(link.id("object_id"))));
        add(links, link -> owners.get(link.id("object_id")));
        add(rows("facts.fact", "org_id = ? and id >= '" + first + "'"), fact -> refs.get(fact.id("ref")));
        var codes = cases.values().stream().collect(Collectors.toMap(whole -> (String) whole.file().values().get("code"), whole -> whole));
        add(rows("haki.operation", "org_id = ? and result is not null and op_id >= '" + first + "'"), operation -> codes.get(code((String) operation.values().get("result"))));
        rows("haki.audit_entry", "org_id = ? and object_id >= '" + first + "'").forEach(entry -> {
            var whole = owners.get(entry.id("object_id"));
            if (whole != null) {
                whole.trail().add(entry);
            }
        });
    }

    private static String code(String result) {
        var parts = result.split("[/?#]");
        return parts.length > 2 && parts[1].equals("cases") ? parts[2] : "";
    }

    private static void add(List<Row> rows, Function<Row, Whole> owner) {
        rows.forEach(row -> {
            var whole = owner.apply(row);
            if (whole != null) {
                whole.rows().add(row);
            }
        });
    }

    private Mould mould(Whole whole) {
        var own = new LinkedHashSet<UUID>();
        for (var row : whole.rows()) {
            Stream.of("id", "ref", "item", "op_id").map(row::id).filter(Objects::nonNull).forEach(own::add);
        }
        var owner = whole.file().id("owner_id");
        own.add(owner);
        var ids = List.copyOf(own);
        var keys = new HashMap<UUID, SecretKey>();
        for (var row : whole.rows()) {
            if (row.table().equals("vault.key_wrap")) {
                keys.put(row.id("key_id"), secrets.unwrapped(row.id("key_id"), Integer.parseInt((String) row.values().get("version")), (byte[]) row.values().get("wrapped")));
            }
        }
        var person = whole.rows().stream().filter(row -> row.table().equals("vault.person")).findFirst().orElseThrow();
        var identity = new String(secrets.open(keys.get(person.id("key_id")), person.id("id"), "identity", (byte[]) person.values().get("sealed")), StandardCharsets.UTF_8);
        var said = JsonMapper.shared().readTree(identity);
        var client = new Mould.Client(person.id("id"), said.get("name").asString(), said.get("phones").get(0).asString());
        var open = whole.file().values().get("status").equals("open");
        var compiled = new Compiled(ids, (String) whole.file().values().get("code"), whole.file().id("key_id"), keys, client, open);
        var rows = new LinkedHashMap<String, List<List<Part>>>();
        FIRST.forEach(table -> rows.put(table, new ArrayList<>()));
        whole.rows().stream().map(Row::table).sorted().forEach(table -> rows.putIfAbsent(table, new ArrayList<>()));
        whole.rows().forEach(row -> rows.get(row.table()).add(columns.get(row.table()).stream().map(column -> compiled.part(row, column)).toList()));
        var trail = new ArrayList<Mould.Entry>();
        whole.trail().stream().sorted(Comparator.comparing(row -> Long.parseLong((String) row.values().get("seq")))).forEach(entry -> trail.add(
                new Mould.Entry((Instant) entry.values().get("at"), TRAIL.stream().map(field -> entry.values().get(field) == null ? null : compiled.part(entry, field)).toList(), false)));
        return new Mould(ids, whole.file().id("id"), owner, Set.copyOf(keys.keySet()), client, open, rows, shown(trail));
    }

    /** Each of its deeds was an entry that says no more than the verb and shows the case; of a hundred cases at once they were one. */
    private static List<Mould.Entry> shown(List<Mould.Entry> trail) {
        var first = trail.getFirst();
        var fields = new ArrayList<>(first.fields());
        fields.set(5, Part.same("case.open"));
        fields.set(6, null);
        fields.set(7, Part.same(""));
        return Stream.concat(Stream.of(new Mould.Entry(first.at(), fields, true)), trail.stream()).toList();
    }

    /** Turns the columns of a case's rows into parts. */
    private final class Compiled {

        private final List<UUID> ids;
        private final List<String> texts;
        private final String code;
        private final UUID caseKey;
        private final Map<UUID, SecretKey> keys;
        private final Mould.Client client;
        private final boolean open;

        Compiled(List<UUID> ids, String code, UUID caseKey, Map<UUID, SecretKey> keys, Mould.Client client, boolean open) {
            this.ids = ids;
            this.texts = ids.stream().map(UUID::toString).toList();
            this.code = code;
            this.caseKey = caseKey;
            this.keys = keys;
            this.client = client;
            this.open = open;
        }

        Part part(Row row, String column) {
            var name = row.table() + "." + column;
            boolean due = open && row.table().equals("haki.activity") && column.startsWith("due_") && row.values().get("state").equals("planned");
            return switch (row.values().get(column)) {
                case null -> Part.none();
                case UUID id -> ids.contains(id) ? Part.id(ids.indexOf(id)) : Part.same(id.toString());
                case Instant moment -> Part.moment(moment, due);
                case LocalDate day -> Part.day(day, due);
                case byte[] bytes -> bytes(row, name, bytes);
                case String text -> Part.text(text, code, texts);
                default -> throw new IllegalStateException(name);
            };
        }

        private Part bytes(Row row, String name, byte[] bytes) {
            if (name.equals("vault.key_wrap.wrapped")) {
                return Part.wrap(ids.indexOf(row.id("key_id")));
            }
            if (name.equals("haki.operation.body_hash")) {
                var hash = new StringBuilder();
                Part.bytes(bytes, hash);
                return Part.same(hash.toString());
            }
            var purpose = PURPOSES.get(name);
            if (purpose == null) {
                throw new IllegalStateException("The bench does not know how " + name + " is sealed");
            }
            boolean identity = purpose.equals("identity");
            var key = identity ? row.id("key_id") : caseKey;
            var plain = secrets.open(keys.get(key), row.id("id"), purpose, bytes);
            return identity ? Part.identity(ids.indexOf(key), ids.indexOf(row.id("id")), purpose, new String(plain, StandardCharsets.UTF_8), client)
                    : Part.sealed(ids.indexOf(key), ids.indexOf(row.id("id")), purpose, plain);
        }
    }

    private static Map<UUID, Row> by(List<Row> rows, String column) {
        return rows.stream().collect(Collectors.toMap(row -> row.id(column), row -> row));
    }

    private List<Row> rows(String table, String which) throws SQLException {
        var order = new HashSet<>(columns.get(table)).contains("seq") ? " order by seq" : "";
        try (var asked = connection.prepareStatement("select * from " + table + " where " + which + order)) {
            asked.setObject(1, org);
            try (var found = asked.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    rows.add(new Row(table, values(found)));
                }
                return rows;
            }
        }
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        var values = new HashMap<String, Object>();
        var meta = row.getMetaData();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            values.put(meta.getColumnName(column), switch (meta.getColumnTypeName(column)) {
                case "uuid" -> row.getObject(column);
                case "bytea" -> row.getBytes(column);
                case "date" -> row.getObject(column, LocalDate.class);
                case "timestamptz" -> {
                    var moment = row.getObject(column, OffsetDateTime.class);
                    yield moment == null ? null : moment.toInstant();
                }
                default -> row.getString(column);
            });
        }
        return values;
    }
}
