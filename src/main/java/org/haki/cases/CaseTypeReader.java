package org.haki.cases;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads a casetype.yaml; what is wrong in it is found with its line, all of it at once. */
final class CaseTypeReader {

    private static final List<String> SENSITIVITIES = List.of("standard", "confidential", "restricted");
    private static final List<String> OUTCOME_CLASSES = List.of("achieved", "partly", "not_achieved", "unknown", "na");
    private static final Set<String> PARTIES_NEEDED = Set.of("client", "reporter");

    private static final String HINT = "The file cannot be read from here on, or from a line above. Indent with spaces, not with tabs; close every"
            + " bracket and quotation mark; put quotation marks around a text that holds a colon, #, {, [ or a comma.";

    private final Findings found;

    CaseTypeReader(Findings found) {
        this.found = found;
    }

    /** The type as it could be read; {@code null} where the file is no mapping at all. */
    CaseType read(String file, Reader yaml) {
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(true).setLabel(file).build();
            var node = new Compose(settings).composeReader(yaml);
            if (node.isEmpty()) {
                found.wrong(1, "the file is empty");
                return null;
            }
            return type(new CaseTypeFile(found, node.get(), true));
        } catch (MarkedYamlEngineException notYaml) {
            found.wrong(notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), notYaml.getProblem() + ". " + HINT);
            return null;
        }
    }

    private CaseType type(CaseTypeFile root) {
        var label = root.labels("label");
        found.speaks(label.byLanguage().keySet());
        var roles = roles(root);
        var stages = stages(root);
        var sections = sections(root);
        var services = root.manyLabels("services");
        var outcomes = outcomes(root.map("outcomes"));
        var reasons = root.manyLabels("closing_reasons");
        var levels = root.texts("service_levels", services.keySet());
        var ending = new EndingReader(root, services.keySet(), outcomes.keySet(), reasons.keySet(), levels);
        var type = new CaseType(
                root.text("key"),
                root.number("version", 1),
                root.flag("standard"),
                label,
                root.labels("client"),
                root.oneOf("sensitivity", SENSITIVITIES),
                roles,
                parties(root),
                sections,
                stages,
                moves(root.map("moves"), stages),
                new TimelineReader(root, keys(roles.stream().map(CaseType.Role::key))).read(),
                services,
                outcomes,
                reasons,
                levels,
                ConsentsReader.read(root),
                incident(root),
                ending.read(root.text("sensitivity").equals("restricted")),
                opening(root, sections),
                root.number("archive_after_days", 1), root.number("retention_years", 1),
                UpgradeReader.read(root, keys(stages.stream().map(CaseType.Stage::key)), keys(roles.stream().map(CaseType.Role::key))));
        root.nothingElse();
        checkStages(root, type);
        checkSample(root, type);
        checkHousehold(root, type);
        return type;
    }

    private static Set<String> keys(Stream<String> keys) {
        return keys.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Names every key that stands for two things of a list. */
    static void refuseTwice(CaseTypeFile root, String list, Collection<String> keys) {
        var seen = new HashSet<String>();
        keys.stream().filter(key -> !key.isEmpty() && !seen.add(key)).distinct()
                .forEach(key -> root.wrong(root.line(list), "\"" + list + "\" has \"" + key + "\" twice"));
    }

    private static List<CaseType.Role> roles(CaseTypeFile root) {
        var roles = root.maps("roles").stream().map(map -> {
            var role = new CaseType.Role(map.text("key"), map.labels("label"), map.flag("owner"), map.flag("supervisor"));
            map.nothingElse();
            return role;
        }).toList();
        refuseTwice(root, "roles", roles.stream().map(CaseType.Role::key).toList());
        if (!root.has("roles")) {
            return roles;
        }
        if (roles.stream().filter(CaseType.Role::owner).count() != 1) {
            root.wrong(root.line("roles"), "one role should be the owner's");
        }
        if (roles.stream().filter(CaseType.Role::supervisor).count() != 1) {
            root.wrong(root.line("roles"), "one role should be the supervisor's");
        }
        return roles;
    }

    private static Map<String, Labels> parties(CaseTypeFile root) {
        var parties = root.manyLabels("parties");
        if (!parties.isEmpty()) {
            PARTIES_NEEDED.stream().filter(role -> !parties.containsKey(role)).sorted()
                    .forEach(role -> root.wrong(root.line("parties"), "\"parties\" needs \"" + role + "\""));
        }
        return parties;
    }

    private static List<CaseType.Section> sections(CaseTypeFile root) {
        var sections = root.mapsIfAny("sections").stream().map(map -> {
            var section = new CaseType.Section(map.text("key"), map.text("form"), map.labels("label"), map.condition("when"),
                    map.condition(CaseTypeProof.SAVES_ONLY_IF));
            if (CaseConditions.FIELDS.contains(section.key())) {
                map.refuse("key", "is what a case itself says: name the section otherwise", "");
            }
            if (!section.form().isEmpty() && !section.form().matches("[a-z][a-z0-9_]{0,40}\\.xlsx")) {
                map.refuse("form", "should be a workbook of this folder, like " + section.key() + ".xlsx", "");
            }
            map.nothingElse();
            return section;
        }).toList();
        refuseTwice(root, "sections", sections.stream().map(CaseType.Section::key).toList());
        return sections;
    }

    private static List<CaseType.Stage> stages(CaseTypeFile root) {
        var stages = root.maps("stages").stream().map(map -> {
            var stage = new CaseType.Stage(map.text("key"), map.labels("label"), map.flag("initial"));
            map.nothingElse();
            return stage;
        }).toList();
        refuseTwice(root, "stages", stages.stream().map(CaseType.Stage::key).toList());
        return stages;
    }

    private static Map<String, List<String>> moves(CaseTypeFile map, List<CaseType.Stage> stages) {
        var known = keys(stages.stream().map(CaseType.Stage::key));
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

    private static CaseType.Incident incident(CaseTypeFile root) {
        if (!root.has("incident")) {
            return null;
        }
        var map = root.map("incident");
        List.of("each", "counts_when").forEach(map::text);
        var incident = new CaseType.Incident(map.path("each"), map.condition("counts_when"));
        map.nothingElse();
        return incident;
    }

    private static CaseType.Opening opening(CaseTypeFile root, List<CaseType.Section> sections) {
        if (!root.has("intake")) {
            return new CaseType.Opening("", "", true, "", List.of());
        }
        var map = root.map("intake");
        var known = sections.stream().map(CaseType.Section::key).toList();
        var opening = new CaseType.Opening(
                map.oneOf("urgency", ListCases.URGENCIES, ""),
                map.oneOf("channel", OpenCase.CHANNELS, ""),
                map.oneOf("narrative", List.of("required", "optional"), "required").equals("required"),
                map.oneOf("first", known, ""),
                map.has("household") ? map.texts("household", Set.copyOf(known)) : List.of());
        map.nothingElse();
        return opening;
    }

    private static void checkStages(CaseTypeFile root, CaseType type) {
        if (type.stages().isEmpty()) {
            return;
        }
        long first = type.stages().stream().filter(CaseType.Stage::initial).count();
        if (first != 1) {
            root.wrong(root.line("stages"), "exactly one stage should be initial; here are " + first);
        }
        var reached = reachable(type);
        type.stages().stream().map(CaseType.Stage::key).filter(stage -> !reached.contains(stage))
                .forEach(stage -> root.wrong(root.line("moves"), "no move leads to the stage \"" + stage + "\""));
    }

    /** What is not drawn closes with the proposal: nothing may have to be done between. */
    private static void checkSample(CaseTypeFile root, CaseType type) {
        if (type.ending().verification().is(TypeEnding.Verification.SAMPLE)) {
            type.timeline().stream()
                    .filter(step -> step.after().equals(CaseType.Step.CLOSING) && (step.required() || step.hard() && !step.survives()))
                    .forEach(step -> root.refuse("verification", "by sample may close with the proposal, and the step \"" + step.key()
                            + "\" has to be done between", ""));
        }
    }

    private static void checkHousehold(CaseTypeFile root, CaseType type) {
        type.consents().stream().filter(consent -> type.opening().household().contains(consent.section()))
                .forEach(_ -> root.refuse("consents", "are asked of each person anew, and \"household\" takes their section over", ""));
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
