package org.haki.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** What is late and what is due soon, in the cases that the actor may see; for figures of today. */
@Service
public class LateWork {

    /** How many things of a kind are late, by how many days; {@code hard} ones are set by law or danger. */
    public record OfKind(String kind, boolean hard, long upToThree, long upToSeven, long longer) {

        public long all() {
            return upToThree + upToSeven + longer;
        }
    }

    /** What one person has late, the longest by how many days, and what is due within a week; {@code null} is nobody. */
    public record OfPerson(UUID person, long late, int longest, long soon) {}

    /** One thing that is late or due soon. */
    public record Step(UUID id, UUID caseId, String kind, LocalDate due, UUID person) {}

    /** All of it, and in how many cases something is late. */
    public record Figures(List<OfKind> kinds, List<OfPerson> persons, long cases) {

        public long late() {
            return kinds.stream().mapToLong(OfKind::all).sum();
        }
    }

    private final Work work;
    private final LateWorkRepository figures;
    private final Clock clock;

    LateWork(Work work, LateWorkRepository figures, Clock clock) {
        this.work = work;
        this.figures = figures;
        this.clock = clock;
    }

    /** The figures of today, in the organisation's zone. */
    public Figures now(Actor actor) {
        return work.as(actor, "case.see", () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            return new Figures(figures.byKind(today), figures.byPerson(today), figures.casesLate(today));
        });
    }

    /** How many things are late today in each case in which something is. */
    public Map<UUID, Long> ofCases(Actor actor) {
        return work.as(actor, "case.see", () -> figures.byCase(LocalDate.ofInstant(clock.instant(), actor.zone())));
    }

    /** What each person has late today and due soon, and no more. */
    public List<OfPerson> ofPersons(Actor actor) {
        return work.as(actor, "case.see", () -> figures.byPerson(LocalDate.ofInstant(clock.instant(), actor.zone())));
    }

    /**
     * What is late today, or with {@code soon} due from today on within a week, the longest waiting first.
     *
     * @param kind   of this kind only, or ""
     * @param person of this person only, "nobody" for what nobody has, or ""
     */
    public List<Step> steps(Actor actor, String kind, String person, boolean soon, int most) {
        return work.as(actor, "case.see", () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            return figures.steps(soon ? today : LocalDate.of(1, 1, 1), soon ? today.plusDays(7) : today.minusDays(1), kind, person, most);
        });
    }
}
