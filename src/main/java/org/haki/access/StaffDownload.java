package org.haki.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who works here, or did, to take along. */
@Component
class StaffDownload implements Download {

    private final Accounts accounts;
    private final Organisations organisations;

    StaffDownload(Accounts accounts, Organisations organisations) {
        this.accounts = accounts;
        this.organisations = organisations;
    }

    @Override
    public String key() {
        return "staff";
    }

    @Override
    public String verb() {
        return "people.manage";
    }

    @Override
    public String place() {
        return "settings";
    }

    @Override
    public String back(Taking taking) {
        return "/settings/people";
    }

    @Override
    public List<String> head() {
        return List.of("StaffPage.name", "StaffPage.signInName", "StaffPage.roles", "StaffPage.proof", "StaffPage.lastSeen", "StaffDownload.working");
    }

    @Override
    public Part first(Taking taking) {
        var offices = organisations.offices(taking.actor()).stream().collect(Collectors.toMap(Office::id, Office::name));
        return new Part(accounts.all(taking.actor()).stream().map(person -> row(taking, person, offices)).toList(), 0, null);
    }

    private static List<Object> row(Taking taking, Account person, Map<UUID, String> offices) {
        return Arrays.asList(
                person.name(),
                person.signInName(),
                person.memberships().stream()
                        .map(one -> taking.say("Role." + one.role()) + (one.office() == null ? "" : ", " + offices.getOrDefault(one.office(), "")))
                        .collect(Collectors.joining("; ")),
                taking.say("Proof." + person.proof()),
                taking.day(person.lastSeen()),
                taking.say(person.active() ? "CaseEndings.yes" : "CaseEndings.no"));
    }
}
