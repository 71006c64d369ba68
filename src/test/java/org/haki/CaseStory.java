package org.haki;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Decision;
import org.haki.cases.StartCase;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens Asha Thapa's case in a town, as a test needs it: whose it is, how urgent, fenced or not. */
public record CaseStory(ApplicationContext haki, Town town, String name, UUID owner, String urgency, boolean fenced, String consent, String type) {

    public static final String WORDS = "He came back last night. My sister is hiding at the neighbour’s house.";

    /** Asha's case at the Main desk, Wanjiru's, normal, seen by the whole office, consents given. */
    public static CaseStory in(ApplicationContext haki, Town town) {
        return new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "normal", false, "given", null);
    }

    public CaseStory of(String client) {
        return new CaseStory(haki, town, client, owner, urgency, fenced, consent, type);
    }

    public CaseStory ownedBy(UUID person) {
        return new CaseStory(haki, town, name, person, urgency, fenced, consent, type);
    }

    public CaseStory urgency(String how) {
        return new CaseStory(haki, town, name, owner, how, fenced, consent, type);
    }

    public CaseStory fencedIn() {
        return new CaseStory(haki, town, name, owner, urgency, true, consent, type);
    }

    public CaseStory consentNotYetAsked() {
        return new CaseStory(haki, town, name, owner, urgency, fenced, "not_yet_asked", type);
    }

    /** With the sheet of {@link SheetType}, which its organisation adopts. */
    public CaseStory withSheet() {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), SheetType.KEY, Op.own());
        return new CaseStory(haki, town, name, owner, urgency, fenced, consent, SheetType.KEY);
    }

    /** Of {@link StallType}, which its organisation adopts. */
    public CaseStory ofAStall() {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), StallType.KEY, Op.own());
        return new CaseStory(haki, town, name, owner, urgency, fenced, consent, StallType.KEY);
    }

    /** Opens it as it was opened when there was no other version of {@link StallType} than the first. */
    public CaseFile openOfOlderVersion() {
        var file = open();
        var leila = town.leila.actor();
        var jdbc = haki.getBean(JdbcClient.class);
        haki.getBean(Work.class).as(leila, "case.write", () -> {
            jdbc.sql("update haki.activity set state = 'cancelled', step = '', reason = 'other' where case_id = :id").param("id", file.id()).update();
            jdbc.sql("update haki.case_file set type_version = 1, stage = 'hear' where id = :id").param("id", file.id()).update();
        });
        return haki.getBean(CaseFiles.class).open(leila, file.code());
    }

    /** Opens it; Leila does. */
    public CaseFile open() {
        var leila = town.leila.actor();
        var safe = new SafeContact("mine", List.of("call"), List.of("10", "12"), "It is about the sewing class", "", "");
        var her = new Identity(name, List.of(), List.of("+254 20 555 0173"), null, "female", "adult", "", safe, "");
        var decisions = List.of("services", "reporting").stream()
                .map(purpose -> consent.equals("given")
                        ? new Decision(purpose, "given", "verbal_phone", "self", "en")
                        : Decision.notYetAsked(purpose, "en"))
                .toList();
        return haki.getBean(Work.class).as(leila, "case.open", () -> {
            var client = haki.getBean(Persons.class).register(leila, her, town.mainDesk.id(), false);
            return haki.getBean(CaseFiles.class).start(leila, new StartCase(
                    Code.next(), town.mainDesk.id(), type, client, Map.of(), owner, Set.of(), fenced, urgency, "phone",
                    Instant.now().minusSeconds(600), WORDS, decisions));
        });
    }
}
