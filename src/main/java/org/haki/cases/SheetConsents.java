package org.haki.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.access.Organisations;
import org.haki.forms.Answers;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/**
 * Decisions that the client is asked for in a section of the sheet, as its type says: she is asked once. What is saved there is
 * a decision of the case, and what the case knows already stands there as a suggestion.
 */
@Service
public class SheetConsents {

    /**
     * What the case knows of a decision, beside the answer in the sheet.
     *
     * @param decision one of {@link Decision#DECISIONS}
     * @param by       who wrote it down
     */
    public record Known(String purpose, String decision, Instant at, String by) {

        /** Whether she was asked. */
        public boolean isAsked() {
            return !decision.equals("not_yet_asked");
        }
    }

    private final Work work;
    private final CaseTypes types;
    private final Consents consents;
    private final Majority majority;
    private final Organisations organisations;

    SheetConsents(Work work, CaseTypes types, Consents consents, Majority majority, Organisations organisations) {
        this.work = work;
        this.types = types;
        this.consents = consents;
        this.majority = majority;
        this.organisations = organisations;
    }

    /** For each place at which this section asks for a decision its purpose. */
    public Map<String, String> asked(CaseType type, String section) {
        return in(type, section).stream().collect(Collectors.toMap(one -> AskedConsent.place(one.answer()), AskedConsent::purpose));
    }

    /** For each place at which this section asks for a decision what the case knows of it. */
    public Map<String, Known> known(Actor actor, CaseFile file, String section) {
        var known = new HashMap<String, Known>();
        var now = now(actor, file, section);
        for (var one : in(types.of(file), section)) {
            var recorded = now.get(one.purpose());
            if (recorded != null) {
                known.put(AskedConsent.place(one.answer()),
                        new Known(one.purpose(), recorded.decision().decision(), recorded.at(), recorded.by()));
            }
        }
        return known;
    }

    /** What may be suggested in a section that nobody saved yet, by place. */
    public Map<String, String> suggested(Actor actor, CaseFile file, String section) {
        var suggested = new LinkedHashMap<String, String>();
        var now = now(actor, file, section);
        for (var one : in(types.of(file), section)) {
            var recorded = now.get(one.purpose());
            if (recorded != null) {
                one.known(recorded.decision()).forEach(suggested::putIfAbsent);
            }
        }
        return suggested;
    }

    /** What stands against what is about to be saved, as sentences by place: who may say yes for somebody of her age (R6). */
    public Map<String, String> hindrances(Actor actor, CaseFile file, String section, Answers before, Answers after) {
        var hindrances = new LinkedHashMap<String, String>();
        changes(actor, file, section, before, after, "").forEach((one, said) -> majority
                .errors(actor, file, said.decision(), said.byWhom(), said.assent()).all()
                .forEach(wrong -> hindrances.putIfAbsent(
                        AskedConsent.place(wrong.field().equals("assent") && !one.assent().isEmpty() ? one.assent() : one.by()), wrong.key())));
        return hindrances;
    }

    /** Writes down what she decided in the section that was saved just now, each change as one more row (R4). */
    public void record(Actor actor, CaseFile file, String section, Answers before, Answers after, String language) {
        work.as(actor, "case.write", () -> {
            var spoken = CaseChoices.CONSENT_LANGUAGES.contains(language) ? language : organisations.of(actor.org()).language();
            changes(actor, file, section, before, after, spoken).values().forEach(said -> consents.write(actor, file, said));
        });
    }

    private Map<AskedConsent, Decision> changes(Actor actor, CaseFile file, String section, Answers before, Answers after, String language) {
        var changes = new LinkedHashMap<AskedConsent, Decision>();
        var now = now(actor, file, section);
        for (var one : in(types.of(file), section)) {
            var said = one.in(after, language);
            var recorded = now.get(one.purpose());
            if (said != null && isNew(one, said, recorded == null ? null : recorded.decision(), before, after)) {
                changes.put(one, recorded != null && recorded.decision().decision().equals("given") && said.decision().equals("refused")
                        ? withdrawn(said) : said);
            }
        }
        return changes;
    }

    /**
     * An answer that stays as it was says nothing new: what was decided elsewhere meanwhile holds. Only who decided, and how,
     * may be put right as long as the answer holds.
     */
    private static boolean isNew(AskedConsent one, Decision said, Decision recorded, Answers before, Answers after) {
        boolean holds = recorded != null && recorded.decision().equals(said.decision());
        var was = one.in(before, "");
        if (was != null && was.decision().equals(said.decision())) {
            return holds && !one.sameManner(before, after);
        }
        boolean isNo = recorded != null && recorded.decision().equals("withdrawn") && said.decision().equals("refused");
        return !isNo && !(holds && one.known(recorded).equals(one.known(said)));
    }

    private static Decision withdrawn(Decision said) {
        return new Decision(said.purpose(), "withdrawn", said.method(), said.byWhom(), said.assent(), said.witness(), said.language());
    }

    private Map<String, Consents.Recorded> now(Actor actor, CaseFile file, String section) {
        return in(types.of(file), section).isEmpty() ? Map.of() : consents.of(actor, file).stream()
                .collect(Collectors.toMap(recorded -> recorded.decision().purpose(), Function.identity()));
    }

    private static List<AskedConsent> in(CaseType type, String section) {
        return type.consents().stream().filter(one -> one.section().equals(section)).toList();
    }
}
