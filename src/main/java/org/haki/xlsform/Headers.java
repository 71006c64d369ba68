package org.haki.xlsform;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the first row of the survey must name, must not name, and names for nothing; and the languages that lack a column. */
final class Headers {

    private static final Set<String> TEXTS = Set.of("label", "hint", "guidance_hint", "image", "big-image", "audio", "video",
            "jr:constraintMsg", "jr:requiredMsg");

    /** What the columns are called on the sheet. */
    private static final Map<String, String> NAMES = Map.of("jr:constraintMsg", "constraint_message", "jr:requiredMsg", "required_message");
    /** Every language holds every text. */
    private static final int MOST_TEXTS = 1_000_000;

    private final Survey survey;

    private Headers(Survey survey) {
        this.survey = survey;
    }

    /** Whether the sheet can be read at all. */
    static boolean check(Survey survey) {
        var headers = new Headers(survey);
        headers.loose();
        if (!survey.columns.has("type")) {
            survey.problems.add(survey.columns.sheet().problem(Fault.HEADER_MISSING, 1, 0, "type"));
            return false;
        }
        survey.columns.paths().forEach(headers::column);
        headers.languages(survey.columns);
        headers.languages(survey.choices.columns());
        return true;
    }

    /** Cells under no header are left out; where the first of them stands it is said. */
    private void loose() {
        var sheet = survey.columns.sheet();
        var said = new HashSet<Integer>();
        for (var row : sheet.rows()) {
            row.cells().keySet().stream().filter(column -> !sheet.header().containsKey(column) && said.add(column))
                    .forEach(column -> survey.problems.add(sheet.problem(Fault.HEADER_ROW_MISSING, row.number(), column)));
        }
    }

    private void column(int column, List<String> path) {
        var first = path.getFirst();
        var sheet = survey.columns.sheet();
        if (SurveyColumns.REFUSED.containsKey(first)) {
            survey.problems.add(sheet.problem(Fault.HEADER_NOT_SUPPORTED, 1, column, first, SurveyColumns.REFUSED.get(first)));
        } else if (!SurveyColumns.KNOWN.contains(first) && !SurveyColumns.SEEN.contains(first) && !first.equals("haki")) {
            var known = new HashSet<>(SurveyColumns.KNOWN);
            known.addAll(SurveyColumns.SURVEY.keySet());
            var header = survey.columns.header(column);
            var slip = Spelling.slip(Columns.snake(first), SurveyColumns.MEANT);
            survey.problems.warn(slip.isEmpty()
                    ? sheet.problem(Fault.HEADER_UNKNOWN, 1, column, header, Spelling.meant(header, known))
                    : sheet.problem(Fault.HEADER_MISSPELT, 1, column, header, slip));
        }
    }

    private void languages(Columns columns) {
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        var texts = new LinkedHashSet<String>();
        columns.paths().values().forEach(path -> {
            int at = path.size() > 1 && List.of("bind", "media").contains(path.getFirst()) ? 1 : 0;
            if (TEXTS.contains(path.get(at)) && path.size() <= at + 2) {
                texts.add(path.get(at));
                var language = path.size() == at + 2 ? path.get(at + 1) : survey.defaultLanguage();
                seen.computeIfAbsent(language, any -> new HashSet<>()).add(path.get(at));
            }
        });
        if ((long) seen.size() * columns.sheet().rows().size() > MOST_TEXTS) {
            survey.problems.add(columns.sheet().problem(Fault.SHEET_TOO_BIG, 0, 0, MOST_TEXTS, "texts in all its languages"));
        }
        if (seen.size() < 2 && seen.containsKey(survey.defaultLanguage())) {
            return;
        }
        seen.forEach((language, has) -> {
            texts.stream().filter(text -> !has.contains(text)).forEach(text -> survey.problems.warn(
                    columns.sheet().problem(Fault.LANGUAGE_MISSING, 1, 0, language, NAMES.getOrDefault(text, text))));
            if (!language.equals("default") && !language.matches(".*\\([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\)\\s*")) {
                survey.problems.warn(columns.sheet().problem(Fault.LANGUAGE_CODE, 1, 0, language));
            }
        });
    }
}
