package org.haki.sheets;

import java.util.UUID;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseTypes;
import org.haki.forms.Rebuilt;
import org.haki.forms.Submissions;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.vault.CannotOpen;
import org.springframework.stereotype.Component;

/** Derives current answers anew from the newest save of every section, a few at a time. */
@Component
class AnswersRebuilt implements Rebuilt {

    private static final int PART = 100;

    private final Work work;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Submissions submissions;

    AnswersRebuilt(Work work, CaseFiles cases, CaseTypes types, Submissions submissions) {
        this.work = work;
        this.cases = cases;
        this.types = types;
        this.submissions = submissions;
    }

    @Override
    public String what() {
        return "sections";
    }

    @Override
    public Outcome all(Actor system) {
        var outcome = new Outcome(0, 0, 0);
        var after = new Submissions.Newest(new UUID(0, 0), "");
        while (after != null) {
            var from = after;
            var counts = new int[3];
            after = work.as(system, "case.read", () -> part(system, from, counts));
            outcome = outcome.and(new Outcome(counts[0], counts[1], counts[2]));
        }
        return outcome;
    }

    private Submissions.Newest part(Actor system, Submissions.Newest from, int[] counts) {
        var part = submissions.newest(system, from, PART);
        var files = cases.byIds(system, part.stream().map(Submissions.Newest::caseId).distinct().toList());
        for (var newest : part) {
            counts[0]++;
            var file = files.get(newest.caseId());
            try {
                counts[1] += submissions.derive(system, newest, file.key(), isCoded(types, file)) ? 0 : 1;
            } catch (CannotOpen destroyed) {
                counts[2]++;
            }
        }
        return part.size() < PART ? null : part.getLast();
    }

    /** Whether choices of this case may stand in clear. */
    static boolean isCoded(CaseTypes types, CaseFile file) {
        return !types.of(file).restricted() && !file.fenced();
    }
}
