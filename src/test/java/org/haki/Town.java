package org.haki;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.haki.access.Accounts;
import org.haki.access.FoundOrganisation;
import org.haki.access.Membership;
import org.haki.access.Networks;
import org.haki.access.NewPerson;
import org.haki.access.Office;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;

/**
 * Two organisations with people everybody knows: Riverbend Helpline with its Main desk and Oldbridge, and Northgate
 * Legal Aid. Each town is new, so tests that share one Haki do not meet.
 */
public final class Town {

    private static final AtomicInteger TOWNS = new AtomicInteger();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A member of staff: an Actor for services, and all it takes to sign in; codes of the card are used up. */
    public record Person(Town town, Actor actor, String signInName, String password, byte[] totpSeed, List<String> card) {

        public UUID id() {
            return actor.person();
        }

        /** This person at the front door, signed in. */
        public Visitor signedIn() {
            return town.signedIn(this);
        }
    }

    public final Organisation riverbend;
    public final Organisation northgate;
    public final Office mainDesk;
    public final Office oldbridge;
    public final Office northgateOffice;

    /** Operator of Riverbend, in every office. */
    public final Person fatou;
    /** Caseworker at Riverbend's Main desk. */
    public final Person wanjiru;
    /** Caseworker at Oldbridge. */
    public final Person mateo;
    /** Supervisor of Riverbend, in every office. */
    public final Person leila;
    /** Administrator of Riverbend. */
    public final Person tomasz;
    /** Data protection officer of Riverbend. */
    public final Person ines;
    /** Caseworker of Northgate. */
    public final Person sushila;
    /** Supervisor and operator of Northgate. */
    public final Person prem;
    /** Administrator of Northgate. */
    public final Person nadia;

    private final Organisations organisations;
    private final Accounts accounts;
    private final ApplicationContext haki;
    private final int number = TOWNS.incrementAndGet();

    /** The day at Riverbend, which is not the day of whoever runs the tests. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Africa/Nairobi"));
    }

    private Town(ApplicationContext haki) {
        this.haki = haki;
        this.organisations = haki.getBean(Organisations.class);
        this.accounts = haki.getBean(Accounts.class);
        riverbend = found("Riverbend Helpline", "riverbend", "KE", "Africa/Nairobi", "Main desk");
        northgate = found("Northgate Legal Aid", "northgate", "NP", "Asia/Kathmandu", "Northgate");
        var riverbends = organisations.system(riverbend.id());
        mainDesk = organisations.offices(riverbends).getFirst();
        oldbridge = new Office(organisations.addOffice(riverbends, "Oldbridge"), "Oldbridge", null);
        northgateOffice = organisations.offices(organisations.system(northgate.id())).getFirst();
        fatou = person(riverbend, "Fatou Sané", "fatou", everywhere("operator"));
        wanjiru = person(riverbend, "Wanjiru Otieno", "wanjiru", new Membership("caseworker", mainDesk.id()));
        mateo = person(riverbend, "Mateo Condori", "mateo", new Membership("caseworker", oldbridge.id()));
        leila = person(riverbend, "Leila Marzouq", "leila", everywhere("supervisor"));
        tomasz = person(riverbend, "Tomasz Wilk", "tomasz", everywhere("administrator"));
        ines = person(riverbend, "Ines Duarte", "ines", everywhere("protection"));
        sushila = person(northgate, "Sushila Rai", "sushila", everywhere("caseworker"));
        prem = person(northgate, "Prem Gurung", "prem", everywhere("supervisor"), everywhere("operator"));
        nadia = person(northgate, "Nadia Haddad", "nadia", everywhere("administrator"));
    }

    /** A new town in this Haki; both organisations may open real cases. */
    public static Town in(ApplicationContext haki) {
        return new Town(haki);
    }

    /** Haki itself at work for Riverbend. */
    public Actor riverbendSystem() {
        return organisations.system(riverbend.id());
    }

    /** Both organisations work together from now on, in a network that Riverbend keeps; answers its id. */
    public UUID inOneNetwork() {
        var networks = haki.getBean(Networks.class);
        var network = networks.start(tomasz.actor(), "Riverbend network " + number);
        networks.enter(organisations.system(northgate.id()), network);
        return network;
    }

    /** Somebody more, with these roles. */
    public Person person(Organisation organisation, String name, String signInName, Membership... memberships) {
        var system = organisations.system(organisation.id());
        var unique = signInName + "-" + number;
        var id = accounts.add(system, new NewPerson(unique, name, unique + "@example.org", "en", List.of(memberships)));
        var actor = accounts.actor(system, id);
        var password = "The long word of " + signInName.toUpperCase(Locale.ROOT).charAt(0) + number;
        var seed = new byte[20];
        RANDOM.nextBytes(seed);
        var card = haki.getBean(Work.class).as(actor, "me.change", () -> accounts.equip(actor, password, seed));   // one deed, not three
        return new Person(this, actor, unique, password, seed, new ArrayList<>(card));
    }

    /** A role in every office. */
    public static Membership everywhere(String role) {
        return new Membership(role, null);
    }

    /** Somebody at the front door whom Haki does not know. */
    public Visitor stranger() {
        return new Visitor(haki.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private Visitor signedIn(Person person) {
        var visitor = stranger();
        var form = visitor.get("/sign-in").form("/sign-in");   // its token is good for the second step, too; SignInTest opens both pages
        form.send("name", person.signInName(), "password", person.password());
        if (person.card().isEmpty()) {
            person.card().addAll(accounts.equip(person.actor(), person.password(), person.totpSeed()));
        }
        var opened = visitor.post("/sign-in/code", "_csrf", form.value("_csrf"), "code", person.card().removeFirst());
        if (opened.status() != 303) {
            throw new AssertionError(person.signInName() + " could not sign in: " + opened.status() + " " + opened.text());
        }
        return visitor;
    }

    private Organisation found(String name, String slug, String region, String zone, String office) {
        var newborn = Organisations.newborn(ZoneId.of(zone));
        organisations.found(newborn, new FoundOrganisation(name, slug + "-" + number, region, zone, "en", office));
        organisations.ready(newborn);
        return organisations.of(newborn.org());
    }
}
