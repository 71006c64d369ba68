package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haki.CaseStory;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.forms.AnswerChange;
import org.haki.forms.Submissions;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many people save the sections of a few cases at once, at the front door: all have the page before anybody saves. Each adds a
 * child of its own; every third writes the same answer as others do and is asked whose stands; every fifth clicks twice.
 */
final class ManySaves {

    private static final int PEOPLE = 8;
    private static final int A_CASE = 20;
    private static final int TRIES = 200;

    /** A save that was acknowledged: the operation that was, how often it was sent because others were in the way, and from when to when that took. */
    record Saved(int number, UUID op, int clashes, int busy, long began, long ended) {}

    private final ApplicationContext haki;
    private final Town town;
    private final List<CaseFile> files;
    private final List<Visitor> people = new ArrayList<>();
    private final int many;

    ManySaves(ApplicationContext haki, int many) {
        this.haki = haki;
        this.many = many;
        this.town = Town.in(haki);
        for (int i = 0; i < PEOPLE; i++) {
            people.add(town.person(town.riverbend, "Worker " + i, "worker" + i, new Membership("caseworker", town.mainDesk.id())).signedIn());
        }
        this.files = IntStream.range(0, Math.max(3, many / A_CASE)).mapToObj(_ -> CaseStory.in(haki, town).withSheet().open()).toList();
        files.forEach(file -> assertThat(people.getFirst().get(visit(file)).form(visit(file)).send("a/safe", "yes").status()).isEqualTo(303));
    }

    /** All of them at once; each until it is acknowledged. */
    List<Saved> run() throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var saves = new ArrayList<Callable<Saved>>();
            for (int i = 0; i < many; i++) {
                int number = i;
                saves.add(() -> save(number, ready));
            }
            var saved = new ArrayList<Saved>();
            for (var done : threads.invokeAll(saves)) {
                saved.add(done.get());
            }
            return saved;
        }
    }

    private Saved save(int number, CountDownLatch ready) throws InterruptedException {
        var visit = visit(file(number));
        var visitor = people.get(number % PEOPLE);
        var page = busily(() -> visitor.get(visit));
        ready.countDown();
        ready.await();
        long began = System.nanoTime();
        var form = page.form(visit);
        var said = new ArrayList<>(List.of("r/child", "r" + number, "a/child[r" + number + "]/name", "Child " + number));
        if (competes(number)) {
            said.addAll(List.of("a/words", words(number)));
        }
        int clashes = 0;
        int busy = 0;
        while (clashes + busy < TRIES) {
            var answer = form.send(said.toArray(String[]::new));
            if (answer.status() == 303) {
                long ended = System.nanoTime();
                if (number % 5 == 0) {
                    assertThat(form.send(said.toArray(String[]::new)).status()).as("sent twice").isIn(303, 503);
                }
                return new Saved(number, UUID.fromString(form.value("op")), clashes, busy, began, ended);
            }
            if (answer.status() == 409) {
                clashes++;
                form = answer.form(visit);
                said = new ArrayList<>(List.of("c/words", "mine"));
            } else {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                busy++;
                Thread.sleep(5);
            }
        }
        throw new AssertionError("Save " + number + " was never acknowledged.");
    }

    private static Page busily(Callable<Page> asking) throws InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                var page = asking.call();
                if (page.status() == 200) {
                    return page;
                }
                assertThat(page.status()).as(page.text()).isEqualTo(503);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            Thread.sleep(5);
        }
        throw new AssertionError("The page was never drawn.");
    }

    /** Every acknowledged save is one submission and no more, and each of its answers stands there, or in the history where another came after. */
    void eachIsThereOnce(List<Saved> saved) {
        assertThat(saved).hasSize(many);
        var ops = saved.stream().map(Saved::op).collect(Collectors.toCollection(ArrayList::new));
        assertThat(new HashSet<>(ops)).as("each its own").hasSize(many);
        var kept = new ArrayList<UUID>();
        var submissions = haki.getBean(Submissions.class);
        var sheets = haki.getBean(Sheets.class);
        var leila = town.leila.actor();
        var work = haki.getBean(Work.class);
        for (var file : files) {
            kept.addAll(work.as(leila, "case.read", () -> haki.getBean(JdbcClient.class)
                    .sql("select op_id from haki.submission where case_id = :case and section = 'visit' and version > 1")
                    .param("case", file.id())
                    .query(UUID.class)
                    .list()));
            var mine = saved.stream().filter(one -> file(one.number()).equals(file)).toList();
            var now = sheets.open(leila, file.code(), "visit").filled().answers();
            assertThat(now.rowsOf("child")).containsExactlyInAnyOrderElementsOf(mine.stream().map(one -> "r" + one.number()).toList());
            mine.forEach(one -> assertThat(now.value("child[r" + one.number() + "]/name")).isEqualTo("Child " + one.number()));
            assertThat(now.value("children")).isEqualTo(String.valueOf(mine.size()));
            assertThat(now.value("safe")).isEqualTo("yes");
            var written = work.as(leila, "case.read", () -> submissions.history(leila, sheets.find(leila, file, "visit").of())).changes().stream()
                    .filter(change -> change.place().equals("words"))
                    .map(AnswerChange::value)
                    .toList();
            assertThat(written).as("each once, none overwritten in silence")
                    .containsExactlyInAnyOrderElementsOf(mine.stream().filter(one -> competes(one.number())).map(one -> words(one.number())).toList());
            assertThat(now.value("words")).isEqualTo(written.isEmpty() ? "" : written.getFirst());
        }
        assertThat(kept).as("acknowledged and kept are the same").containsExactlyInAnyOrderElementsOf(ops);
    }

    /** How it went, in a line. */
    static String told(List<Saved> saved) {
        var times = saved.stream().mapToLong(one -> one.ended() - one.began()).sorted().toArray();
        long all = saved.stream().mapToLong(Saved::ended).max().orElseThrow() - saved.stream().mapToLong(Saved::began).min().orElseThrow();
        var sums = Map.of("clashes", saved.stream().mapToInt(Saved::clashes).sum(), "busy", saved.stream().mapToInt(Saved::busy).sum());
        return "%d saves at once at the front door: %.0f a second; %.0f ms at the median, %.0f ms at the 95th part until acknowledged; %d asked whose answer stands, %d told to try again; all right"
                .formatted(saved.size(), saved.size() / (all / 1e9), times[times.length / 2] / 1e6, times[times.length * 95 / 100] / 1e6,
                        sums.get("clashes"), sums.get("busy"));
    }

    private CaseFile file(int number) {
        return files.get(number % files.size());
    }

    private static boolean competes(int number) {
        return number % 3 == 0;
    }

    private static String words(int number) {
        return "Words of " + number + ".";
    }

    private static String visit(CaseFile file) {
        return file.path() + "/sheet/visit";
    }
}
