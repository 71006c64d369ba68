package org.haki.cases;

import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which form asks a section of which version of a type: its workbooks are published with it. */
@Component
public class SheetForms {

    private final CaseTypes types;
    private final Forms forms;

    SheetForms(CaseTypes types, Forms forms, TransactionTemplate transaction) {
        this.types = types;
        this.forms = forms;
        transaction.executeWithoutResult(_ -> types.inFolders().stream().filter(types::isKept).forEach(this::publish));
    }

    /** Makes a type ready to be asked: what Haki brings is published when somebody adopts it. */
    void ready(PublishedType type) {
        if (type.owner() == null && !type.workbooks().isEmpty() && !types.isKept(type)) {
            types.keep(type);
            types.apart(() -> publish(type));
        }
    }

    /** Publishes the workbooks of this version. */
    void publish(PublishedType type) {
        var books = type.type().sections().stream()
                .map(section -> new Forms.Book(section.key(), section.form(), type.workbooks().get(section.form())))
                .toList();
        if (!books.isEmpty()) {
            forms.use(name(type.type()), books);
        }
    }

    /** The form of this section in this version of the type. */
    public FormVersion of(CaseType type, String section) {
        return forms.used(name(type), section).orElseGet(() -> {
            ready(types.published(type.key(), type.version()));
            return forms.used(name(type), section).orElseThrow(Problem::notFound);
        });
    }

    /** The workbook of this section, as it was published. */
    byte[] workbook(CaseType type, String section) {
        return forms.workbook(of(type, section).hash());
    }

    private static String name(CaseType type) {
        return type.key() + " " + type.version();
    }
}
