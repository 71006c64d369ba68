package org.haki.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.haki.forms.BadExpression;
import org.haki.forms.Expression;
import org.haki.forms.FormEngine;
import org.haki.people.Identity;

/** Holds what a casetype.yaml names against what its workbooks ask: no condition looks at what nobody asks. */
final class CaseTypeProof {

    static final String SAVES_ONLY_IF = "saves_only_if";
    private static final List<String> DATES = List.of("date", "dateTime", "datetime", "today", "start", "end", "calculate");

    private final FormEngine engine;
    private final Findings found;
    private final Questions questions;

    CaseTypeProof(FormEngine engine, Findings found, Questions questions) {
        this.engine = engine;
        this.found = found;
        this.questions = questions;
    }

    void prove(CaseType type) {
        var own = Map.of(
                "stage", type.stages().stream().map(CaseType.Stage::key).toList(),
                "status", Stream.of(CaseStatus.values()).map(CaseStatus::key).toList(),
                "age_group", Identity.AGE_GROUPS,
                "sex", Identity.SEXES);
        found.conditions().forEach(named -> condition(named, own));
        for (var named : found.named()) {
            switch (named.key()) {
                case "each" -> each(named);
                case CaseTypeFile.QUESTIONS -> question(named);
                case "answer", "by", "assent", "how", AskedConsent.WITNESS -> consent(named);
                default -> field(named);
            }
        }
        type.sections().forEach(this::savedOnlyIf);
        type.ending().excluded().forEach(this::excluded);
    }

    private void condition(Findings.Named named, Map<String, List<String>> own) {
        try {
            var expression = engine.expression(named.text());
            for (var path : expression.paths()) {
                if (!knows(path)) {
                    found.wrong(named.line(), "\"" + named.key() + "\" looks at \"" + path + "\", and no workbook asks that");
                }
            }
            expression.compared().forEach(compared -> compared(named, compared, own));
        } catch (BadExpression bad) {
            found.wrong(named.line(), "\"" + named.key() + "\" is no condition, at letter " + bad.position() + ": " + bad.getMessage());
        }
    }

    /** What is compared with a word that it never is reads well and never holds. */
    private void compared(Findings.Named named, Expression.Compared compared, Map<String, List<String>> own) {
        var words = own.getOrDefault(compared.path(), List.copyOf(questions.lists().getOrDefault(compared.path(), Set.of())));
        boolean many = !own.containsKey(compared.path()) && !"select_one".equals(questions.type(compared.path()));
        for (var word : many ? List.of(compared.word().strip().split("\\s+")) : List.of(compared.word())) {
            if (!word.isEmpty() && !words.isEmpty() && !words.contains(word)) {
                found.wrong(named.line(), "\"" + named.key() + "\" compares \"" + compared.path() + "\" with \"" + word + "\", and it is one of "
                        + String.join(", ", words));
            }
        }
    }

    /** What decides whether a section is saved is asked in that section. */
    private void savedOnlyIf(CaseType.Section section) {
        found.conditions().stream()
                .filter(named -> named.key().equals(SAVES_ONLY_IF) && named.text().equals(section.savesOnlyIf()) && !asksItself(section))
                .forEach(named -> found.wrong(named.line(), "\"saves_only_if\" should look at a question of \"" + section.key() + "\" itself"));
    }

    private boolean asksItself(CaseType.Section section) {
        try {
            return engine.expression(section.savesOnlyIf()).paths().stream().anyMatch(path -> path.startsWith(section.key() + "/"));
        } catch (BadExpression said) {
            return true;
        }
    }

    /** Whether a case has this: a field of its own, or what a workbook asks. */
    boolean knows(String path) {
        return CaseConditions.FIELDS.contains(path) || questions.type(path) != null || questions.isUnread(path) || path.contains("*");
    }

    private void field(Findings.Named named) {
        var type = questions.type(named.text());
        if (questions.isUnread(named.text())) {
            return;
        }
        if (type == null) {
            found.wrong(named.line(), "\"" + named.key() + "\" looks at \"" + named.text() + "\", and no workbook asks that");
        } else if (!DATES.contains(type)) {
            found.wrong(named.line(), "\"" + named.key() + "\" needs a question for a date, and \"" + named.text() + "\" is one for " + type);
        }
    }

    private void question(Findings.Named named) {
        if (!questions.isUnread(named.text()) && questions.type(named.text()) == null) {
            found.wrong(named.line(), "\"questions\" leads to \"" + named.text() + "\", and no workbook asks that");
        }
    }

    /** A decision is asked once and not in rows, and its choices are those that a decision may have. */
    private void consent(Findings.Named named) {
        if (questions.isUnread(named.text())) {
            return;
        }
        var allowed = AskedConsent.CHOICES.get(named.key());
        var type = questions.type(named.text());
        if (type == null || type.equals(Questions.GROUP) || type.equals(Questions.REPEAT)) {
            found.wrong(named.line(), "\"" + named.key() + "\" leads to \"" + named.text() + "\", and no workbook asks that");
        } else if (questions.isInRows(named.text())) {
            found.wrong(named.line(), "\"" + named.key() + "\" leads into a repeat, and nobody decides once for each row");
        } else if (allowed != null && !(type.equals("select_one") && allowed.containsAll(questions.lists().getOrDefault(named.text(), Set.of("?"))))) {
            found.wrong(named.line(), "\"" + named.key() + "\" needs a question of one choice among " + String.join(", ", allowed));
        }
    }

    private void each(Findings.Named named) {
        if (!questions.isUnread(named.text()) && !Questions.REPEAT.equals(questions.type(named.text()))) {
            found.wrong(named.line(), "\"each\" needs a repeat of a workbook, and \"" + named.text() + "\" is none");
        }
    }

    private void excluded(String key) {
        questions.choices().forEach((section, offered) -> {
            if (offered.contains(key)) {
                found.wrong(found.lineOf("excluded_services"), "\"" + key + "\" is excluded, and the workbook of \"" + section + "\" offers it");
            }
        });
    }
}
