package org.haki.referrals;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseNotes;
import org.haki.cases.WriteNote;
import org.haki.database.PolicyCatalogue;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Riverbend's case of Asha, with windows of Northgate's onto it in every state, and Riverbend's case of Bina, which is
 * nobody else's; elsewhere lives a third organisation. By their ids one knows Asha's and Bina's rows wherever they show.
 */
final class WindowWorld {

    static final String INSTRUCTIONS = "Please go with her to the court.";
    static final String OWN_WORDS = "We went to court together.";

    final ApplicationContext haki;
    final Town town;
    final Town elsewhere;
    final CaseFile asha;
    final CaseFile bina;
    /** Accepted by Sushila, with every section. */
    final CaseWindow whole;
    /** Accepted by Sushila, the plan alone. */
    final CaseWindow plan;
    /** Every section, not yet accepted. */
    final CaseWindow sent;
    /** Every section, accepted, taken back. */
    final CaseWindow ended;
    /** Every section, accepted, past the end of the consent, and nobody has said so. */
    final CaseWindow past;
    /** Every section, accepted by somebody without an account. */
    final CaseWindow outside;
    /** The same, by a page whose half hour is over. */
    final CaseWindow outsideOver;
    /** What proves that a page was opened: one that is open, one whose half hour is over, one that was taken back. */
    final String pass;
    final String passOver;
    final String passEnded;
    /** Chandra's case, which Northgate leads: accepted by Sushila. */
    final CaseFile chandra;
    final CaseWindow led;
    /** What may be shown at the whole window. */
    final Map<String, UUID> ashas;
    /** What no window shows. */
    final Map<String, UUID> others;
    /** What was lent to the whole window. */
    final List<UUID> keys;
    /** Said to the third organisation. */
    final UUID elsewheresConsent;

    /** What Northgate keeps of Asha in its own register. */
    final UUID record;
    /** Works in another office of Northgate. */
    final Town.Person fromTheHill;

    private final Referrals referrals;
    private final SharedCases shared;

    WindowWorld(ApplicationContext haki) {
        this.haki = haki;
        referrals = haki.getBean(Referrals.class);
        shared = haki.getBean(SharedCases.class);
        town = Town.in(haki);
        var network = town.inOneNetwork();
        elsewhere = Town.in(haki);
        haki.getBean(Networks.class).enter(haki.getBean(Organisations.class).system(elsewhere.northgate.id()), network);
        asha = CaseStory.in(haki, town).open();
        bina = CaseStory.in(haki, town).of("Bina Gurung").open();
        ashas = Map.of("her name", asha.client(), "her story", one(town, "haki.case_note", asha), "her plan", one(town, "haki.activity", asha));
        haki.getBean(CaseNotes.class).write(wanjiru(), asha.code(), new WriteNote("Not for others.", "", "yes"), Op.own());
        others = Map.of("a kept note", one(town, "haki.case_note", asha), "another case", bina.id(), "another client", bina.client(),
                "another story", one(town, "haki.case_note", bina), "another plan", one(town, "haki.activity", bina));
        plan = accepted(send("none", "plan"));
        whole = accepted(send("whole", "identity", "plan"));
        shared.write(sushila(), whole.id(), new WriteEntry("service", "legal", OWN_WORDS, ""), Op.own());
        ended = accepted(send("whole", "identity", "plan"));
        referrals.revoke(wanjiru(), asha.code(), ended.id(), "no_longer_needed", Op.own());
        past = accepted(send("whole", "identity", "plan"));
        owner().sql("update hub.case_window set until = now() - interval '1 minute' where id = :id").param("id", past.id()).update();
        sent = send("whole", "identity", "plan");
        var clinic = new OutsideWorld(haki, town, asha, "Hillside clinic");
        outside = clinic.window();
        passEnded = clinic.pass(true, false);
        var shelter = new OutsideWorld(haki, town, asha, "House by the river");
        outsideOver = shelter.window();
        passOver = shelter.pass(false, true);
        pass = clinic.pass(false, false);
        chandra = CaseStory.in(haki, town).of("Chandra Rai").open();
        referrals.send(wanjiru(), chandra.code(), askingToLead("identity", "plan"), Op.own());
        led = accepted(shared.list(sushila(), List.of("sent"), CaseWindowRepository.Mark.FIRST, 50).getLast());
        keys = owner().sql("select key_id from hub.window_wrap where window_id = :id").param("id", whole.id()).query(UUID.class).list();
        var northgates = haki.getBean(Organisations.class).system(town.northgate.id());
        fromTheHill = town.person(town.northgate, "Maya Tamang", "maya",
                new Membership("caseworker", haki.getBean(Organisations.class).addOffice(northgates, "The hill")));
        record = recorded();
        elsewheresConsent = one(elsewhere, "haki.consent", CaseStory.in(haki, elsewhere).open());
    }

