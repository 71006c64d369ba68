package org.haki.sheets;

import java.util.List;
import org.haki.access.Organisations;
import org.haki.kernel.Command;
import org.haki.kernel.Refusal;
import org.springframework.stereotype.Component;

/** {@code bin/haki answers rebuild}: derives the answers of every sheet from what was saved, and says where they differed. */
@Component("answers rebuild")
class AnswersCommand implements Command {

    private final Organisations organisations;
    private final AnswersRebuilt rebuilt;

    AnswersCommand(Organisations organisations, AnswersRebuilt rebuilt) {
        this.organisations = organisations;
        this.rebuilt = rebuilt;
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new Refusal("bin/haki answers rebuild takes no further words.");
        }
        boolean same = true;
        for (var organisation : organisations.all()) {
            var outcome = rebuilt.all(organisations.system(organisation.id()));
            same &= outcome.differed() == 0;
            System.out.println(organisation.slug() + ": " + outcome.sections() + " sections, " + outcome.differed() + " differed and are mended"
                    + (outcome.unreadable() == 0 ? "" : ", " + outcome.unreadable() + " whose key was destroyed"));
        }
        return same ? 0 : 1;
    }
}
