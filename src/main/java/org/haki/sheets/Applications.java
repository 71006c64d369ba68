package org.haki.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.SheetForms;
import org.haki.forms.Answers;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.forms.Marks;
import org.haki.forms.SavedSection;
import org.haki.forms.Submissions;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.haki.lists.OwnList;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Service;

/** What cases asked of institutions. The answers are sealed, so they are read case by case, with one query for all of them. */
@Service
public class Applications {

    private static final String LIST = OwnList.INSTITUTIONS.file() + ".csv";

    private final Work work;
    private final CaseTypes types;
    private final SheetForms sheets;
    private final Forms forms;
    private final Submissions submissions;

    Applications(Work work, CaseTypes types, SheetForms sheets, Forms forms, Submissions submissions) {
        this.work = work;
        this.types = types;
        this.sheets = sheets;
        this.forms = forms;
        this.submissions = submissions;
    }

    /** Every application in these cases, decided or not. */
    public List<Application> of(Actor actor, Collection<CaseFile> files) {
        return work.as(actor, "case.read", () -> {
            var asking = files.stream().filter(file -> !asking(types.of(file)).isEmpty()).toList();
            var sections = asking.stream().flatMap(file -> wanted(types.of(file)).stream()).collect(Collectors.toSet());
            if (asking.isEmpty()) {
                return List.of();
            }
            var saved = submissions.ofCases(actor, asking.stream().collect(Collectors.toMap(CaseFile::id, CaseFile::key)), sections);
            return asking.stream().flatMap(file -> in(file, saved.getOrDefault(file.id(), Map.of())).stream()).toList();
        });
    }

    /** The sections of this type that ask after an institution in a repeat. */
    private Set<String> asking(CaseType type) {
        return type.sections().stream()
                .map(CaseType.Section::key)
                .filter(section -> questions(sheets.of(type, section)).findAny().isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> wanted(CaseType type) {
        var wanted = asking(type);
        wanted.add(type.opening().first());
        return wanted;
    }

    private static Stream<Form.Field> questions(FormVersion version) {
        return version.form().fields().stream().filter(field -> LIST.equals(field.list()) && field.repeat() != null);
    }

    private List<Application> in(CaseFile file, Map<String, SavedSection> saved) {
        var type = types.of(file);
        var first = saved.get(type.opening().first());
        var found = new ArrayList<Application>();
        for (var section : asking(type)) {
            var one = saved.get(section);
            if (one != null) {
                var version = forms.version(one.form());
                questions(version).forEach(field -> found.addAll(rows(file, section, version, field, one.answers(), first)));
            }
        }
        return found;
    }

    private List<Application> rows(CaseFile file, String section, FormVersion version, Form.Field field, Answers answers, SavedSection first) {
        var repeat = question(version, field.repeat());
        var form = first == null ? null : forms.version(first.form());
        var found = new ArrayList<Application>();
        int place = 0;
        for (var row : answers.rowsOf(repeat)) {
            place++;
            var institution = id(answers.value(at(version, field, repeat, row)));
            if (institution != null) {
                found.add(new Application(file.id(), section + "/" + repeat, String.valueOf(place), institution,
                        firstDay(version, field.repeat(), repeat, row, answers), form, form == null ? Map.of() : firstChoice(form, first.answers())));
            }
        }
        return found;
    }

    private static LocalDate firstDay(FormVersion version, String path, String repeat, String row, Answers answers) {
        return version.form().fields().stream()
                .filter(field -> path.equals(field.repeat()) && "date".equals(field.bind().get("type")) && !Marks.isSensitive(field))
                .map(field -> answers.value(at(version, field, repeat, row)))
                .filter(day -> !day.isEmpty())
                .findFirst()
                .map(LocalDate::parse)
                .orElse(null);
    }

    private static Map<String, String> firstChoice(FormVersion version, Answers answers) {
        return version.form().fields().stream()
                .filter(field -> field.type() != null && field.type().equals("select_one") && field.repeat() == null && !Marks.isSensitive(field))
                .flatMap(field -> version.form().lists().getOrDefault(field.list(), List.of()).stream()
                        .filter(option -> option.name().equals(answers.value(version.question(field)))))
                .findFirst()
                .map(Form.Option::label)
                .orElse(Map.of());
    }

    private static String at(FormVersion version, Form.Field field, String repeat, String row) {
        return repeat + "[" + row + "]" + version.question(field).substring(repeat.length());
    }

    private static String question(FormVersion version, String path) {
        return path.substring(version.form().root().length() + 2);
    }

    private static UUID id(String answer) {
        return answer.isEmpty() ? null : Id.of(answer);
    }
}
