package org.haki.forms;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.CannotOpen;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered, save by save. A save is never changed; what is answered now is derived from the newest. Answers of people
 * stand in the vault alone, under their own keys: the section's instance has their nodes and no values.
 */
@Service
public class Submissions {

    /** A section of a case that was saved. */
    public record Newest(UUID caseId, String section) {}

    /** The source of a save that carried answers into other names; nobody gave or changed one. */
    public static final String CARRIED = "upgrade";

    private static final String INSTANCE = "submission";
    private static final String SENT = "submission.sent";
    private static final String ANSWERS = "answers";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Work work;
    private final Vault vault;
    private final Forms forms;
    private final OwnAnswers own;
    private final SubmissionRepository submissions;
    private final Clock clock;

    Submissions(Work work, Vault vault, Forms forms, OwnAnswers own, SubmissionRepository submissions, Clock clock) {
        this.work = work;
        this.vault = vault;
        this.forms = forms;
        this.own = own;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** The section as it stands. */
    public SavedSection now(Actor actor, SectionOf of) {
        return work.as(actor, "case.read", () -> submissions.now(of.caseId(), of.section())
                .map(row -> saved(of, row, own.now(of, Integer.MAX_VALUE)))
                .orElse(SavedSection.NONE));
    }

    /** Every section of the case that was saved, without the answers that belong to people. */
    public Map<String, SavedSection> all(Actor actor, UUID caseId, UUID key) {
        return work.as(actor, "case.see", () -> {
            var all = new HashMap<String, SavedSection>();
            submissions.now(caseId).forEach(row ->
                    all.put(row.section(), saved(row, standingOrNone(key, row))));
            return all;
        });
    }

    /** Those of these sections that were saved, of the cases with these keys, without the answers that belong to people. */
    public Map<UUID, Map<String, SavedSection>> ofCases(Actor actor, Map<UUID, UUID> keys, Collection<String> sections) {
        return work.as(actor, "case.see", () -> {
            var all = new HashMap<UUID, Map<String, SavedSection>>();
            vault.fetch(keys.values());
            submissions.now(keys.keySet(), sections).forEach(row -> all.computeIfAbsent(row.caseId(), _ -> new HashMap<>())
                    .put(row.section(), saved(row, standingOrNone(keys.get(row.caseId()), row))));
            return all;
        });
    }

    /** The answers as they stood in this version. */
    public Answers at(Actor actor, SectionOf of, int version) {
        return work.as(actor, "case.read", () -> version == 0 ? Answers.NONE : submissions.of(of.caseId(), of.section()).stream()
                .filter(row -> row.version() == version)
                .findFirst()
                .map(row -> whole(of, row))
                .orElseThrow(Problem::stale));
    }

    /** From here until the commit nobody else saves this section. */
    public void lock(Actor actor, SectionOf of) {
        work.as(actor, "case.write", () -> submissions.lock(of.caseId(), of.section()));
    }

    /** Saves the section; whoever saves holds its {@link #lock} and merged what stands there. Answers its version. */
    public int save(Actor actor, SectionOf of, SaveSection said) {
        return work.as(actor, "case.write", () -> {
            var before = submissions.now(of.caseId(), of.section());
            var now = clock.instant();
            var id = Id.next();
            int version = before.map(SubmissionRepository.Now::version).orElse(0) + 1;
            var split = own.split(said.form(), said.answers());
            var instance = seal(of, id, INSTANCE, AnswersXml.write(said.form(), split.open()));
            var sent = said.sent() == null ? null : seal(of, id, SENT, AnswersXml.write(said.form(), own.split(said.form(), said.sent()).open()));
            var row = new SubmissionRepository.Row(id, of.caseId(), of.section(), said.form().hash(), version, said.base(), said.op(),
                    instance, sent, said.source(), said.happenedAt(), now, actor.person());
            submissions.insert(row);
            derive(of.key(), row, split.open(), said.coded());
            own.keep(of, version, said.form(), split.own());
            return version;
        });
    }

    /** How each answer of the section came about. */
    public SectionPast history(Actor actor, SectionOf of) {
        return work.as(actor, "case.read", () -> {
            var changes = new ArrayList<AnswerChange>();
            var carried = new HashMap<UUID, Integer>();
            var before = Answers.NONE;
            for (var row : submissions.of(of.caseId(), of.section())) {
                var after = whole(of, row);
                if (row.source().equals(CARRIED)) {
                    carried.put(row.op(), row.version());
                } else {
                    changes(row, before, after, changes);
                }
                before = after;
            }
            return new SectionPast(List.copyOf(changes.reversed()), carried);
        });
    }

    private static void changes(SubmissionRepository.Row row, Answers before, Answers after, List<AnswerChange> changes) {
        var places = new LinkedHashSet<>(before.values().keySet());
        places.addAll(after.values().keySet());
        for (var place : places) {
            if (!before.value(place).equals(after.value(place))) {
                changes.add(new AnswerChange(place, after.value(place), row.happenedAt(), row.by(), row.source(), row.form(), row.version()));
            }
        }
    }

    /** The newest save of every section, after this one; so that all can be gone through in parts. */
    public List<Newest> newest(Actor actor, Newest after, int limit) {
        return work.as(actor, "case.read", () -> submissions.newest(after.caseId(), after.section(), limit).stream()
                .map(row -> new Newest(row.caseId(), row.section()))
                .toList());
    }

    /** Derives what the section answers now from its newest save anew. Answers whether it stood there just so. */
    public boolean derive(Actor actor, Newest of, UUID key, boolean coded) {
        return work.as(actor, "case.read", () -> {
            var row = submissions.of(of.caseId(), of.section()).getLast();
            var answers = open(key, row);
            var before = submissions.now(row.caseId(), row.section());
            boolean same = before.isPresent() && before.get().submission().equals(row.id()) && before.get().version() == row.version()
                    && stands(key, before.get(), answers) && JSON.readTree(before.get().coded()).equals(JSON.readTree(coded(row, answers, coded)));
            if (!same) {
                derive(key, row, answers, coded);
            }
            return same;
        });
    }

    private boolean stands(UUID key, SubmissionRepository.Now row, Answers answers) {
        try {
            return read(key, row).equals(answers);
        } catch (CannotOpen | JacksonException spoiled) {
            return false;
        }
    }

    private void derive(UUID key, SubmissionRepository.Row row, Answers answers, boolean coded) {
        var sealed = vault.seal(key, row.id(), ANSWERS, JSON.writeValueAsBytes(answers));
        submissions.keep(new SubmissionRepository.Now(row.caseId(), row.section(), row.form(), row.version(), row.id(), sealed,
                coded(row, answers, coded), row.recordedAt(), row.by()));
    }

    private String coded(SubmissionRepository.Row row, Answers answers, boolean coded) {
        return JSON.writeValueAsString(coded ? CodedAnswers.of(forms.version(row.form()), answers) : Map.of());
    }

    private Answers whole(SectionOf of, SubmissionRepository.Row row) {
        return with(open(of.key(), row), own.now(of, row.version()));
    }

    private Answers open(UUID key, SubmissionRepository.Row row) {
        var form = forms.version(row.form());
        var xml = vault.open(key, row.id(), INSTANCE, row.instance());
        return AnswersXml.read(form, xml.getBytes(StandardCharsets.UTF_8)).answers();
    }

    private SavedSection saved(SectionOf of, SubmissionRepository.Now row, Map<String, String> owned) {
        return saved(row, with(standing(of.key(), row), owned));
    }

    private static SavedSection saved(SubmissionRepository.Now row, Answers answers) {
        return new SavedSection(row.version(), row.form(), answers, row.at(), row.by());
    }

    private Answers read(UUID key, SubmissionRepository.Now row) {
        return JSON.readValue(vault.openBytes(key, row.submission(), ANSWERS, row.sealed()), Answers.class);
    }

    /** What is derived and damaged is derived from its save once more; where that is damaged, too, the section does not open. */
    private Answers standing(UUID key, SubmissionRepository.Now row) {
        try {
            return read(key, row);
        } catch (CannotOpen damaged) {
            return submissions.of(row.caseId(), row.section()).stream().filter(save -> save.id().equals(row.submission())).findFirst()
                    .map(save -> open(key, save)).orElseThrow(() -> damaged);
        }
    }

    /** As {@link #standing}, for many sections at once: one that does not open leaves the others as they are. */
    private Answers standingOrNone(UUID key, SubmissionRepository.Now row) {
        try {
            return standing(key, row);
        } catch (CannotOpen damaged) {
            return Answers.NONE;
        }
    }

    private static Answers with(Answers open, Map<String, String> owned) {
        if (owned.isEmpty()) {
            return open;
        }
        var values = new LinkedHashMap<>(open.values());
        values.putAll(owned);
        return new Answers(values, open.rows());
    }

    private Sealed seal(SectionOf of, UUID id, String purpose, String text) {
        return vault.seal(of.key(), id, purpose, text);
    }
}
