package org.haki.access;

import java.util.List;
import org.haki.kernel.Errors;
import org.haki.ui.Choice;
import org.haki.ui.TableFile;
import org.haki.ui.Ui;

/** Before a list is taken along. */
public record DownloadPage(Download list, Taking taking, String format, String why, Errors errors) {

    /** The page of the list. */
    public String back() {
        return list.back(taking);
    }

    /** Where the form is sent. */
    public String address() {
        return taking.address(list.key());
    }

    public List<Choice> formats(Ui ui) {
        return TableFile.KINDS.stream().map(kind -> Choice.of(kind, ui.say("CaseDownloadPage.kind." + kind))).toList();
    }

    /** Why somebody may need a list that says who clients are. */
    public List<Choice> reasons(Ui ui) {
        return Downloads.REASONS.stream().map(reason -> Choice.of(reason, ui.say("DownloadPage.why." + reason))).toList();
    }
}
