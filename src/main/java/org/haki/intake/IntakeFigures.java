package org.haki.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** What figures ask of reports: where one is opened, and how the calls back went. */
@Service
public class IntakeFigures {

    /** Where something is opened, and its code. */
    public record Place(String path, String code) {}

    /** How many calls back went so; the outcome is "" for those not made. */
    public record Calls(String outcome, boolean now, long number) {}

    private final Work work;
    private final IntakeRepository intakes;
    private final AttemptRepository attempts;

    IntakeFigures(Work work, IntakeRepository intakes, AttemptRepository attempts) {
        this.work = work;
        this.intakes = intakes;
        this.attempts = attempts;
    }

    /** Where those of these reports are opened that the actor may see. */
    public Map<UUID, Place> places(Actor actor, Collection<UUID> ids) {
        return work.as(actor, "intake.see", () -> ids.isEmpty() ? Map.of()
                : intakes.byIds(ids).stream().collect(Collectors.toMap(Intake::id, one -> new Place(one.path(), one.code()))));
    }

    /** The calls planned for these days, and with {@code now} false those planned for the days before them. */
    public List<Calls> calls(Actor actor, LocalDate before, LocalDate from, LocalDate to) {
        return work.as(actor, "intake.see", () -> attempts.figures(before.atStartOfDay(actor.zone()).toInstant(),
                from.atStartOfDay(actor.zone()).toInstant(), to.plusDays(1).atStartOfDay(actor.zone()).toInstant()));
    }
}
