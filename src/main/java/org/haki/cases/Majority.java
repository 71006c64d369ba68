package org.haki.cases;

import java.util.List;
import java.util.Set;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.springframework.stereotype.Component;

/**
 * Who may say yes for a client (R6). An adult decides herself. For a child a caregiver or guardian decides and she is
 * asked for her own word, or a supervisor decides in her best interest. Whose age is not known says first that she is of
 * age, or is treated as a child. A no, and taking back a yes, ask for nothing.
 */
@Component
public class Majority {

    private static final Set<String> FOR_HER = Set.of("caregiver", "guardian");
    private static final Set<String> HER_WORD = Set.of("yes", "too_young");

    private final Work work;
    private final Persons persons;
    private final ConsentRepository consents;

    Majority(Work work, Persons persons, ConsentRepository consents) {
        this.work = work;
        this.persons = persons;
        this.consents = consents;
    }

    /** The client's age group as far as whoever is at work may see it: at a window without her name it is not known. */
    public String ageOf(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            var client = persons.inFigures(actor, List.of(file.client())).get(file.client());
            return client == null ? "unknown" : client.ageGroup();
        });
    }

    /** Adds what stands against a decision for somebody of this age, beside its field. */
    public Errors errors(Actor actor, CaseFile file, String decision, String byWhom, String assent) {
        return work.as(actor, "case.see", () -> {
            var age = actor.kind() == Actor.Kind.GUEST ? consents.windowedAge() : ageOf(actor, file);
            return errors(age, actor.may("consent.best_interest", file.office()), decision, byWhom, assent);
        });
    }

    /** The same for an age that is said, not yet kept. */
    public static Errors errors(String age, boolean mayDecideForHer, String decision, String byWhom, String assent) {
        var errors = new Errors();
        if (!decision.equals("given")) {
            return errors;
        }
        if (byWhom.equals("best_interest")) {
            return errors.unless(mayDecideForHer && !age.equals("adult"), "byWhom", "Majority.bestInterest");
        }
        if (age.equals("adult")) {
            return errors;
        }
        if (FOR_HER.contains(byWhom)) {
            return errors.unless(HER_WORD.contains(assent), "assent", "Majority.assent");
        }
        return age.equals("child")
                ? errors.add("byWhom", "Majority.child")
                : errors.unless(assent.equals("of_age"), "assent", "Majority.unknown");
    }

    /** What may be answered about the word of somebody of this age; empty: nothing is asked. */
    public static List<String> answers(String age) {
        return switch (age) {
            case "adult" -> List.of();
            case "child" -> List.of("yes", "too_young", "no");
            default -> List.of("of_age", "yes", "too_young", "no");
        };
    }
}
