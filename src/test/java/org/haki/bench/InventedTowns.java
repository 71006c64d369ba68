package org.haki.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.activities.Activities;
import org.haki.activities.EndActivity;
import org.haki.activities.Plans;
import org.haki.activities.RecordActivity;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Closings;
import org.haki.cases.Decision;
import org.haki.cases.ProposeClosing;
import org.haki.cases.StartCase;
import org.haki.cases.Verifications;
import org.haki.cases.VerifyClosing;
import org.haki.intake.Account;
import org.haki.intake.Intakes;
import org.haki.intake.Told;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.springframework.context.ApplicationContext;

/**
 * Organisations full of invented cases: each case a client of its own, five activities, seven of ten closed and checked.
 * All of it goes through the services that people use, a hundred cases a transaction. {@link Copies} makes many of them.
 */
final class InventedTowns {

    private static final List<String> FIRST = List.of("Ma", "Te", "Lu", "Sa", "Ni", "Ro", "Ka", "Ime", "Do", "Vi", "Hu", "Pe", "Zi", "Ja", "Mo", "Fe");
    private static final List<String> MIDDLE = List.of("ra", "la", "ve", "so", "di", "mi", "ta", "nda", "ko", "shi", "ru", "ba", "ge", "lo");
    private static final List<String> LAST = List.of("ni", "na", "la", "ne", "mi", "ra", "da", "to", "ku", "ya");
    private static final List<String> FAMILY = List.of("Oka", "Tere", "Malu", "Bran", "Sore", "Wenda", "Kipsa", "Adoy", "Hal", "Nai", "Mbe", "Chin", "Ota", "Ghale", "Lim", "Ros");
    private static final List<String> FAMILY_END = List.of("vo", "ni", "si", "dt", "lo", "ra", "no", "ye", "vor", "ru", "ki", "wa", "mba", "ng", "tu");
    private static final List<String> SAID = List.of(
            "He came back last night and took the door off its hinges. I slept at my aunt’s with the children.",
            "They say I must leave the land my husband tilled. They came with a paper that I cannot read.",
            "My boss keeps my papers and has not paid us for three months. There are five of us in the room.",
            "The school does not let my daughter in without a birth certificate, and the office sent us away again.");
    private static final List<String> DONE = List.of(
            "Spoke with the head of the ward. He will come along on Thursday if she wants him to.",
            "The paper they showed her is not a judgement. I kept a copy with the file.",
            "She is calmer today. We went through the plan once more and she chose what comes first.");
    private static final int BATCH = 100;
    private static final int WORKERS = 15;

    /** An organisation that is being filled, and who works there. */
    record House(Town town, Organisation organisation, UUID office, Town.Person supervisor, Town.Person operator, List<Town.Person> workers) {

        /** As it is found again. */
        Network.House kept() {
            return new Network.House(organisation.id(), office, supervisor.id(), operator.id(), workers.stream().map(Town.Person::id).toList());
        }
    }

    private final Work work;
    private final Persons persons;
    private final CaseFiles cases;
    private final Activities activities;
    private final Closings closings;
    private final Verifications verifications;
    private final Intakes intakes;
    private final ApplicationContext haki;

    InventedTowns(ApplicationContext haki) {
        this.haki = haki;
        work = haki.getBean(Work.class);
        persons = haki.getBean(Persons.class);
        cases = haki.getBean(CaseFiles.class);
        activities = haki.getBean(Activities.class);
        closings = haki.getBean(Closings.class);
        verifications = haki.getBean(Verifications.class);
        intakes = haki.getBean(Intakes.class);
    }

    /** So many organisations, two a town. */
    List<House> houses(int many) {
        var houses = new ArrayList<House>();
        while (houses.size() < many) {
            var town = Town.in(haki);
            houses.add(new House(town, town.riverbend, town.mainDesk.id(), town.leila, town.fatou, workers(town, town.riverbend, town.mainDesk.id())));
            houses.add(new House(town, town.northgate, town.northgateOffice.id(), town.prem,
                    town.person(town.northgate, "Asmita Lama", "asmita", Town.everywhere("operator")), workers(town, town.northgate, town.northgateOffice.id())));
        }
        return houses;
    }

