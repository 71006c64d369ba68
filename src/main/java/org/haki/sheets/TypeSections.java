package org.haki.sheets;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haki.cases.OwnTypes;
import org.haki.forms.CannotBeReckoned;
import org.haki.forms.CaseDocument;
import org.haki.forms.FormEngine;
import org.haki.forms.TooMuchToReckon;
import org.haki.forms.Typing;
import org.haki.forms.Wrong;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.lists.InstallationLists;
import org.haki.questions.LongList;
import org.haki.questions.TypedQuestions;
import org.springframework.stereotype.Service;

/** The sections of a case type, to be tried before cases are of it. */
@Service
class TypeSections {

    private final Work work;
    private final OwnTypes types;
    private final FormEngine engine;
    private final InstallationLists lists;
    private final Clock clock;

    TypeSections(Work work, OwnTypes types, FormEngine engine, InstallationLists lists, Clock clock) {
        this.work = work;
        this.types = types;
        this.engine = engine;
        this.lists = lists;
        this.clock = clock;
    }

    /** As it begins. */
    TypeSectionPage blank(Actor actor, String name, String section) {
        return work.as(actor, "settings.change", () -> {
            var asked = types.asked(actor, name, section);
            return new TypeSectionPage(asked, section, engine.blank(asked.form(), document(actor), lists.of(actor)), Map.of(), List.of());
        });
    }

    /** After what was typed; nothing is kept. */
    TypeSectionPage tried(Actor actor, String name, String section, TypedQuestions said) {
        return work.as(actor, "settings.change", () -> {
            var asked = types.asked(actor, name, section);
            var typing = typing(actor, asked, said);
            var answers = said.turned(asked.form(), typing.answers());
            try {
                var filled = engine.fill(asked.form(), answers, document(actor), lists.of(actor));
                var wrongs = new ArrayList<>(typing.wrongs());
                wrongs.removeIf(wrong -> said.finds().containsKey(wrong.place()));
                filled.wrongs().stream().filter(wrong -> wrong.kind() != Wrong.Kind.REQUIRED && !typing.typed().containsKey(wrong.place()))
                        .forEach(wrongs::add);
                return new TypeSectionPage(asked, section, filled, typing.asTyped(filled.answers()), wrongs);
            } catch (TooMuchToReckon | CannotBeReckoned failed) {
                throw Problem.notNow();
            }
        });
    }

    private Typing typing(Actor actor, OwnTypes.Asked asked, TypedQuestions said) {
        var typing = Typing.read(asked.form(), said.known(asked.form()), actor.zone());
        if (said.finds().isEmpty()) {
            return typing;
        }
        try {
            return LongList.chosen(engine.fill(asked.form(), typing.answers(), document(actor), lists.of(actor)), typing, said.finds());
        } catch (TooMuchToReckon | CannotBeReckoned failed) {
            return typing;
        }
    }

    private CaseDocument document(Actor actor) {
        return CaseDocument.at(clock.instant(), actor.zone()).done();
    }
}
