package org.haki.cases;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code upgrades} of a casetype.yaml: where names of older versions went; each must be there now. */
final class UpgradeReader {

    private static final String LET_GO = "let_go";

    private UpgradeReader() {}

    static List<TypeUpgrade> read(CaseTypeFile root, Set<String> stages, Set<String> roles) {
        var steps = root.mapsIfAny("timeline").stream().map(step -> step.text("key", "")).collect(Collectors.toCollection(LinkedHashSet::new));
        var upgrades = root.mapsIfAny("upgrades").stream().map(map -> {
            var upgrade = new TypeUpgrade(map.number("from", 1), pairs(map, "stages", stages), map.questions(), map.pathsIfAny(LET_GO),
                    pairs(map, "steps", steps), pairs(map, "parties", root.map("parties").keys()), pairs(map, "roles", roles));
            if (upgrade.from() >= root.number("version", 1)) {
                map.refuse("from", "should be an older version than this one", "");
            }
            oneEach(map, CaseTypeFile.QUESTIONS, upgrade.questions());
            oneEach(map, "steps", upgrade.steps());
            upgrade.letGo().stream().filter(upgrade.questions()::containsKey)
                    .forEach(path -> map.refuse(LET_GO, "lets \"" + path + "\" go, and \"questions\" says where it went", ""));
            map.nothingElse();
            return upgrade;
        }).toList();
        CaseTypeReader.refuseTwice(root, "upgrades", upgrades.stream().map(upgrade -> String.valueOf(upgrade.from())).toList());
        return upgrades;
    }

    /** Names that stand for names, each of which leads to one of these. */
    private static Map<String, String> pairs(CaseTypeFile map, String key, Set<String> known) {
        var pairs = map.pairsIfAny(key);
        pairs.forEach((from, to) -> {
            if (!known.contains(to)) {
                map.refuse(key, "leads \"" + from + "\" to \"" + to + "\", and there is none of that name", "");
            }
        });
        return pairs;
    }

    /** Where two became one, one of the two would be lost. */
    private static void oneEach(CaseTypeFile map, String key, Map<String, String> pairs) {
        var taken = new HashSet<String>();
        pairs.values().stream().filter(to -> !taken.add(to)).distinct()
                .forEach(to -> map.refuse(key, "leads two names to \"" + to + "\"", ""));
    }
}
