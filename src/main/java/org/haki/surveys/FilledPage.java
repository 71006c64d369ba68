package org.haki.surveys;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.forms.Filled;
import org.haki.forms.Wrong;
import org.haki.intake.FormIntakes;
import org.haki.questions.AskingPage;
import org.haki.questions.QuestionItem;

/**
 * A filled-in form to be read.
 *
 * @param gone    what was answered to questions that the form asks no more
 * @param names   of who handed it in and changed it
 * @param standing where the report or the consult stands that it is, as far as the reader may know; else {@code null}
 * @param onCase  the code of the case on which it was filled in, or ""
 * @param missing files that it names and that did not come yet
 * @param paper   of what came on paper who wrote it and when; else {@code null}
 */
public record FilledPage(Survey form, SurveySheet sheet, Filled filled, List<Gone> gone, Map<UUID, String> names, String onCase, FormIntakes.Standing standing, List<String> missing, Paper paper)
        implements AskingPage {

    /** A sheet of paper: who wrote it, by id, or {@code null}; and when. */
    public record Paper(UUID writer, Instant at) {}

    /** An answer to what is asked no more, with the form that asked it. */
    public record Gone(Filled filled, String place, String value) {

        public String question(String language) {
            return filled.texts(language).label(filled.version().field(place));
        }

        public String answer(String language) {
            return filled.texts(language).read(filled.version().field(place), value);
        }
    }

    @Override
    public Map<String, String> typed() {
        return Map.of();
    }

    @Override
    public List<Wrong> wrongs() {
        return List.of();
    }

    @Override
    public String path() {
        return sheet.path();
    }

    @Override
    public boolean asksWhere() {
        return false;
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    /** Whether this answers with a file that is here. */
    public boolean isFile(QuestionItem item) {
        return item.look() == QuestionItem.Look.FILE && !item.value().isEmpty() && !missing.contains(item.value());
    }

    /** Whether this answers with a file that did not come yet. */
    public boolean isMissing(QuestionItem item) {
        return item.look() == QuestionItem.Look.FILE && missing.contains(item.value());
    }

    /** Whether it is a follow-up that belongs to no case yet. */
    public boolean isLoose() {
        return form.use() == Survey.Use.FOLLOWUP && sheet.caseId() == null;
    }

    /** Where whoever filled it in opens the case at once; {@code null} where that is not offered. */
    public String accepted() {
        return standing == null || !form.opens() ? null : standing.accepted();
    }

    /** Who wrote the paper, or "". */
    public String writer() {
        return paper == null || paper.writer() == null ? "" : names.getOrDefault(paper.writer(), "");
    }

    /** How many days after it was written it was typed in. */
    public long lag(ZoneId zone) {
        return paper == null ? 0 : ChronoUnit.DAYS.between(paper.at().atZone(zone).toLocalDate(), sheet.receivedAt().atZone(zone).toLocalDate());
    }

    public String by() {
        return sheet.receivedBy() == null ? "" : names.getOrDefault(sheet.receivedBy(), "");
    }

    public String changedBy() {
        return sheet.changedBy() == null ? "" : names.getOrDefault(sheet.changedBy(), "");
    }
}
