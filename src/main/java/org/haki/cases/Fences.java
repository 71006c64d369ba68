package org.haki.cases;

import java.util.List;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Keeping a case to its team: its owner may, and a supervisor; only a supervisor takes it out again. */
@Service
public class Fences {

    /** Why a case is kept to its team; keys of words. */
    public static final List<String> REASONS = List.of("danger", "client_asked", "known_here", "sensitive");

    /** Why it no longer is. */
    public static final List<String> REASONS_TO_LOWER = List.of("danger_over", "client_asked", "by_mistake");

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Fencing fencing;
    private final EventRepository history;
    private final Oversight oversight;

    Fences(Work work, Audit audit, CaseFiles cases, CaseTypes types, Fencing fencing, EventRepository history,
            Oversight oversight) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.types = types;
        this.fencing = fencing;
        this.history = history;
        this.oversight = oversight;
    }

    /** Keeps the case to its team. */
    public String raise(Actor actor, String code, String reason, Op op) {
        return work.once(actor, "case.fence", op, () -> {
            var file = cases.openFor(actor, code, "case.fence");
            if (!actor.is(file.owner()) && !actor.may("case.unfence", file.office())) {
                throw Problem.notYours();
            }
            fencing.raise(actor, file, op.base());
            history.add(actor, file.id(), "fenced", "", reason);
            audit.note("case.fenced", file.id(), reason);
            return file.path();
        });
    }

    /** Lets the whole office see the case again; never for a type that is restricted by itself. */
    public String lower(Actor actor, String code, String reason, Op op) {
        return work.once(actor, "case.unfence", op, () -> {
            var file = cases.openFor(actor, code, "case.unfence");
            oversight.refuseForTheHour(actor, file);
            if (types.of(file).restricted()) {
                throw Problem.notNow();
            }
            fencing.lower(actor, file, op.base());
            history.add(actor, file.id(), "unfenced", "", reason);
            audit.note("case.unfenced", file.id(), reason);
            return file.path();
        });
    }
}
