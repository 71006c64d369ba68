package org.haki.cases;

import java.util.HashSet;
import java.util.List;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.people.Identity;
import org.haki.ui.Choice;
import org.haki.ui.Stretch;
import org.haki.ui.Ui;

/**
 * The list of cases.
 *
 * @param asked  what the address asks for
 * @param owner  whose they are: "me", "everyone", "queue" or a colleague's id
 * @param rows   those shown
 * @param shown  which part of those that match
 * @param newer  the address of the page before, or {@code null}
 * @param older  the address of the page after, or {@code null}
 * @param owners the colleagues who may own cases here
 */
public record CasesPage(
        ListCases asked,
        String owner,
        List<Row> rows,
        Stretch shown,
        String newer,
        String older,
        List<CaseType> types,
        List<Colleague> owners,
        List<Office> offices) {

    /** One case; the client is {@code null} where the reader may not see her. */
    public record Row(CaseFile file, CaseType type, Identity client, String owner, NextDeadlines.Next next) {}

    /** The stages to choose from: those of the type that is chosen, else of every type, each key once. */
    public List<Choice> stages(Ui ui) {
        var seen = new HashSet<String>();
        return types.stream()
                .filter(type -> asked.type().isEmpty() || asked.type().equals(type.key()))
                .flatMap(type -> CaseChoices.stages(ui, type.stages()).stream())
                .filter(choice -> seen.add(choice.value()))
                .toList();
    }

    /** Whether any filter narrows the list. */
    public boolean isNarrowed() {
        return !asked.addressOfOwner("").equals("/cases");
    }
}
