package org.haki.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.haki.access.Organisations;
import org.haki.cases.Closings;
import org.haki.operations.DemoPeople.Network;
import org.haki.operations.DemoPeople.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** {@code bin/run --demo}: invents a network before the first page is served, and says who can sign in. */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("haki.demo")
class Demo implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final long SEED = 20261121;
    private static final int REPORTS = 84;
    private static final Duration FOUNDED = Duration.ofDays(160);

    private final DemoFolder folder;
    private final DemoPeople people;
    private final DemoDesk desk;
    private final DemoClock clock;
    private final DemoRepository database;
    private final Organisations organisations;
    private final Closings closings;
    private final DemoSharing sharing;
    private final Path signIns;
    private boolean running;

    Demo(DemoFolder folder, DemoPeople people, DemoDesk desk, DemoClock clock, DemoRepository database,
            Organisations organisations, Closings closings, DemoSharing sharing, @Value("${haki.data}") Path data) {
        this.folder = folder;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
        this.database = database;
        this.organisations = organisations;
        this.closings = closings;
        this.sharing = sharing;
        this.signIns = data.resolve("demo-sign-in.txt");
    }

    @Override
    public void start() {
        running = true;
        if (organisations.all().isEmpty()) {
            folder.mark();
            LOG.info("Inventing two organisations, their people and {} reports …", REPORTS);
            say(write(DemoPlan.of(SEED, REPORTS, 3, Instant.now())));
        }
        System.out.println("Demonstration: everybody here is invented. Who can sign in stands in " + signIns.toAbsolutePath().normalize());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before pages are served and jobs begin. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Writes the plan down, deed after deed in the order of time. */
    Network write(DemoPlan plan) {
        var now = Instant.now();
        try (var past = database.past()) {
            clock.standAt(now.minus(FOUNDED));
            var network = people.found();
            past.moveTo(clock.instant());
            var words = new DemoWords(new SplittableRandom(SEED + 1));
            plan.reports().stream()
                    .flatMap(report -> new DemoStory(report, network.places().get(report.place()), desk, words, now).deeds().stream())
                    .filter(deed -> deed.at().isBefore(now))
                    .sorted(Comparator.comparing(DemoStory.Deed::at))
                    .forEach(deed -> {
                        clock.standAt(deed.at());
                        deed.done().run();
                        past.moveTo(deed.at());
                    });
            clock.standAt(now);
            sharing.share(organisations.all().getFirst(), organisations.all().getLast());
            organisations.all().forEach(organisation -> closings.archiveDue(organisations.system(organisation.id())));
            return network;
        } finally {
            clock.beRight();
        }
    }

    /** The table on the terminal, and the whole cards in a file that nobody else may read. */
    private void say(Network network) {
        System.out.println("\n" + table(network.people()));
        try {
            Files.deleteIfExists(signIns);
            Files.createFile(signIns, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(signIns, cards(network.people()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String table(List<Person> people) {
        var rows = people.stream()
                .map(person -> "%-20s %-13s %-10s %-34s %s".formatted(person.organisation(), person.role(), person.signInName(),
                        person.password(), person.card().getFirst()))
                .collect(Collectors.joining("\n"));
        return "%-20s %-13s %-10s %-34s %s%n".formatted("organisation", "role", "name", "password", "first code of the card") + rows + "\n";
    }

    private static String cards(List<Person> people) {
        return people.stream()
                .map(person -> "%s, %s at %s%n  name      %s%n  password  %s%n  card      %s%n".formatted(person.name(), person.role(),
                        person.organisation(), person.signInName(), person.password(),
                        String.join("  ", person.card())))
                .collect(Collectors.joining("\n", "Sign in with name and password, then with one code of the card; each code holds once.\n\n", ""));
    }
}