    private UUID recorded() {
        var person = haki.getBean(Work.class).as(sushila(), "person.write",
                () -> haki.getBean(Persons.class).register(sushila(), Identity.of("Asha Thapa", "adult"), town.northgateOffice.id(), false));
        var row = new ServiceRecord(Id.next(), whole.id(), town.riverbend.id(), asha.code(), town.northgateOffice.id(), person, "verbal_phone", "self", null, town.sushila.id());
        haki.getBean(Work.class).as(sushila(), "shared.record", () -> haki.getBean(ServiceRecordRepository.class).insert(row));
        return row.id();
    }

    /** Asha's rows, and what no window shows. */
    Map<String, UUID> everything() {
        var everything = new TreeMap<>(ashas);
        everything.putAll(others);
        return everything;
    }

    /** Northgate is otherwise for a while, whatever stands on the card. */
    void whileNorthgate(String is, Runnable look) {
        northgate(is);
        try {
            look.run();
        } finally {
            northgate("state = 'active', network_id = (select n.id from hub.network n where n.keeper = '" + town.riverbend.id() + "')");
        }
    }

    private void northgate(String is) {
        owner().sql("update hub.organisation set " + is + " where id = :id").param("id", town.northgate.id()).update();
    }

    Actor wanjiru() {
        return town.wanjiru.actor();
    }

    Actor sushila() {
        return town.sushila.actor();
    }

    /** This person at this window, with all that a reader of the whole of it may ask for. */
    Actor at(CaseWindow window, Town.Person person) {
        return shared.guest(person.actor(), window);
    }

    /** Somebody without an account who says that this opened her page. */
    Actor byPass(CaseWindow window, String said) {
        return Actor.byPass(window.id(), window.ownerOrg(), window.office(), Set.of("shared.see", "shared.answer", "case.see"),
                ZoneOffset.UTC, null, said);
    }

    /** A connection as the owner of the tables, who is at work for nobody. */
    JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(ownerUrl()));
    }

    /** What decides who may see or change what, as it stands now. */
    List<String> walls() {
        try (var connection = DriverManager.getConnection(ownerUrl())) {
            return PolicyCatalogue.of(connection);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private String ownerUrl() {
        return haki.getEnvironment().getRequiredProperty("haki.database.owner-url");
    }

    /** A referral of Asha to Northgate as the form has it. */
    SendReferral asking(String consent, String story, String... show) {
        return new SendReferral("service", "legal", town.northgate.id().toString(), "urgent", List.of(show), story, "",
                INSTRUCTIONS, consent, "verbal_phone", "self", "", "", "");
    }

    /** A referral to Northgate that asks it to lead. */
    SendReferral askingToLead(String... show) {
        return new SendReferral("lead", "", town.northgate.id().toString(), "urgent", List.of(show), "none", "", INSTRUCTIONS, "now",
                "verbal_phone", "self", "", "", "");
    }

    private CaseWindow send(String story, String... show) {
        referrals.send(wanjiru(), asha.code(), asking("now", story, show), Op.own());
        return shared.list(sushila(), List.of("sent"), CaseWindowRepository.Mark.FIRST, 50).getLast();
    }

    private CaseWindow accepted(CaseWindow window) {
        shared.accept(sushila(), window.id(), Op.own());
        return shared.card(sushila(), window.id());
    }

    private UUID one(Town town, String table, CaseFile file) {
        return haki.getBean(Work.class).as(town.riverbendSystem(), "case.archive", () -> haki.getBean(JdbcClient.class)
                .sql("select id from " + table + " where org_id = haki.org() and case_id = :case order by id desc limit 1")
                .param("case", file.id())
                .query(UUID.class)
                .single());
    }
}
