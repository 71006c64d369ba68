package org.haki.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.haki.audit.CopiedTrail;
import org.haki.kernel.Code;
import org.haki.vault.CopiedSecrets;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContext;

/**
 * Fills an organisation with copies of the cases that it has: the same rows in the same tables, but of other people, under keys,
 * ids and codes of their own, spread over the days before. What is written is what the services would have written.
 */
final class Copies {

    /** So many cases at once. */
    private static final int BATCH = 250;
    /** Over how many days the cases are spread, and those among them whose steps still wait. */
    private static final int DAYS = 1_000;
    private static final int DAYS_OF_WAITING = 14;

    private final ApplicationContext haki;
    private final DataSource door;
    private final String before;

    /** @param before what is said to each connection first: who it is that may write everywhere */
    Copies(ApplicationContext haki, DataSource door, String before) {
        this.haki = haki;
        this.door = door;
        this.before = before;
    }

    /**
     * So many more cases for this organisation, copies of those with an id from {@code first} on; so many of them are still open,
     * each of one of these workers.
     */
    void fill(UUID org, UUID first, List<UUID> workers, int many, int open, Runnable each) throws SQLException {
        var secrets = CopiedSecrets.of(haki, org);
        try (var connection = door.getConnection(); var said = connection.createStatement()) {
            said.execute(before);
            connection.setAutoCommit(false);
            var moulds = new Moulds(connection, org, secrets);
            var filling = new Filling(connection, org, secrets, moulds);
            var all = moulds.read(first);
            var opens = all.stream().filter(Mould::open).toList();
            var others = all.stream().filter(mould -> !mould.open()).toList();
            var random = new SplittableRandom(org.getLeastSignificantBits());
            for (int n = 0; n < many; n++) {
                boolean isOpen = (long) (n + 1) * open / many > (long) n * open / many;
                var mould = one(random, isOpen && !opens.isEmpty() || others.isEmpty() ? opens : others);
                int back = (int) ((long) (many - n) * DAYS / many);
                filling.add(mould, new Cast(secrets, mould, one(random, workers), Code.next(), InventedTowns.name(random), InventedTowns.phone(random),
                        back, back % DAYS_OF_WAITING));
                if ((n + 1) % BATCH == 0 || n + 1 == many) {
                    filling.write();
                }
                each.run();
            }
        }
    }

    private static <T> T one(SplittableRandom random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Rows on their way into the tables, in the text form of COPY. */
    private static final class Filling {

        private final Connection connection;
        private final UUID org;
        private final CopiedSecrets secrets;
        private final Moulds moulds;
        private final Map<String, StringBuilder> lines = new LinkedHashMap<>();
        private final Set<Long> known = new HashSet<>();
        private final CopiedTrail trail;

        Filling(Connection connection, UUID org, CopiedSecrets secrets, Moulds moulds) throws SQLException {
            this.connection = connection;
            this.org = org;
            this.secrets = secrets;
            this.moulds = moulds;
            try (var asked = connection.prepareStatement("select distinct token from vault.search_form where org_id = ?")) {
                asked.setObject(1, org);
                try (var row = asked.executeQuery()) {
                    while (row.next()) {
                        known.add(row.getLong(1));
                    }
                }
            }
            try (var asked = connection.prepareStatement("select seq, hash from haki.audit_head where org_id = ? for update")) {
                asked.setObject(1, org);
                try (var row = asked.executeQuery()) {
                    row.next();
                    trail = new CopiedTrail(org, row.getLong(1), row.getBytes(2));
                }
            }
        }

        void add(Mould mould, Cast cast) {
            mould.rows().forEach((table, rows) -> {
                var out = lines(table);
                for (var row : rows) {
                    for (int column = 0; column < row.size(); column++) {
                        if (column > 0) {
                            out.append('\t');
                        }
                        row.get(column).write(cast, out);
                    }
                    out.append('\n');
                }
            });
            index(cast.ids[mould.clientAt()], cast.name, cast.phone);
            mould.trail().forEach(entry -> note(mould, cast, entry));
        }

        private void index(UUID person, String name, String phone) {
            var tokens = new HashSet<Long>();
            for (var word : secrets.words(name)) {
                tokens.add(word.token());
                if (known.add(word.token())) {
                    word.forms().forEach(form -> line("vault.search_form", org, form, word.token(), secrets.searchVersion()));
                }
            }
            tokens.add(secrets.number(phone));
            tokens.forEach(token -> line("vault.search_token", org, token, person, "person", secrets.searchVersion()));
        }

        private void note(Mould mould, Cast cast, Mould.Entry entry) {
            var fields = new ArrayList<String>();
            for (var field : entry.fields()) {
                var text = new StringBuilder();
                if (field != null) {
                    field.write(cast, text);
                }
                fields.add(field == null ? null : text.toString());
            }
            Instant at = cast.moved(entry.at());
            var shown = cast.ids[mould.caseAt()];
            var hashes = trail.append(at, fields, entry.showsIt() ? shown.toString() : null);
            var out = lines("haki.audit_entry");
            out.append(org).append('\t').append(trail.seq()).append('\t').append(at);
            fields.forEach(field -> out.append('\t').append(field == null ? "\\N" : field));
            out.append("\t\\\\x").append(hashes[0]).append("\t\\\\x").append(hashes[1]).append('\n');
            if (entry.showsIt()) {
                line("haki.audit_subject", org, trail.seq(), shown);
            }
        }

        private StringBuilder lines(String table) {
            return lines.computeIfAbsent(table, _ -> new StringBuilder());
        }

        private void line(String table, Object... columns) {
            var out = lines(table);
            for (int column = 0; column < columns.length; column++) {
                out.append(column == 0 ? "" : "\t").append(columns[column]);
            }
            out.append('\n');
        }

        /** All that has come together, in one transaction, and where the trail ends now. */
        void write() throws SQLException {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : lines.entrySet()) {
                if (!table.getValue().isEmpty()) {
                    var bytes = table.getValue().toString().getBytes(StandardCharsets.UTF_8);
                    var into = copy.copyIn("copy " + moulds.named(table.getKey()) + " from stdin");
                    into.writeToCopy(bytes, 0, bytes.length);
                    into.endCopy();
                    table.getValue().setLength(0);
                }
            }
            try (var head = connection.prepareStatement("update haki.audit_head set seq = ?, hash = ? where org_id = ?")) {
                head.setLong(1, trail.seq());
                head.setBytes(2, trail.end());
                head.setObject(3, org);
                head.executeUpdate();
            }
            connection.commit();
        }
    }
}
