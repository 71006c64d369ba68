package org.haki.surveys;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.haki.forms.Answers;
import org.haki.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Goes through all that was filled in with a form, some at a time, so that no more lies open than is being counted; inside {@code work.as}. */
@Component
class SurveyWalk {

    private static final int AT_ONCE = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Vault vault;
    private final SurveySheetRepository sheets;

    SurveyWalk(Vault vault, SurveySheetRepository sheets) {
        this.vault = vault;
        this.sheets = sheets;
    }

    /** Each sheet that the actor sees, the newest first, with what it answers. */
    void each(UUID survey, BiConsumer<SurveySheet, Answers> look) {
        Instant before = null;
        UUID id = null;
        while (true) {
            var rows = sheets.page(survey, before, id, AT_ONCE);
            vault.fetch(rows.stream().map(row -> row.sheet().key()).toList());
            for (var row : rows) {
                var sheet = row.sheet();
                look.accept(sheet, JSON.readValue(vault.openBytes(sheet.key(), sheet.id(), SurveySubmissions.ANSWERS, row.answers()), Answers.class));
            }
            if (rows.size() < AT_ONCE) {
                return;
            }
            before = rows.getLast().sheet().receivedAt();
            id = rows.getLast().sheet().id();
        }
    }
}
