package org.haki.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Holds an uploaded type against what was published before: its name is free, its version rises, and names come from somewhere. */
@Component
class OwnTypeProof {

    private static final String UPGRADES = "upgrades";

    private final CaseTypes types;

    OwnTypeProof(CaseTypes types) {
        this.types = types;
    }

    List<TypeProblem> problems(UUID organisation, CaseTypeFolder folder) {
        var type = folder.type();
        var problems = new ArrayList<TypeProblem>();
        if (!OwnTypeNames.KEY.matcher(type.key()).matches()) {
            problems.add(TypeProblem.line(folder.lineOf("key"), "key"));
        } else if (types.inFolders().stream().anyMatch(other -> other.key().equals(type.key()))) {
            problems.add(TypeProblem.line(folder.lineOf("key"), "key_taken", type.key()));
        }
        if (type.standard()) {
            problems.add(TypeProblem.line(folder.lineOf("standard"), "standard"));
        }
        var before = types.versions(OwnTypeNames.name(organisation, type.key()));
        if (!before.isEmpty() && before.getFirst().version() >= type.version()) {
            problems.add(TypeProblem.line(folder.lineOf("version"), "version", before.getFirst().version(), before.getFirst().version() + 1));
        }
        type.upgrades().forEach(upgrade -> upgrade(folder, upgrade, before, problems));
        return problems;
    }

    private static void upgrade(CaseTypeFolder folder, TypeUpgrade upgrade, List<PublishedType> before, List<TypeProblem> problems) {
        int line = folder.lineOf(UPGRADES);
        var published = before.stream().filter(one -> one.version() == upgrade.from()).findFirst();
        if (published.isEmpty()) {
            problems.add(TypeProblem.line(line, "upgrade_from", upgrade.from()));
            return;
        }
        var older = published.get().type();
        var questions = published.get().questions();
        if (!older.sensitivity().equals(folder.type().sensitivity())) {
            problems.add(TypeProblem.line(folder.lineOf("sensitivity"), "sensitivity", older.sensitivity(), upgrade.from()));
        }
        named(line, upgrade, upgrade.stages().keySet(), stage -> older.stages().stream().anyMatch(one -> one.key().equals(stage)), problems);
        named(line, upgrade, upgrade.questions().keySet(), path -> questions.type(path) != null, problems);
        named(line, upgrade, upgrade.letGo(), path -> questions.type(path) != null, problems);
        named(line, upgrade, upgrade.steps().keySet(), step -> older.step(step) != null, problems);
        named(line, upgrade, upgrade.parties().keySet(), older.parties()::containsKey, problems);
        named(line, upgrade, upgrade.roles().keySet(), role -> older.role(role) != null, problems);
    }

    private static void named(int line, TypeUpgrade upgrade, Collection<String> names, Predicate<String> known, List<TypeProblem> problems) {
        names.stream().filter(known.negate()).forEach(name -> problems.add(TypeProblem.line(line, "upgrade_name", name, upgrade.from())));
    }
}
