package org.haki.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** How many cases are in work, of those that the actor may see; for figures of today. */
@Service
public class CasesInWork {

    /** Open cases of a type in one stage, in the order of the type, and how many days half of them are open at most. */
    public record OfStage(CaseType type, CaseType.Stage stage, long cases, int medianDays) {}

    /**
     * What one owner carries, the most first; owner {@code null} is the offices' queue.
     *
     * @param pressing   of them emergencies and urgent ones
     * @param silentDays the longest time in which nothing was said in one of them
     */
    public record OfOwner(UUID owner, long cases, long pressing, int silentDays) {}

    /** Cases whose age in days lies below this, and not below the one before; {@code null} for those still older. */
    public record OfAge(Integer below, long cases) {}

    /** All of it; {@code closing} are those that wait for a check. */
    public record Figures(List<OfStage> stages, List<OfOwner> owners, List<OfAge> ages, long closing) {

        /** Whether they are of more than one type. */
        public boolean several() {
            return stages.stream().map(OfStage::type).distinct().count() > 1;
        }

        public long open() {
            return stages.stream().mapToLong(OfStage::cases).sum();
        }
    }

    private final Work work;
    private final CasesInWorkRepository figures;
    private final AdoptedTypes types;
    private final Audit audit;

    CasesInWork(Work work, CasesInWorkRepository figures, AdoptedTypes types, Audit audit) {
        this.work = work;
        this.audit = audit;
        this.figures = figures;
        this.types = types;
    }

    /** The figures of this moment; of the types besides the standard one those that have open cases. */
    public Figures now(Actor actor) {
        return work.as(actor, "case.see", () -> {
            var stages = figures.byStage(null);
            var sorted = types.ever().stream()
                    .filter(type -> type.standard() || stages.stream().anyMatch(row -> row.type().equals(type.key())))
                    .flatMap(type -> type.stages().stream().map(stage -> stages.stream()
                            .filter(row -> row.type().equals(type.key()) && row.stage().equals(stage.key()))
                            .findFirst()
                            .map(row -> new OfStage(type, stage, row.cases(), row.medianDays()))
                            .orElseGet(() -> new OfStage(type, stage, 0, 0))))
                    .toList();
            return new Figures(sorted, figures.byOwner(), figures.byAge(), figures.closing());
        });
    }

    /** The offices of those of these cases that the actor may see. */
    public Map<UUID, UUID> offices(Actor actor, Collection<UUID> of) {
        return work.as(actor, "case.see", () -> of.isEmpty() ? Map.of() : figures.offices(of));
    }

    /** What each owner carries at this moment, and no more. */
    public List<OfOwner> ofOwners(Actor actor) {
        return work.as(actor, "case.see", figures::byOwner);
    }

    /** The open cases of one owner by stage, those that there are. */
    public List<OfStage> stagesOf(Actor actor, UUID owner) {
        return work.as(actor, "case.see", () -> {
            var stages = figures.byStage(owner);
            return types.ever().stream()
                    .flatMap(type -> type.stages().stream().flatMap(stage -> stages.stream()
                            .filter(row -> row.type().equals(type.key()) && row.stage().equals(stage.key()))
                            .map(row -> new OfStage(type, stage, row.cases(), row.medianDays()))))
                    .toList();
        });
    }

    /** Open cases whose age in days is in the band of {@link Figures#ages} that ends here ("" for the oldest), the oldest first. */
    public List<CaseFile> ofAge(Actor actor, String below, int most) {
        return work.as(actor, "case.see", () -> {
            var found = figures.ofAge(below, most);
            audit.shows(found.stream().map(CaseFile::id).toList());
            return found;
        });
    }
}
