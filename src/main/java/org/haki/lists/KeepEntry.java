package org.haki.lists;

import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** An institution, a place or a community as typed; what it is part of and where it is are typed by name or code. */
public record KeepEntry(String name, String kind, String code, String parent, String place) {

    /** What an institution may be; words under {@code InstitutionKind.}. */
    public static final List<String> KINDS = List.of(
            "civil_registry", "id_office", "local_admin", "vetting", "police", "court", "land_office", "health", "school",
            "social_protection", "labour_office", "utility", "legal_aid", "ombudsman", "ministry", "legislature", "customary",
            "religious", "company", "immigration_agency", "other");

    static final KeepEntry BLANK = new KeepEntry("", "", "", "", "");

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CODE = 40;

    public KeepEntry {
        name = Objects.requireNonNullElse(Text.clean(name), "");
        kind = Objects.requireNonNullElse(kind, "");
        code = Objects.requireNonNullElse(Text.clean(code), "");
        parent = Objects.requireNonNullElse(Text.clean(parent), "");
        place = Objects.requireNonNullElse(Text.clean(place), "");
    }

    static KeepEntry of(ListEntry entry) {
        return new KeepEntry(entry.name(), entry.kind(), entry.code(), entry.parentName(), entry.placeName());
    }

    Errors errors(OwnList list) {
        return new Errors()
                .unless(!name.isEmpty() && name.length() <= LONGEST_NAME && name.indexOf('\n') < 0, "name", "KeepEntry.name")
                .unless(list != OwnList.INSTITUTIONS || KINDS.contains(kind), "kind", "KeepEntry.kind")
                .unless(code.length() <= LONGEST_CODE, "code", "KeepEntry.code");
    }
}
