package org.haki.cases;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.haki.kernel.Refusal;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads a casetype.yaml, or refuses with every mistake in it. */
final class CaseTypeReader {

    private static final List<String> SENSITIVITIES = List.of("standard", "confidential", "restricted");
    private static final List<String> OUTCOME_CLASSES = List.of("achieved", "partly", "not_achieved", "unknown", "na");
    private static final List<String> VERIFICATION_RULES = List.of("always");
    private static final Set<String> PARTIES_NEEDED = Set.of("client", "reporter");

    private final String file;
    private final List<String> mistakes = new ArrayList<>();

    private CaseTypeReader(String file) {
        this.file = file;
    }

    static CaseType read(String file, Reader yaml) {
        return new CaseTypeReader(file).read(yaml);
    }

    private CaseType read(Reader yaml) {
        CaseType type = null;
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(true).setLabel(file).build();
            var node = new Compose(settings).composeReader(yaml);
            if (node.isEmpty()) {
                mistakes.add(file + ", line 1: the file is empty");
            } else {
                type = type(new CaseTypeFile(file, node.get(), mistakes));
            }
        } catch (MarkedYamlEngineException notYaml) {
            int line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            mistakes.add(file + ", line " + line + ": " + notYaml.getProblem());
        }
        if (!mistakes.isEmpty()) {
            throw new Refusal("A case type cannot be read. Put this right and start again:\n" + String.join("\n", mistakes));
        }
        return type;
    }

    private CaseType type(CaseTypeFile root) {
        var stages = root.maps("stages").stream().map(CaseTypeReader::stage).toList();
        var services = root.manyLabels("services");
        var parties = root.manyLabels("parties");
        if (!parties.isEmpty()) {
            PARTIES_NEEDED.stream().filter(role -> !parties.containsKey(role)).sorted()
                    .forEach(role -> root.wrong(root.line("parties"), "\"parties\" needs \"" + role + "\""));
        }
        var verification = root.map("verification");
        var type = new CaseType(
                root.text("key"),
                root.number("version", 1),
                root.labels("label"),
                root.labels("client"),
                root.oneOf("sensitivity", SENSITIVITIES),
                root.maps("roles").stream().map(CaseTypeReader::role).toList(),
                parties,
                stages,
                moves(root.map("moves"), stages),
                services,
                outcomes(root.map("outcomes")),
                root.manyLabels("closing_reasons"),
                root.texts("service_levels", services.keySet()),
                verification.oneOf("rule", VERIFICATION_RULES),
                root.number("archive_after_days", 1),
                root.number("retention_years", 1));
        verification.nothingElse();
        root.nothingElse();
        check(root, type);
        return type;
    }

    private static CaseType.Role role(CaseTypeFile map) {
        var role = new CaseType.Role(map.text("key"), map.labels("label"), map.flag("owner"), map.flag("supervisor"));
        map.nothingElse();
        return role;
    }

    private static CaseType.Stage stage(CaseTypeFile map) {
        var stage = new CaseType.Stage(map.text("key"), map.labels("label"), map.flag("initial"));
        map.nothingElse();
        return stage;
    }

    private static Map<String, List<String>> moves(CaseTypeFile map, List<CaseType.Stage> stages) {
        var known = stages.stream().map(CaseType.Stage::key).collect(Collectors.toCollection(LinkedHashSet::new));
        var moves = new LinkedHashMap<String, List<String>>();
        for (var from : map.keys()) {
            if (!known.contains(from)) {
                map.wrong(map.line(from), "\"" + from + "\" is not a stage");
            }
            moves.put(from, map.texts(from, known));
        }
        return moves;
    }

    private static Map<String, CaseType.Outcome> outcomes(CaseTypeFile map) {
        var outcomes = new LinkedHashMap<String, CaseType.Outcome>();
        for (var key : map.keys()) {
            var one = map.map(key);
            outcomes.put(key, new CaseType.Outcome(one.labels("label"), one.oneOf("class", OUTCOME_CLASSES)));
            one.nothingElse();
        }
        return outcomes;
    }

    private static void check(CaseTypeFile root, CaseType type) {
        if (type.stages().isEmpty()) {
            return;
        }
        long first = type.stages().stream().filter(CaseType.Stage::initial).count();
        if (first != 1) {
            root.wrong(root.line("stages"), "exactly one stage should be initial; here are " + first);
        }
        if (type.stages().stream().map(CaseType.Stage::key).distinct().count() != type.stages().size()) {
            root.wrong(root.line("stages"), "two stages have the same key");
        }
        if (type.roles().stream().noneMatch(CaseType.Role::owner)) {
            root.wrong(root.line("roles"), "one role should be the owner's");
        }
        var reached = reachable(type);
        type.stages().stream().map(CaseType.Stage::key).filter(stage -> !reached.contains(stage))
                .forEach(stage -> root.wrong(root.line("moves"), "no move leads to the stage \"" + stage + "\""));
    }

    private static Set<String> reachable(CaseType type) {
        var reached = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(List.of(type.firstStage().key()));
        while (!next.isEmpty()) {
            var stage = next.pop();
            if (reached.add(stage)) {
                next.addAll(type.moves().getOrDefault(stage, List.of()));
            }
        }
        return reached;
    }
}
