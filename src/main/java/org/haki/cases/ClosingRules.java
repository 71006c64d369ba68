package org.haki.cases;

import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Component;

/** What the type of a case asks before it closes, and what its answers show of the closing already. */
@Component
class ClosingRules {

    private final Work work;
    private final CaseTypes types;
    private final CaseConditions conditions;

    ClosingRules(Work work, CaseTypes types, CaseConditions conditions) {
        this.work = work;
        this.types = types;
        this.conditions = conditions;
    }

    /** What should be so and is not yet. */
    List<Labels> unmet(Actor actor, CaseFile file) {
        var checks = types.of(file).ending().checks();
        if (checks.isEmpty()) {
            return List.of();
        }
        return work.as(actor, "case.propose", () -> {
            var seen = conditions.see(actor, file);
            return checks.stream().filter(check -> !seen.holds(check.condition())).map(TypeEnding.Check::say).toList();
        });
    }

    /** Whether it is enough to see the document that this closing goes by: the type says so, and there is one. */
    boolean byEvidence(Actor actor, CaseFile file) {
        var rule = types.of(file).ending().verification();
        return rule.is(TypeEnding.Verification.EVIDENCE) && (rule.shows().isEmpty() || conditions.see(actor, file).holds(rule.shows()));
    }

    /** A proposal that nobody has typed in, as far as the answers and the work done say what it will be. */
    ProposeClosing suggested(Actor actor, CaseFile file, List<GivenServices.Given> given) {
        var type = types.of(file);
        return type.ending().prefill().values().stream().allMatch(List::isEmpty)
                ? ProposeClosing.suggested(type, given)
                : work.as(actor, "case.propose", () -> ProposeClosing.suggested(type, given, conditions.see(actor, file)));
    }
}
