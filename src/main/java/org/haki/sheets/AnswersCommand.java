package org.haki.sheets;

import java.util.List;
import org.haki.access.Organisations;
import org.haki.forms.Rebuilt;
import org.haki.kernel.Command;
import org.haki.kernel.Refusal;
import org.springframework.stereotype.Component;

/** {@code bin/haki answers rebuild}: derives the answers of every sheet and of every form from what was handed in, and says where they differed. */
@Component("answers rebuild")
class AnswersCommand implements Command {

    private final Organisations organisations;
    private final List<Rebuilt> kept;

    AnswersCommand(Organisations organisations, List<Rebuilt> kept) {
        this.organisations = organisations;
        this.kept = kept;
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new Refusal("bin/haki answers rebuild takes no further words.");
        }
        boolean same = true;
        for (var organisation : organisations.all()) {
            for (var rebuilt : kept) {
                var outcome = rebuilt.all(organisations.system(organisation.id()));
                same &= outcome.differed() == 0;
                System.out.println(organisation.slug() + ": " + outcome.all() + " " + rebuilt.what() + ", " + outcome.differed() + " differed and are mended"
                        + (outcome.unreadable() == 0 ? "" : ", " + outcome.unreadable() + " whose key was destroyed"));
            }
        }
        return same ? 0 : 1;
    }
}
