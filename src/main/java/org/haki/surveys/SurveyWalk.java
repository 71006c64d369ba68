package org.haki.surveys;

import java.time.Instant;
import java.util.List;
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

    /** Where some sheets begin. */
    record Mark(Instant before, UUID id) {

        static final Mark NEWEST = new Mark(null, null);
    }

    /** A sheet that the actor sees, and what it answers. */
    record Filled(SurveySheet sheet, Answers answers) {}

    /** Some sheets; {@code next} is where the next begin, {@code null} after the last. */
    record Part(List<Filled> filled, Mark next) {}

    private final Vault vault;
    private final SurveySheetRepository sheets;

    SurveyWalk(Vault vault, SurveySheetRepository sheets) {
        this.vault = vault;
        this.sheets = sheets;
    }

    /** Each sheet that the actor sees, the newest first, with what it answers. */
    void each(UUID survey, BiConsumer<SurveySheet, Answers> look) {
        for (var from = Mark.NEWEST; from != null; ) {
            var part = part(survey, from);
            part.filled().forEach(one -> look.accept(one.sheet(), one.answers()));
            from = part.next();
        }
    }

    /** Some of them, the newest first, from there. */
    Part part(UUID survey, Mark from) {
        var rows = sheets.page(survey, from.before(), from.id(), AT_ONCE);
        vault.fetch(rows.stream().map(row -> row.sheet().key()).toList());
        var filled = rows.stream().map(row -> {
            var sheet = row.sheet();
            return new Filled(sheet, JSON.readValue(vault.openBytes(sheet.key(), sheet.id(), SurveySubmissions.ANSWERS, row.answers()), Answers.class));
        }).toList();
        var last = rows.isEmpty() ? null : rows.getLast().sheet();
        return new Part(filled, rows.size() < AT_ONCE ? null : new Mark(last.receivedAt(), last.id()));
    }
}
