package org.haki.xlsform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One case of the reference converter's own tests: its sheets, what is expected, and what the reference made of it. */
record ReferenceCase(String id, JsonNode json) {

    static final Path FOLDER = Path.of("src/test/resources/xlsform/cases");
    private static final List<String> SHEETS = List.of("survey", "choices", "settings", "entities", "external_choices", "osm");

    static Stream<ReferenceCase> all() throws IOException {
        var all = new ArrayList<ReferenceCase>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(file -> file.toString().endsWith(".json.gz")).sorted().toList()) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    JsonMapper.shared().readTree(in).get("cases").forEach(one -> all.add(new ReferenceCase(one.get("id").asString(), one)));
                }
            }
        }
        return all.stream();
    }

    boolean rejected() {
        return !json.get("pyxform_4_5_0").path("error").isNull();
    }

    /** The reference's own code, or else the beginning of its message. */
    String error() {
        var reference = json.get("pyxform_4_5_0");
        var message = reference.get("error").asString();
        var code = reference.path("error_code").asString("");
        return code.isEmpty() ? message : code.equals("NAMES_013") ? code + " " + message : code;
    }

    String golden() {
        return json.get("pyxform_4_5_0").get("xform").asString();
    }

    /** What the case's XPath expressions count: the expression and how many nodes it finds. */
    Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        json.get("expect").path("xml__xpath_match").forEach(path -> counts.put(path.asString(), 1));
        json.get("expect").path("xml__xpath_count").forEach(pair -> counts.put(pair.get(0).asString(), pair.get(1).asInt()));
        return counts;
    }

    @Override
    public String toString() {
        return id;
    }

    Conversion convert() {
        var problems = new Problems();
        var names = new ArrayList<String>();
        json.get("sheets").path("sheet_names").forEach(name -> names.add(name.asString()));
        var sheets = new LinkedHashMap<String, Sheet>();
        for (var name : SHEETS) {
            if (json.get("sheets").path(name).isArray() || json.get("sheets").path(name + "_header").isArray()) {
                sheets.put(name, sheet(name));
            }
        }
        try {
            return XlsForm.convert(new Workbook(sheets, names), "data", json.get("form_name").asString(), problems);
        } catch (Refused refused) {
            return Conversion.refused(List.of(refused.problem()), List.of());
        }
    }

    private Sheet sheet(String name) {
        var columns = new LinkedHashMap<String, Integer>();
        var header = json.get("sheets").path(name + "_header");
        if (header.isArray()) {
            header.forEach(row -> row.propertyNames().forEach(column -> columns.put(column, columns.size() + 1)));
        }
        boolean guessed = columns.isEmpty();
        var rows = new ArrayList<Sheet.Row>();
        json.get("sheets").path(name).forEach(row -> {
            var cells = new LinkedHashMap<Integer, String>();
            row.properties().forEach(cell -> {
                var column = columns.get(cell.getKey());
                if (column == null) {
                    column = columns.size() + 1;
                    columns.put(guessed ? cell.getKey() : "\0" + cell.getKey(), column);
                }
                cells.put(column, cell.getValue().asString());
            });
            rows.add(new Sheet.Row(rows.size() + 2, cells));
        });
        var named = new LinkedHashMap<Integer, String>();
        columns.forEach((column, index) -> {
            if (!column.startsWith("\0") && !column.isBlank() && !column.equals("null")) {
                named.put(index, column);
            }
        });
        return new Sheet(name, named, rows);
    }
}
