package org.haki.forms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Id;
import org.haki.vault.KeyKind;
import org.haki.vault.Vault;
import org.springframework.stereotype.Component;

/** Answers that belong to a person: they stand in the vault, each under the key of whose they are. */
@Component
class OwnAnswers {

    private static final String PURPOSE = "answer";

    /** Answers taken apart: what stands in the section, and what belongs to people. */
    record Split(Answers open, Map<String, String> own) {}

    private final Vault vault;
    private final SubmissionRepository submissions;

    OwnAnswers(Vault vault, SubmissionRepository submissions) {
        this.vault = vault;
        this.submissions = submissions;
    }

    Split split(FormVersion form, Answers answers) {
        var open = new LinkedHashMap<String, String>();
        var own = new LinkedHashMap<String, String>();
        answers.values().forEach((place, value) -> {
            var field = form.field(place);
            (field != null && Marks.isOwn(field) ? own : open).put(place, value);
        });
        return new Split(new Answers(open, answers.rows()), own);
    }

    /** What was answered of people up to this version of the section. */
    Map<String, String> now(SectionOf of, int version) {
        var rows = submissions.own(of.caseId(), of.section()).stream().filter(row -> row.version() <= version).toList();
        vault.fetch(rows.stream().map(SubmissionRepository.Own::key).toList());
        var now = new LinkedHashMap<String, String>();
        for (var row : rows) {
            if (row.sealed() == null) {
                now.remove(row.place());
            } else {
                now.put(row.place(), vault.open(row.key(), row.id(), PURPOSE, row.sealed()));
            }
        }
        return now;
    }

    /** Keeps what changed, and that something was taken back. */
    void keep(SectionOf of, int version, FormVersion form, Map<String, String> own) {
        var before = now(of, Integer.MAX_VALUE);
        var keys = keys(of);
        var places = new LinkedHashSet<>(before.keySet());
        places.addAll(own.keySet());
        for (var place : places) {
            var value = own.get(place);
            if (java.util.Objects.equals(value, before.get(place))) {
                continue;
            }
            var field = form.field(place);
            var person = field == null ? "client" : Marks.person(field);
            var key = Marks.isClient(person) ? of.client() : keys.computeIfAbsent(person, _ -> vault.newKey(KeyKind.PERSON));
            var id = Id.next();
            submissions.insertOwn(new SubmissionRepository.Own(id, of.caseId(), of.section(), version, place, person, key,
                    vault.seal(key, id, PURPOSE, value)));
        }
    }

    /** The keys of the people of this case who are not its client, by their roles. */
    private Map<String, UUID> keys(SectionOf of) {
        var keys = new HashMap<String, UUID>();
        submissions.own(of.caseId(), "").forEach(row -> keys.putIfAbsent(row.role(), row.key()));
        return keys;
    }
}
