package org.haki.sheets;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haki.cases.CaseTypes;
import org.haki.cases.SheetConsents;
import org.haki.forms.Answers;
import org.haki.forms.Asked;
import org.haki.forms.Filled;
import org.haki.forms.FormEngine;
import org.haki.forms.SavedSection;
import org.haki.forms.Wrong;
import org.haki.kernel.Actor;
import org.haki.lists.InstallationLists;
import org.springframework.stereotype.Component;

/** The client's decisions among the questions of a section: what is known of them already, what stands against them, and their record. */
@Component
class SheetDecisions {

    private static final int MOST_ROUNDS = 6;

    private final CaseTypes types;
    private final SheetConsents consents;
    private final FormEngine engine;
    private final InstallationLists lists;

    SheetDecisions(CaseTypes types, SheetConsents consents, FormEngine engine, InstallationLists lists) {
        this.types = types;
        this.consents = consents;
        this.engine = engine;
        this.lists = lists;
    }

    /** Of each question after a decision what it is for, and what the case knows of it. */
    Map<String, SheetPage.Decision> beside(Actor actor, Sheet sheet) {
        var asked = consents.asked(types.of(sheet.file()), sheet.section().key());
        if (asked.isEmpty()) {
            return Map.of();
        }
        var known = consents.known(actor, sheet.file(), sheet.section().key());
        var beside = new HashMap<String, SheetPage.Decision>();
        asked.forEach((place, purpose) -> beside.put(place, new SheetPage.Decision(purpose, known.get(place))));
        return beside;
    }

    /** A section that nobody saved, with what the case knows already where it is asked now and nothing stands; what follows from that, too. */
    Filled suggest(Actor actor, Sheet sheet, Filled filled) {
        var known = new LinkedHashMap<>(consents.suggested(actor, sheet.file(), sheet.section().key()));
        var now = filled;
        for (int round = 0; round < MOST_ROUNDS && !known.isEmpty(); round++) {
            var answers = with(now, known);
            if (answers.equals(now.answers())) {
                break;
            }
            known.keySet().removeAll(answers.values().keySet());
            now = engine.fill(sheet.form(), answers, sheet.seen().document(), lists.of(actor));
        }
        return now;
    }

    private static Answers with(Filled filled, Map<String, String> known) {
        var answers = new Answers[] {filled.answers()};
        filled.each(one -> {
            if (one.isQuestion() && one.relevant() && one.value().isEmpty() && isOffered(one, known.get(one.place()))) {
                answers[0] = answers[0].with(one.place(), known.get(one.place()));
            }
        });
        return answers[0];
    }

    private static boolean isOffered(Asked one, String value) {
        return value != null && one.options().stream().anyMatch(option -> option.name().equals(value));
    }

    /** Who may not say yes here, beside the question after that. */
    List<Wrong> wrongs(Actor actor, Sheet sheet, SavedSection now, Filled filled) {
        return consents.hindrances(actor, sheet.file(), sheet.section().key(), now.answers(), filled.answers()).entrySet().stream()
                .map(hindrance -> new Wrong(hindrance.getKey(), Wrong.Kind.SAID, hindrance.getValue()))
                .toList();
    }

    /** What was decided in the section that was saved just now is a decision of the case. */
    void record(Actor actor, Sheet sheet, SavedSection before, Filled filled, String language) {
        consents.record(actor, sheet.file(), sheet.section().key(), before.answers(), filled.answers(), language);
    }
}
