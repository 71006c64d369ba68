package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.haki.forms.FormEngine;
import org.haki.kernel.Problem;

/** Whatever steps people try, in whatever order and however the clock jumps, a case keeps its invariants (C3, C6, C7, C10, C13). */
class AnyLifeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    private static final CaseType TYPE = type();

    enum Step { MOVE, GIVE, FENCE, UNFENCE, PROPOSE, WITHDRAW, CLOSE, ARCHIVE, REOPEN }

    record Tried(Step step, int minutes, int choice) {}

    @Property
    void whatever_is_tried_a_case_keeps_its_invariants(@ForAll("lives") List<Tried> life) {
        var file = CaseFile.begin(UUID.randomUUID(), UUID.randomUUID(), start(), TYPE, BEGIN);
        var now = BEGIN;
        for (var tried : life) {
            now = now.plus(Duration.ofMinutes(tried.minutes()));
            var before = file;
            try {
                file = step(before, tried, now);
                assertThat(mayFollow(before.status(), file.status())).as("%s to %s", before.status(), file.status()).isTrue();
                unchangedForLife(before, file);
            } catch (Problem refused) {
                assertThat(refused.kind()).isEqualTo(Problem.Kind.NOT_NOW);
                file = before;
            }
            holds(file);
        }
    }

    @Property
    void a_closed_or_archived_case_takes_no_step_but_reopening_and_archiving(@ForAll Step step, @ForAll boolean archived) {
        var closed = CaseFile.begin(UUID.randomUUID(), UUID.randomUUID(), start(), TYPE, BEGIN).proposed(BEGIN).closed(BEGIN, TYPE, ZONE);
        var file = archived ? closed.archived(BEGIN) : closed;
        boolean allowed = step == Step.REOPEN || step == Step.ARCHIVE && !archived;
        try {
            step(file, new Tried(step, 0, 1), BEGIN);
            assertThat(allowed).isTrue();
        } catch (Problem refused) {
            assertThat(allowed).isFalse();
        }
    }

    @Provide
    Arbitrary<List<Tried>> lives() {
        var one = Combinators.combine(
                        Arbitraries.of(Step.class), Arbitraries.integers().between(-120, 600_000), Arbitraries.integers().between(0, 5))
                .as(Tried::new);
        return one.list().ofMaxSize(40);
    }

    private static CaseFile step(CaseFile file, Tried tried, Instant now) {
        return switch (tried.step()) {
            case MOVE -> file.movedTo(TYPE, tried.choice() < 4 ? TYPE.stages().get(tried.choice()).key() : "nowhere");
            case GIVE -> file.givenTo(tried.choice() == 0 ? null : UUID.randomUUID());
            case FENCE -> file.keptToTeam(true);
            case UNFENCE -> file.keptToTeam(false);
            case PROPOSE -> file.proposed(now);
            case WITHDRAW -> file.backToWork();
            case CLOSE -> file.closed(now, TYPE, ZONE);
            case ARCHIVE -> file.archived(now);
            case REOPEN -> file.reopenedAgain();
        };
    }

    private static boolean mayFollow(CaseStatus before, CaseStatus after) {
        return before == after && before == CaseStatus.OPEN || switch (before) {
            case OPEN -> after == CaseStatus.CLOSING;
            case CLOSING -> after == CaseStatus.OPEN || after == CaseStatus.CLOSED;
            case CLOSED -> after == CaseStatus.ARCHIVED || after == CaseStatus.OPEN;
            case ARCHIVED -> after == CaseStatus.OPEN;
            default -> false;
        };
    }

    private static void unchangedForLife(CaseFile before, CaseFile after) {
        assertThat(List.of(after.id(), after.code(), after.office(), after.key(), after.type(), after.typeVersion(), after.client()))
                .isEqualTo(List.of(before.id(), before.code(), before.office(), before.key(), before.type(), before.typeVersion(), before.client()));
        assertThat(after.acceptedAt()).isEqualTo(before.acceptedAt());
        assertThat(after.reopened()).isGreaterThanOrEqualTo(before.reopened());
    }

    private static void holds(CaseFile file) {
        assertThat(TYPE.stages()).extracting(CaseType.Stage::key).contains(file.stage());
        assertThat(file.closingAt() != null).isEqualTo(!file.isOpen());
        boolean over = file.status() == CaseStatus.CLOSED || file.status() == CaseStatus.ARCHIVED;
        assertThat(file.closedAt() != null).isEqualTo(over);
        assertThat(file.archivedAt() != null).isEqualTo(file.status() == CaseStatus.ARCHIVED);
        assertThat(file.archiveDue() != null).isEqualTo(file.status() == CaseStatus.CLOSED);
        var moments = Stream.of(
                file.receivedAt(), file.acceptedAt(), file.closingAt(), file.closedAt(), file.archivedAt()).filter(Objects::nonNull);
        assertThat(moments.toList()).isSorted();
    }

    private static StartCase start() {
        return new StartCase(
                "K7M4Q2XD9FRT6", UUID.randomUUID(), null, UUID.randomUUID(), Map.of(), UUID.randomUUID(), Set.of(), false, "normal",
                "phone", BEGIN.plusSeconds(60), "", List.of());
    }

    private static CaseType type() {
        return CaseTypeFolders.read(List.of("classpath:casetypes/*/casetype.yaml"), new FormEngine()).stream()
                .map(PublishedType::type).filter(CaseType::standard).findFirst().orElseThrow();
    }
}
