package org.haki.sheets;

import java.util.List;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseTypes;
import org.haki.cases.SheetAnswers;
import org.haki.forms.Forms;
import org.haki.forms.Node;
import org.haki.forms.Submissions;
import org.haki.kernel.Actor;
import org.springframework.stereotype.Component;

/** The answers of a case for its conditions and forms; those that belong to people are not among them. */
@Component
class CaseAnswers implements SheetAnswers {

    private final CaseTypes types;
    private final Submissions submissions;
    private final Forms forms;

    CaseAnswers(CaseTypes types, Submissions submissions, Forms forms) {
        this.types = types;
        this.submissions = submissions;
        this.forms = forms;
    }

    @Override
    public List<Node> of(Actor actor, CaseFile file) {
        var sections = types.of(file).sections();
        if (sections.isEmpty()) {
            return List.of();
        }
        var saved = submissions.all(actor, file.id(), file.key());
        return sections.stream()
                .filter(section -> saved.containsKey(section.key()))
                .map(section -> {
                    var one = saved.get(section.key());
                    return Node.of(section.key(), forms.version(one.form()).nodes(one.answers()));
                })
                .toList();
    }
}
