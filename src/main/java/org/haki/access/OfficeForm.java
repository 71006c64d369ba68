package org.haki.access;

import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** An office as the administrator types it; the region may be "". */
public record OfficeForm(String name, String region) {

    static final int LONGEST_NAME = 120;

    public OfficeForm {
        name = Objects.requireNonNullElse(name, "");
        region = Objects.requireNonNullElse(region, "");
    }

    static OfficeForm of(Office office) {
        return new OfficeForm(office.name(), office.region());
    }

    Errors errors(List<String> regions) {
        return new Errors()
                .unless(!Text.blank(name) && name.length() <= LONGEST_NAME, "name", "FoundOrganisation.office")
                .unless(region.isEmpty() || regions.contains(region), "region", "OfficeForm.region");
    }

    String regionOrNull() {
        return region.isEmpty() ? null : region;
    }
}
