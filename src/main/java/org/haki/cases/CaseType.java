package org.haki.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What cases of one kind are made of, as its casetype.yaml says; maps keep the order of the file. A condition is XPath over
 * a {@link CaseDocument}, "" where there is none.
 *
 * @param standard whether an organisation has this type before it adopts any
 * @param incident {@code null} where it has none
 */
public record CaseType(
        String key,
        int version,
        boolean standard,
        Labels label,
        Labels client,
        String sensitivity,
        List<Role> roles,
        Map<String, Labels> parties,
        List<Section> sections,
        List<Stage> stages,
        Map<String, List<String>> moves,
        List<Step> timeline,
        Map<String, Labels> services,
        Map<String, Outcome> outcomes,
        Map<String, Labels> closingReasons,
        List<String> serviceLevels,
        List<AskedConsent> consents,
        Incident incident,
        TypeEnding ending,
        Opening opening,
        int archiveAfterDays,
        int retentionYears,
        List<TypeUpgrade> upgrades) {

    /** A role in the case's team. */
    public record Role(String key, Labels label, boolean owner, boolean supervisor) {}

    /** A section of the sheet: its workbook, the condition under which it is asked, and that under which it is saved (P15). */
    public record Section(String key, String form, Labels label, String when, String savesOnlyIf) {}

    /** Where an open case is in its process. */
    public record Stage(String key, Labels label, boolean initial) {}

    /** What counts as an incident: each row of this repeat, where the condition holds and the client agrees to be counted. */
    public record Incident(String each, String countsWhen) {}

    /** What came of the problem, and its class over all types. */
    public record Outcome(Labels label, String kind) {}

    /**
     * How a new case opens: what is chosen before, whether a narrative is needed, to which section it goes on, and which sections
     * the next of one household takes over.
     */
    public record Opening(String urgency, String channel, boolean narrative, String first, List<String> household) {}

    /**
     * A step of the timeline.
     *
     * @param kind   the kind of work
     * @param role   whose it is
     * @param after  {@link #OPENED}, {@link #CLOSING}, another step's key, or a question's path after {@link #FIELD}
     * @param done   whether it waits for the other step, and is dated from the day that was done
     * @param offset so long after it
     * @param each   the repeat for each of whose rows it is planned, or ""
     * @param every  so long after it was done the next is planned; {@code null} where it is planned once
     * @param until  the condition that ends the repeating
     * @param doneWhen the condition under which it is done by itself, or ""
     * @param doneAt the question that says when it was, after {@link #FIELD}, or ""
     */
    public record Step(String key, Labels label, String kind, String role, String after, boolean done, Offset offset, String when,
            String each, Offset every, String until, boolean required, boolean hard, boolean survives,
            String doneWhen, String doneAt) {

        public static final String OPENED = "opened";
        public static final String CLOSING = "closing";
        public static final String FIELD = "field:";

        /** The question it hangs on, as a path; {@code null} where it hangs on something else. */
        public String field() {
            return after.startsWith(FIELD) ? after.substring(FIELD.length()) : null;
        }

        /** The key of the step it hangs on; {@code null} where it hangs on something else. */
        public String step() {
            return after.equals(OPENED) || after.equals(CLOSING) || field() != null ? null : after;
        }
    }

    /** How its cases begin in the office: with its own steps, where it has any. */
    public boolean plansItself() {
        return !timeline.isEmpty();
    }

    /** Where whoever opened a case goes on, below the case's own page; "" is that page. */
    public String firstPage() {
        return opening.first().isEmpty() ? "" : "/sheet/" + opening.first();
    }

    /** The step with this key, or {@code null}. */
    public Step step(String stepKey) {
        return timeline.stream().filter(step -> step.key().equals(stepKey)).findFirst().orElse(null);
    }

    /** Whether this is a step of the supervisor's, a review above all, which nobody else settles. */
    public boolean isSupervised(String stepKey) {
        var step = step(stepKey);
        return step != null && role(step.role()).supervisor();
    }

    /** The role with this key, or {@code null}. */
    public Role role(String roleKey) {
        return roles.stream().filter(role -> role.key().equals(roleKey)).findFirst().orElse(null);
    }

    /** The roles that are given to members of the team: neither the owner's nor the supervisor's. */
    public List<Role> otherRoles() {
        return roles.stream().filter(role -> !role.owner() && !role.supervisor()).toList();
    }

    /** The same, with what another version calls things that this one has not. */
    CaseType withWordsOf(CaseType other) {
        var all = new ArrayList<>(stages);
        other.stages.stream().filter(stage -> stages.stream().noneMatch(own -> own.key().equals(stage.key()))).forEach(all::add);
        return new CaseType(key, version, standard, label, client, sensitivity, roles, both(parties, other.parties), sections, all, moves, timeline,
                both(services, other.services), both(outcomes, other.outcomes), both(closingReasons, other.closingReasons), serviceLevels,
                consents, incident, ending, opening, archiveAfterDays, retentionYears, upgrades);
    }

    /** The same under another key: as it is known beside the types of others. */
    CaseType called(String name) {
        return new CaseType(name, version, standard, label, client, sensitivity, roles, parties, sections, stages, moves, timeline, services, outcomes,
                closingReasons, serviceLevels, consents, incident, ending, opening, archiveAfterDays, retentionYears, upgrades);
    }

    private static <T> Map<String, T> both(Map<String, T> own, Map<String, T> others) {
        var both = new LinkedHashMap<>(own);
        others.forEach(both::putIfAbsent);
        return both;
    }

    /** The languages in which all of it is labelled. */
    public Set<String> languages() {
        return new LinkedHashSet<>(label.byLanguage().keySet());
    }

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
