package org.haki.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.haki.cases.UpgradeLine.Fate;
import org.haki.cases.UpgradeLine.Kind;
import org.springframework.stereotype.Component;

/** What a newer version of its type makes of the case itself: its stage, who is in it, who works on it. */
@Component
class UpgradeNames {

    private final PartyRepository parties;
    private final TeamRepository teams;
    private final UpgradeRepository upgrades;

    UpgradeNames(PartyRepository parties, TeamRepository teams, UpgradeRepository upgrades) {
        this.parties = parties;
        this.teams = teams;
        this.upgrades = upgrades;
    }

    List<UpgradeLine> foresee(Upgrading upgrading) {
        var lines = new ArrayList<UpgradeLine>();
        var from = upgrading.from();
        var to = upgrading.to();
        if (!from.sensitivity().equals(to.sensitivity())) {   // C12: a version neither opens nor closes a case to people
            lines.add(UpgradeLine.of(Kind.TYPE, from.label().byLanguage(), Fate.OTHER_EYES));
        }
        var stage = upgrading.before().stage();
        var next = upgrading.after().stage();
        var known = to.stages().stream().filter(one -> one.key().equals(next)).findFirst();
        lines.add(known.map(one -> line(Kind.STAGE, from.stage(stage).label(), one.label(), stage.equals(next)))
                .orElseGet(() -> UpgradeLine.of(Kind.STAGE, from.stage(stage).label().byLanguage(), Fate.NOWHERE)));
        for (var party : parties(upgrading)) {
            var name = upgrading.names().party(party);
            lines.add(line(Kind.PARTY, party, from.parties().get(party), name, name == null ? null : to.parties().get(name)));
        }
        for (var role : roles(upgrading)) {
            var name = upgrading.names().role(role);
            var before = from.role(role);
            var after = name == null ? null : to.role(name);
            lines.add(line(Kind.ROLE, role, before == null ? null : before.label(), name, after == null ? null : after.label()));
        }
        return lines;
    }

    void bring(Upgrading upgrading) {
        upgrades.renameParties(upgrading.before().id(), renamed(parties(upgrading), upgrading.names()::party));
        upgrades.renameRoles(upgrading.before().id(), renamed(roles(upgrading), upgrading.names()::role));
    }

    private Set<String> parties(Upgrading upgrading) {
        return parties.of(upgrading.before().id()).stream().map(PartyRepository.Row::role).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> roles(Upgrading upgrading) {
        return teams.of(upgrading.before().id()).stream().map(TeamRepository.Place::typeRole).filter(role -> !role.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> renamed(Set<String> used, UnaryOperator<String> names) {
        var renamed = new LinkedHashMap<String, String>();
        used.stream().filter(key -> !key.equals(names.apply(key))).forEach(key -> renamed.put(key, names.apply(key)));
        return renamed;
    }

    private static UpgradeLine line(Kind kind, String key, Labels before, String name, Labels after) {
        var called = before == null ? new Labels(Map.of("en", key)) : before;
        return after == null ? UpgradeLine.of(kind, called.byLanguage(), Fate.NOWHERE) : line(kind, called, after, key.equals(name));
    }

    private static UpgradeLine line(Kind kind, Labels before, Labels after, boolean same) {
        return new UpgradeLine(kind, before.byLanguage(), after.byLanguage(), same ? Fate.KEPT : Fate.RENAMED);
    }
}
