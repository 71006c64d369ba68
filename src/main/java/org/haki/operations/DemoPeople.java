package org.haki.operations;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Accounts;
import org.haki.access.Directory;
import org.haki.access.FoundOrganisation;
import org.haki.access.Membership;
import org.haki.access.Networks;
import org.haki.access.NewPerson;
import org.haki.access.Organisations;
import org.haki.access.PublicLook;
import org.haki.access.PublicPage;
import org.haki.access.PublicPage.EmergencyNumber;
import org.haki.access.ServiceOfferForm;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.springframework.stereotype.Component;

/** Founds the invented network: two organisations, three offices, and the people who work there. */
@Component
class DemoPeople {

    /** Somebody who can sign in, and how; the password and the card exist in this run only. */
    record Person(Actor actor, String organisation, String name, String signInName, String role, String password, List<String> card) {}

    /** An office and who works there. */
    record Place(UUID org, UUID office, Actor operator, Actor supervisor, List<Actor> workers) {}

    /** The network. */
    record Network(List<Place> places, List<Person> people) {}

    private static final SecureRandom SECRET = new SecureRandom();

    private final Organisations organisations;
    private final Accounts accounts;
    private final Networks networks;
    private final Directory directory;
    private final List<Person> people = new ArrayList<>();

    DemoPeople(Organisations organisations, Accounts accounts, Networks networks, Directory directory) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.networks = networks;
        this.directory = directory;
    }

    Network found() {
        people.clear();
        var riverbend = organisation("Riverbend Helpline", "riverbend", "KE", "Africa/Nairobi", "Main desk", PublicLook.PLAIN);
        var main = organisations.offices(riverbend).getFirst().id();
        var oldbridge = organisations.addOffice(riverbend, "Oldbridge");
        var fatou = person(riverbend, "Fatou Sané", "fatou", "operator", null);
        person(riverbend, "Ruben Achterberg", "ruben", "operator", main);
        var leila = person(riverbend, "Leila Marzouq", "leila", "supervisor", null);
        var wanjiru = person(riverbend, "Wanjiru Otieno", "wanjiru", "caseworker", main);
        var anh = person(riverbend, "Vũ Ngọc Anh", "anh", "caseworker", main);
        var mateo = person(riverbend, "Mateo Condori", "mateo", "caseworker", oldbridge);
        person(riverbend, "Tomasz Wilk", "tomasz", "administrator", null);
        person(riverbend, "Ines Duarte", "ines", "protection", null);
        person(riverbend, "Grace Adoyo", "grace", "director", null);
        person(riverbend, "Moses Kiprop", "moses", "monitor", null);
        var northgate = organisation("Northgate Legal Aid", "northgate", "NP", "Asia/Kathmandu", "Northgate", new PublicLook("blue", "", "", Map.of("en", "We answer in Nepali, Hindi and English.")));
        var gate = organisations.offices(northgate).getFirst().id();
        var prem = person(northgate, "Prem Gurung", "prem", "operator", null);
        var asmita = person(northgate, "Asmita Lama", "asmita", "supervisor", null);
        var sushila = person(northgate, "Sushila Rai", "sushila", "caseworker", gate);
        person(northgate, "Nadia Haddad", "nadia", "administrator", null);
        network(riverbend, northgate);
        service(riverbend, "legal_advice", "Riverbend, Oldbridge", List.of(), wanjiru);
        service(riverbend, "counselling", "Riverbend", List.of("women", "children"), anh);
        service(northgate, "representation", "", List.of(), sushila);
        service(northgate, "shelter", "Northgate", List.of("women", "children"), asmita);
        service(northgate, "documents", "Northgate, Hilltop", List.of("displaced"), null);
        return new Network(List.of(
                new Place(riverbend.org(), main, fatou, leila, List.of(wanjiru, anh)),
                new Place(riverbend.org(), oldbridge, fatou, leila, List.of(mateo, mateo)),
                new Place(northgate.org(), gate, prem, asmita, List.of(sushila, sushila))), List.copyOf(people));
    }

    private Actor organisation(String name, String slug, String region, String zone, String office, PublicLook look) {
        var newborn = Organisations.newborn(ZoneId.of(zone));
        organisations.found(newborn, new FoundOrganisation(name, slug, region, zone, "en", office));
        organisations.ready(newborn);
        var system = organisations.system(newborn.org());
        organisations.keep(system, new PublicPage(
                List.of(new EmergencyNumber("Invented emergency line", "555 0100"), new EmergencyNumber("Invented children’s line", "555 0116")),
                72, 24, 90, 3, List.of("en", "es"), "", look));
        return system;
    }

    /** Both work together, in a network that the first keeps. */
    private void network(Actor keeper, Actor other) {
        networks.enter(other, networks.start(keeper, "River valley network"));
    }

    private void service(Actor system, String kind, String areas, List<String> audience, Actor focal) {
        var ask = focal == null ? "" : focal.person().toString();
        directory.add(system, new ServiceOfferForm(kind, areas, audience, List.of("en"), ask, "", focal == null ? "no" : "yes"), Op.own());
    }

    private Actor person(Actor system, String name, String signInName, String role, UUID office) {
        var id = accounts.add(system, new NewPerson(signInName, name, null, "en", List.of(new Membership(role, office))));
        var actor = accounts.actor(organisations.system(system.org()), id);
        var password = new DemoWords(SECRET).password();
        var seed = new byte[20];
        SECRET.nextBytes(seed);
        people.add(new Person(actor, organisations.of(system.org()).name(), name, signInName, role, password, accounts.equip(actor, password, seed)));
        return actor;
    }
}
