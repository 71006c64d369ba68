package org.haki.cases;

import java.util.List;
import java.util.UUID;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;

/**
 * Opens a case that is kept to a team on which one is not.
 *
 * @param told the id of the colleague who was told, or "nobody"
 */
public record OpenByBreakGlass(String code, String reason, String told) {

    /** Why; keys of words. */
    public static final List<String> REASONS = List.of("danger_now", "team_away", "deadline", "authority");

    static final OpenByBreakGlass EMPTY = new OpenByBreakGlass("", "", "");
    private static final String NOBODY = "nobody";

    Errors errors() {
        return new Errors()
                .unless(Code.read(code) != null, "code", "BreakGlassPage.code.unknown")
                .unless(reason != null && REASONS.contains(reason), "reason", "Case.chooseOne")
                .unless(told != null && !told.isEmpty(), "told", "Case.chooseOne");
    }

    /** The colleague who was told, or {@code null}. */
    UUID colleague() {
        return told.equals(NOBODY) ? null : Id.of(told);
    }
}
