package org.haki.surveys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.kernel.Text;

/** A list as phones read it: {@code name,label,__version}, then what else each line says. No text of it runs as a formula anywhere. */
final class EntityCsv {

    private static final String RUNS_AS_A_FORMULA = "=+-@\t\r";
    private static final String NUMBERS = "-?\\d[\\d ,.;-]*";

    private final List<String> columns;
    private final StringBuilder text = new StringBuilder();
    private final Set<UUID> ids = new LinkedHashSet<>();

    EntityCsv(List<String> columns) {
        this.columns = List.copyOf(columns);
        var head = new ArrayList<>(List.of("name", "label", "__version"));
        head.addAll(columns);
        add(head);
    }

    /** Adds a line; what it says besides is by column. */
    void add(UUID id, String label, int version, Map<String, String> values) {
        ids.add(id);
        var cells = new ArrayList<>(List.of(id.toString(), label, String.valueOf(version)));
        columns.forEach(column -> cells.add(values.getOrDefault(column, "")));
        add(cells);
    }

    Set<UUID> ids() {
        return Set.copyOf(ids);
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void add(List<String> cells) {
        text.append(cells.stream().map(EntityCsv::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    /** In one line, in quotation marks where it must; a number may begin with its sign, any other text may not. */
    static String cell(String value) {
        var line = Text.clean(value).replaceAll("[\\r\\n\\t]+", " ").strip();
        var safe = !line.isEmpty() && RUNS_AS_A_FORMULA.indexOf(line.charAt(0)) >= 0 && !line.matches(NUMBERS) ? "'" + line : line;
        return safe.matches("(?s).*[\",'].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
