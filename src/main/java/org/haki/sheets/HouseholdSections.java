package org.haki.sheets;

import java.time.Clock;
import java.util.LinkedHashMap;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.SheetSaved;
import org.haki.forms.Answers;
import org.haki.forms.SaveSection;
import org.haki.forms.Submissions;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What was asked once for a whole household, taken over into the case of its next member: sealed anew, under the new case's keys. */
@Component
public class HouseholdSections {

    private final Sheets sheets;
    private final Submissions submissions;
    private final CaseTypes types;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HouseholdSections(Sheets sheets, Submissions submissions, CaseTypes types, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.sheets = sheets;
        this.submissions = submissions;
        this.types = types;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What is sensitive was told for one of them: the next is asked anew, and nobody finds it in a case where nobody opened it. */
    private static Answers carried(Sheet sheet, Answers known) {
        var values = new LinkedHashMap<>(known.values());
        values.keySet().removeAll(Sheets.sensitive(sheet, known));
        return new Answers(values, known.rows());
    }

    /** Takes over every section that the type names, where both cases are asked the same questions. */
    public void takeOver(Actor actor, CaseFile from, CaseFile into, CaseType type, Op op) {
        for (var key : type.opening().household()) {
            var there = sheets.find(actor, from, key);
            var here = sheets.find(actor, into, key);
            var known = submissions.now(actor, there.of());
            if (known.isSaved() && known.form().equals(here.form().hash())) {
                submissions.lock(actor, here.of());
                submissions.save(actor, here.of(), new SaveSection(here.form(), 0, carried(here, known.answers()), null, AnswersRebuilt.isCoded(types, into), "page",
                        clock.instant(), op.id()));
                audit.note("sheet.taken_over", into.id(), key);
                events.publishEvent(new SheetSaved(actor, into, key));
            }
        }
    }
}
