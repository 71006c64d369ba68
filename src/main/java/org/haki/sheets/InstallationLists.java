package org.haki.sheets;

import java.util.List;
import org.haki.access.Organisations;
import org.haki.forms.ChoiceLists;
import org.haki.kernel.Actor;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Component;

/** The lists that Haki itself knows and a workbook may ask for. */
@Component
class InstallationLists {

    private final Organisations organisations;

    InstallationLists(Organisations organisations) {
        this.organisations = organisations;
    }

    ChoiceLists of(Actor actor) {
        return new ChoiceLists(name -> switch (name) {
            case "offices" -> offices(actor);
            default -> List.of();
        });
    }

    private List<Form.Option> offices(Actor actor) {
        return organisations.offices(actor).stream().map(office -> ChoiceLists.option(office.id().toString(), office.name())).toList();
    }
}
