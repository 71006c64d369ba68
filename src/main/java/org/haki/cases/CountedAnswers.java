package org.haki.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haki.forms.FormVersion;
import org.haki.forms.Marks;
import org.haki.forms.Node;
import org.haki.kernel.Actor;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Component;

/**
 * What of a case's answers may be counted, as its type says: choices of questions marked reportable, never text, and only as
 * long as the client agrees to be counted. An incident counts under the condition of its type (G3); of a restricted type with
 * incidents nothing else counts unless one of them does.
 */
@Component
public class CountedAnswers {

    /**
     * Answers that count together.
     *
     * @param incident whether it is one incident; else a section of the sheet
     * @param of       the repeat of the incidents, or the section's key
     * @param answers  for each question, by its path, the choices that were made
     */
    public record Counted(boolean incident, String of, Map<String, List<String>> answers) {}

    private final CaseTypes types;
    private final SheetForms sheets;
    private final CaseConditions conditions;
    private final ConsentRepository consents;

    CountedAnswers(CaseTypes types, SheetForms sheets, CaseConditions conditions, ConsentRepository consents) {
        this.types = types;
        this.sheets = sheets;
        this.conditions = conditions;
        this.consents = consents;
    }

    /** All that counts of this case now; nothing where she did not agree. */
    public List<Counted> of(Actor actor, CaseFile file) {
        var type = types.of(file);
        if (type.incident() == null && type.sections().stream().noneMatch(section -> isReported(type, section.key()))
                || !consents.latest(file.id(), "reporting").equals("given")) {
            return List.of();
        }
        var seen = conditions.see(actor, file);
        var counted = new ArrayList<>(incidents(type, seen));
        if (!(type.restricted() && type.incident() != null && counted.isEmpty())) {
            for (var section : type.sections()) {
                var answers = choices(type, seen, section.key());
                answers.keySet().removeIf(question -> type.incident() != null && question.startsWith(type.incident().each() + "/"));
                if (!answers.isEmpty()) {
                    counted.add(new Counted(false, section.key(), answers));
                }
            }
        }
        return counted;
    }

    private List<Counted> incidents(CaseType type, SeenCase seen) {
        if (type.incident() == null) {
            return List.of();
        }
        var each = type.incident().each();
        return seen.rows(each).stream()
                .map(row -> seen.only(each, row))
                .filter(one -> one.holds(type.incident().countsWhen()))
                .map(one -> {
                    var answers = choices(type, one, each.substring(0, each.indexOf('/')));
                    answers.keySet().removeIf(question -> !question.startsWith(each + "/"));
                    return new Counted(true, each, answers);
                })
                .toList();
    }

    private boolean isReported(CaseType type, String section) {
        return sheets.of(type, section).form().fields().stream().anyMatch(field -> field.kind() == Form.Kind.QUESTION && Marks.isReportable(field));
    }

    private Map<String, List<String>> choices(CaseType type, SeenCase seen, String section) {
        var made = new LinkedHashMap<String, TreeSet<String>>();
        seen.sections().stream().filter(node -> node.name().equals(section))
                .forEach(node -> look(sheets.of(type, section), section, "", node.children(), made));
        return made.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue()),
                (one, _) -> one, LinkedHashMap::new));
    }

    /** Only what the list of the question has: nothing that somebody wrote gets through, whatever form it was saved with. */
    private static void look(FormVersion form, String section, String path, List<Node> nodes, Map<String, TreeSet<String>> made) {
        for (var node : nodes) {
            var here = path.isEmpty() ? node.name() : path + "/" + node.name();
            var field = form.field(here);
            look(form, section, here, node.children(), made);
            if (field != null && field.kind() == Form.Kind.QUESTION && Marks.isReportable(field) && node.value() != null) {
                var offered = form.form().lists().getOrDefault(field.list(), List.of()).stream().map(Form.Option::name).toList();
                List.of(node.value().toString().split(" ")).stream().filter(offered::contains)
                        .forEach(choice -> made.computeIfAbsent(section + "/" + here, _ -> new TreeSet<>()).add(choice));
            }
        }
    }
}
