package org.haki.cases;

import java.util.List;
import java.util.Map;

/** What cases of one kind are made of, as its casetype.yaml says; maps keep the order of the file. */
public record CaseType(
        String key,
        int version,
        Labels label,
        Labels client,
        String sensitivity,
        List<Role> roles,
        Map<String, Labels> parties,
        List<Stage> stages,
        Map<String, List<String>> moves,
        Map<String, Labels> services,
        Map<String, Outcome> outcomes,
        Map<String, Labels> closingReasons,
        List<String> serviceLevels,
        String verification,
        int archiveAfterDays,
        int retentionYears) {

    /** A role in the case's team. */
    public record Role(String key, Labels label, boolean owner, boolean supervisor) {}

    /** Where an open case is in its process. */
    public record Stage(String key, Labels label, boolean initial) {}

    /** What came of the problem, and its class over all types. */
    public record Outcome(Labels label, String kind) {}

    /** The stage in which a case begins. */
    public Stage firstStage() {
        return stages.stream().filter(Stage::initial).findFirst().orElse(stages.getFirst());
    }

    /** The stage with this key. */
    public Stage stage(String stageKey) {
        return stages.stream().filter(stage -> stage.key().equals(stageKey)).findFirst().orElseThrow();
    }

    /** Which stage it is, counted from 1. */
    public int place(String stageKey) {
        return stages.indexOf(stage(stageKey)) + 1;
    }

    /** The stages that a case may go to from this one. */
    public List<Stage> movesFrom(String stageKey) {
        return moves.getOrDefault(stageKey, List.of()).stream().map(this::stage).toList();
    }

    /** Whether everything about cases of this type is kept to their teams from the start. */
    public boolean restricted() {
        return sensitivity.equals("restricted");
    }
}
