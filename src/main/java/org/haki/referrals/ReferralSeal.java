package org.haki.referrals;

import java.util.Objects;
import java.util.UUID;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseTypes;
import org.haki.cases.Labels;
import org.haki.kernel.Text;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens the words of referrals (under the case's key) and of what receivers record (under the window's own). */
@Component
class ReferralSeal {

    private static final String WORDS = "referral";
    private static final String ENTRY = "window_entry";
    private static final ReferralWords DAMAGED = new ReferralWords(Text.DAMAGED, Text.DAMAGED);

    private final Vault vault;
    private final JsonMapper json;
    private final CaseTypes types;

    ReferralSeal(Vault vault, JsonMapper json, CaseTypes types) {
        this.vault = vault;
        this.json = json;
        this.types = types;
    }

    Sealed seal(CaseFile file, UUID referral, ReferralWords words) {
        return vault.seal(file.key(), referral, WORDS, json.writeValueAsString(words));
    }

    /** Opens it with the case's key; the window may be {@code null}, where an approval is still missing. */
    Referral open(UUID key, ReferralRepository.Row row, CaseWindow window) {
        var words = vault.read(key, row.id(), WORDS, row.words(), text -> json.readValue(text, ReferralWords.class), DAMAGED);
        return new Referral(
                row.id(), row.caseId(), row.byOrg(), row.parent(), row.kind(), row.service(), row.toOrg(), row.toOffice(),
                row.toName(), row.urgency(), row.sections(), row.exception(), row.approvedBy(), words, row.madeAt(), row.madeBy(),
                window);
    }

    Sealed sealEntry(CaseWindow window, UUID entry, String text) {
        return vault.seal(window.ownKey(), entry, ENTRY, text);
    }

    WindowEntry openEntry(CaseWindow window, WindowEntryRepository.Row row, String org) {
        return new WindowEntry(
                row.id(), row.window(), row.byOrg(), org, row.byPerson(), row.kind(), row.service(),
                row.did().isEmpty() ? null : label(window, row.service()), row.did(), row.result(), row.happenedAt(),
                vault.read(window.ownKey(), row.id(), ENTRY, row.sealed()));
    }

    /** A service of the plan is the case type's; after the end only its key is left to the receiver. */
    private Labels label(CaseWindow window, String service) {
        return types.of(window.ownerOrg()).stream().map(type -> type.services().get(service)).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
