package org.haki.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.intake.QueueRepository.Row;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.ui.Stretch;
import org.springframework.stereotype.Service;

/** The reports that wait, and those decided, as a list. */
@Service
class Queue {

    private static final int PAGE = 25;
    private static final int WORDS_SHOWN = 220;
    private static final long AGES_STAY_SECONDS = 300;
    private static final Set<String> GONE_TO_A_CASE = Set.of("accepted", "attached");

    /** A page of the list and what it was made from. */
    private record Listing(List<Row> rows, boolean more, Counts counts, String print) {}

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final AccountSeal accounts;
    private final QueueRepository queue;
    private final IntakeRepository intakes;
    private final Clock clock;

    Queue(Work work, Audit audit, Staff staff, AccountSeal accounts, QueueRepository queue, IntakeRepository intakes, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.accounts = accounts;
        this.queue = queue;
        this.intakes = intakes;
        this.clock = clock;
    }

    /** A page of the list, beside the report that is open. */
    QueuePage page(Actor actor, Filter filter, Reading reading, UUID decision, int left) {
        return work.as(actor, "intake.see", () -> {
            var listing = listing(actor, filter);
            return draw(actor, filter, listing, reading == null ? "" : reading.code(), reading, undo(decision, left));
        });
    }

    /** The list as it is now, or empty when it is as it was seen. */
    Optional<QueuePage> news(Actor actor, Filter filter, String seen, String open) {
        return work.as(actor, "intake.see", () -> {
            var listing = listing(actor, filter);
            if (listing.print().equals(seen)) {
                audit.showsNothing();
                return Optional.empty();
            }
            return Optional.of(draw(actor, filter, listing, Objects.requireNonNullElse(open, ""), null, null));
        });
    }

    private Listing listing(Actor actor, Filter filter) {
        var rows = filter.decided() ? queue.decided(filter, PAGE + 1) : queue.waiting(filter, PAGE + 1);
        var counts = queue.counts(LocalDate.ofInstant(clock.instant(), actor.zone()).atStartOfDay(actor.zone()).toInstant());
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var now = clock.instant();
        var state = shown.stream()
                .map(row -> List.of(row.intake().id(), row.intake().version(), row.intake().openWithAnother(actor, now),
                        row.calls(), row.fakes(), row.alike()))
                .toList();
        int print = Objects.hash(state, counts, now.getEpochSecond() / AGES_STAY_SECONDS);
        return new Listing(shown, rows.size() > PAGE, counts, Integer.toHexString(print));
    }

    private QueuePage draw(Actor actor, Filter filter, Listing listing, String open, Reading reading, QueuePage.Undo undo) {
        var now = clock.instant();
        var readable = listing.rows().stream().map(Row::intake).filter(intake -> !GONE_TO_A_CASE.contains(intake.state())).toList();
        var told = accounts.openAll(readable);
        var names = staff.names(actor, readable.stream()
                .filter(intake -> intake.openWithAnother(actor, now))
                .map(Intake::claimedBy)
                .collect(Collectors.toSet()));
        var items = listing.rows().stream().map(row -> item(actor, row, told.get(row.intake().id()), names, now)).toList();
        var next = listing.more() ? "/intake" + filter.after(filter.cursor(listing.rows().getLast().intake())).query() : null;
        boolean known = listing.counts().of(filter.view()) <= Stretch.COUNTED;
        int more = !known || filter.narrowed() || !filter.after().isEmpty() || filter.decided()
                ? 0 : Math.max(0, listing.counts().of(filter.view()) - items.size());
        return new QueuePage(filter, listing.counts(), items, next, more, listing.print(), open, reading, undo, null);
    }

    private QueuePage.Item item(Actor actor, Row row, Account told, Map<UUID, String> names, Instant now) {
        var intake = row.intake();
        return new QueuePage.Item(
                intake.code(),
                intake.version(),
                intake.urgency(),
                intake.channel(),
                told == null ? "" : told.where(),
                intake.receivedAt(),
                intake.language(),
                told == null ? null : beginning(told.words()),
                intake.openWithAnother(actor, now) ? names.getOrDefault(intake.claimedBy(), "") : null,
                actor.is(intake.claimedBy()) && intake.claimedUntil().isAfter(now) ? intake.claimedUntil() : null,
                intake.waits() && intake.reach().equals("call") && row.calls() == 0,
                row.nextCall(),
                row.fakes(),
                row.alike(),
                intake.state());
    }

    private QueuePage.Undo undo(UUID decision, int left) {
        if (decision == null) {
            return null;
        }
        var decided = intakes.decidedAtOnce(decision).stream()
                .filter(intake -> intake.state().equals("not_a_case") && intake.decidedAt().plus(Decisions.UNDO).isAfter(clock.instant()))
                .toList();
        return decided.isEmpty() ? null : new QueuePage.Undo(decision, decided.size(), Math.clamp(left, 0, 100), decided.getFirst().reason());
    }

    static String beginning(String words) {
        if (words.length() <= WORDS_SHOWN) {
            return words;
        }
        int end = words.offsetByCodePoints(0, words.codePointCount(0, WORDS_SHOWN));
        return words.substring(0, end) + "…";
    }
}
