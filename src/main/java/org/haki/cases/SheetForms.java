package org.haki.cases;

import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which form asks a section of which version of a type: its workbooks are published with it. */
@Component
public class SheetForms {

    private final Forms forms;

    SheetForms(CaseTypes types, Forms forms, TransactionTemplate transaction) {
        this.forms = forms;
        transaction.executeWithoutResult(_ -> publish(types));
    }

    private void publish(CaseTypes types) {
        for (var published : types.inFolders()) {
            var books = published.type().sections().stream()
                    .map(section -> new Forms.Book(section.key(), section.form(), published.workbooks().get(section.form())))
                    .toList();
            if (!books.isEmpty()) {
                forms.use(name(published.type()), books);
            }
        }
    }

    /** The form of this section in this version of the type. */
    public FormVersion of(CaseType type, String section) {
        return forms.used(name(type), section).orElseThrow(Problem::notFound);
    }

    private static String name(CaseType type) {
        return type.key() + " " + type.version();
    }
}
