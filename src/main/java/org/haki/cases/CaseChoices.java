package org.haki.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.ui.Choice;
import org.haki.ui.Ui;

/** The answers that forms about cases offer, in the words of the reader. */
public final class CaseChoices {

    /** The languages in which the words of consent are written. */
    static final List<String> CONSENT_LANGUAGES = List.of("en", "es");

    private CaseChoices() {}

    /** The languages in which somebody can be asked. */
    public static List<Choice> consentLanguages(Ui ui) {
        return CONSENT_LANGUAGES.stream().map(language -> Choice.of(language, ui.languageName(language))).toList();
    }

    /** Keys with their words under this prefix. */
    public static List<Choice> words(Ui ui, String prefix, List<String> keys) {
        return keys.stream().map(key -> Choice.of(key, ui.say(prefix + key))).toList();
    }

    /** What a case type names. */
    public static List<Choice> labels(Ui ui, Map<String, Labels> labels) {
        return labels.entrySet().stream().map(one -> Choice.of(one.getKey(), one.getValue().in(ui.lang()))).toList();
    }

    public static List<Choice> outcomes(Ui ui, CaseType type) {
        return type.outcomes().entrySet().stream().map(one -> Choice.of(one.getKey(), one.getValue().label().in(ui.lang()))).toList();
    }

    public static List<Choice> serviceLevels(Ui ui, CaseType type) {
        return type.serviceLevels().stream().map(level -> Choice.of(level, type.services().get(level).in(ui.lang()))).toList();
    }

    /** The roles that somebody can be added in: all but the client's. */
    public static List<Choice> parties(Ui ui, CaseType type) {
        return labels(ui, type.parties()).stream().filter(choice -> !choice.value().equals(Parties.CLIENT)).toList();
    }

    public static List<Choice> types(Ui ui, List<CaseType> types) {
        return types.stream().map(type -> Choice.of(type.key(), type.label().in(ui.lang()))).toList();
    }

    public static List<Choice> stages(Ui ui, List<CaseType.Stage> stages) {
        return stages.stream().map(stage -> Choice.of(stage.key(), stage.label().in(ui.lang()))).toList();
    }

    public static List<Choice> colleagues(List<Colleague> colleagues) {
        return colleagues.stream().map(colleague -> Choice.of(colleague.id().toString(), colleague.name())).toList();
    }

    public static List<Choice> offices(List<Office> offices) {
        return offices.stream().map(office -> Choice.of(office.id().toString(), office.name())).toList();
    }

    /** As what somebody can join a case of this type. */
    public static List<Choice> teamRoles(Ui ui, CaseType type) {
        var choices = new ArrayList<>(words(ui, "TeamRole.", List.of("member", "supervisor")));
        type.otherRoles().forEach(role -> choices.add(Choice.of(role.key(), role.label().in(ui.lang()))));
        return choices;
    }

    /** What somebody is in the team of a case of this type. */
    public static String teamRole(Ui ui, CaseType type, Teams.Member member) {
        var role = type.role(member.typeRole());
        return role == null ? ui.say("TeamRole." + member.role()) : role.label().in(ui.lang());
    }

    /** To whom a case can be given: a colleague, or the queue. */
    public static List<Choice> ownersToBe(Ui ui, List<Colleague> colleagues) {
        var choices = new ArrayList<>(colleagues(colleagues));
        choices.add(Choice.of("queue", ui.say("CaseHead.queue")));
        return choices;
    }

    /** The purposes, each with what it means to the client. */
    public static List<Choice> consentPurposes(Ui ui) {
        return Decision.PURPOSES.stream()
                .map(purpose -> new Choice(purpose, ui.say("ConsentPurpose." + purpose), ui.say("ConsentText." + purpose)))
                .toList();
    }

    /** Whose cases a list shows. */
    public static List<Choice> owners(Ui ui, List<Colleague> colleagues) {
        var choices = new ArrayList<Choice>();
        List.of("me", "everyone", "queue").forEach(key -> choices.add(Choice.of(key, ui.say("CasesPage.owner." + key))));
        colleagues.stream().filter(one -> !ui.actor().is(one.id())).forEach(one -> choices.add(Choice.of(one.id().toString(), one.name())));
        return choices;
    }
}
