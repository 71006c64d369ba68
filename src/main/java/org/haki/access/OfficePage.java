package org.haki.access;

import java.util.List;
import org.haki.kernel.Errors;
import org.haki.ui.Choice;

/** One office of the organisation, to be changed. */
public record OfficePage(Office office, List<String> regions, OfficeForm said, Errors errors) {

    public List<Choice> choices() {
        return OfficesPage.choices(regions);
    }
}