    /** Fills them evenly with so many cases, two organisations at a time; says every now and then how far it is. */
    void fill(List<House> houses, int many) {
        var opened = new AtomicInteger();
        long begun = System.nanoTime();
        try (var two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round * BATCH * houses.size() < many; round++) {
                for (var house : houses) {
                    int seed = round * houses.size() + houses.indexOf(house);
                    int size = Math.min(BATCH, (many + houses.size() - 1) / houses.size() - round * BATCH);
                    two.submit(() -> {
                        try {
                            batch(house, size, new SplittableRandom(seed));
                        } catch (RuntimeException failed) {
                            failed.printStackTrace();
                            throw failed;
                        }
                        int now = opened.addAndGet(size);
                        if (now * 10 / many > (now - size) * 10 / many) {
                            System.out.printf("  %,d of %,d cases, %.0f a second%n", now, many, now / ((System.nanoTime() - begun) / 1e9));
                        }
                    });
                }
            }
        }
    }

    /** Reports that wait in this organisation's queue. */
    void reports(Network.House house, int many) {
        var system = haki.getBean(Organisations.class).system(house.organisation());
        IntStream.range(0, many).forEach(n -> {
            var random = new SplittableRandom(n);
            var account = new Account(one(random, SAID), "Seti Bazaar", "", null, name(random), name(random), "", phone(random), "mine", List.of("10", "15"), "", "");
            intakes.receive(system, new Told(Id.next(), house.office(), "web", "en", "me", "adult", n % 9 == 0 ? "urgent" : "normal", "call",
                    Instant.now().minusSeconds(n), false, account));
        });
    }

    /** Open cases of the advice office's type, which has a sheet, of this organisation's first worker. */
    void adviceCases(House house, int many) {
        haki.getBean(AdoptedTypes.class).adopt(house.town().tomasz.actor(), "advice_office", Op.own());
        var by = house.supervisor().actor();
        var owner = house.workers().getFirst().id();
        work.as(by, "case.open", () -> IntStream.range(0, many).forEach(n -> start(house, by, "advice_office", owner, new SplittableRandom(n))));
    }

    void batch(House house, int many, SplittableRandom random) {
        var closed = new ArrayList<CaseFile>();
        var by = house.supervisor().actor();
        var operator = house.operator().actor();
        work.as(by, "case.open", () -> {
            for (int n = 0; n < many; n++) {
                var file = one(house, by, random);
                if (random.nextInt(10) < 7) {
                    close(by, operator, file);
                    closed.add(file);
                }
            }
        });
        work.as(operator, "case.verify", () -> closed.forEach(file -> verifications.verify(operator, file.code(),
                new VerifyClosing("confirmed", "client", "", ""), base(operator, file))));
    }

    private CaseFile one(House house, Actor by, SplittableRandom random) {
        var owner = house.workers().get(random.nextInt(house.workers().size())).id();
        var file = start(house, by, null, owner, random);
        for (int n = 0; n < 4; n++) {
            activities.record(by, file.code(), new RecordActivity(one(random, DONE), one(random, List.of("call", "visit", "note")), "now", "", "", "", "", "", "", "", ""), Op.own());
        }
        return file;
    }

    private CaseFile start(House house, Actor by, String type, UUID owner, SplittableRandom random) {
        var safe = new SafeContact("mine", List.of("call"), List.of("10", "12"), "It is about the sewing class", "", "");
        var client = persons.register(by, new Identity(name(random), List.of(), List.of(phone(random)), null,
                random.nextInt(3) == 0 ? "male" : "female", "adult", "", safe, ""), house.office(), false);
        var decisions = List.of(new Decision("services", "given", "verbal_phone", "self", "en"), new Decision("reporting", "given", "verbal_phone", "self", "en"));
        return cases.start(by, new StartCase(Code.next(), house.office(), type, client, Map.of(), owner, Set.of(), false,
                one(random, List.of("emergency", "urgent", "normal", "normal", "normal")), one(random, List.of("phone", "web", "walk_in")),
                Instant.now(), one(random, SAID), decisions));
    }

    private void close(Actor by, Actor operator, CaseFile file) {
        settle(by, file);
        closings.propose(by, file.code(), new ProposeClosing("solved", "completed", "legal", "", "yes", operator.person().toString()), base(by, file));
    }

    /** What the case began with is over. */
    private void settle(Actor by, CaseFile file) {
        var steps = haki.getBean(Plans.class).ofCase(by, cases.open(by, file.code()));
        steps.stream().filter(step -> step.row().planned()).forEach(step -> activities.cancel(by, file.code(), step.row().id(),
                new EndActivity("no_longer_needed", ""), new Op(Id.next(), step.row().version(), new byte[0])));
    }

    private Op base(Actor actor, CaseFile file) {
        return new Op(Id.next(), cases.open(actor, file.code()).version(), new byte[0]);
    }

    private static List<Town.Person> workers(Town town, Organisation organisation, UUID office) {
        return IntStream.range(0, WORKERS).mapToObj(n -> town.person(organisation, "Worker " + n, "w" + n + organisation.slug(), new Membership("caseworker", office))).toList();
    }

    static String name(SplittableRandom random) {
        return one(random, FIRST) + one(random, MIDDLE) + one(random, LAST) + " " + one(random, FAMILY) + one(random, MIDDLE) + one(random, FAMILY_END);
    }

    static String phone(SplittableRandom random) {
        return "+254 20 %03d %04d".formatted(random.nextInt(1000), random.nextInt(10_000));
    }

    private static <T> T one(SplittableRandom random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
