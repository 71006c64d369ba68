package org.haki.desk;

import org.haki.cases.CaseFile;
import org.haki.cases.NewCaseForm;
import org.haki.kernel.Errors;
import org.haki.sheets.SheetPage;
import org.haki.ui.Ui;

/**
 * A case opened by hand, for somebody who came in: who she is, what was agreed, and what its type asks first.
 *
 * @param first what its type asks first; {@code null} for nothing
 * @param from  the case whose household it is, or {@code null}
 */
public record NewCasePage(NewCaseForm form, SheetPage first, CaseFile from) {

    public String action() {
        return from == null ? "/cases" : from.path() + "/next";
    }

    /** Whether the type knows how its cases come and how urgent they are: then nobody is asked, and whoever knows better opens it. */
    public boolean isUsual() {
        var opening = form.type().opening();
        return !opening.urgency().isEmpty() && !opening.channel().isEmpty();
    }

    /** Whether it was said to be otherwise than is usual, or not well. */
    public boolean isUnusual(Ui ui) {
        var opening = form.type().opening();
        return !form.said().urgency().equals(opening.urgency()) || !form.said().channel().equals(opening.channel())
                || ui.wrong(form.errors(), "urgency") != null || ui.wrong(form.errors(), "channel") != null;
    }

    /** What needs another look on the whole page. */
    public Errors summary(Ui ui) {
        var all = new Errors();
        if (form.errors() != null) {
            all.addAll(form.errors());
        }
        return first == null ? all : all.addAll(first.summary(ui));
    }

    /** Whether nothing needs another look. */
    boolean isRight() {
        return (form.errors() == null || form.errors().isEmpty()) && (first == null || first.wrongs().isEmpty());
    }
}
