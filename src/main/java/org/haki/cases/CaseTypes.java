package org.haki.cases;

import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.haki.forms.FormEngine;
import org.haki.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The case types that this installation knows: those in its folders, read and published at its start, and the older
 * versions that were published before, for the cases that were opened with them.
 */
@Component
public class CaseTypes {

    private final List<PublishedType> folders;
    private final List<PublishedType> published;
    private final CaseTypeRepository repository;
    private final Clock clock;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    CaseTypes(@Value("${haki.case-types}") List<String> patterns, FormEngine engine, CaseTypeRepository repository,
            TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.folders = CaseTypeFolders.read(patterns, engine);
        this.published = transaction.execute(_ -> publish());
    }

    /** The type with this key and version. */
    public CaseType of(String key, int version) {
        return published(key, version).type();
    }

    /** The type of a case. */
    public CaseType of(CaseFile file) {
        return of(file.type(), file.typeVersion());
    }

    /** The newest version of the case's type, where it is newer than the case's and says where its names went. */
    Optional<CaseType> newer(CaseFile file) {
        return all().stream()
                .filter(type -> type.key().equals(file.type()) && type.version() > file.typeVersion()
                        && type.upgrades().stream().anyMatch(upgrade -> upgrade.from() == file.typeVersion()))
                .findFirst();
    }

    /** The type of a case with the words of its older versions: what was told in them is read in them. */
    CaseType withOlderWords(CaseFile file) {
        return published.stream()
                .map(PublishedType::type)
                .filter(type -> type.key().equals(file.type()))
                .sorted(Comparator.comparing((CaseType type) -> type.version() != file.typeVersion()).thenComparing(CaseType::version, Comparator.reverseOrder()))
                .reduce(CaseType::withWordsOf)
                .orElseThrow();
    }

    /** Whether cases of this type may be of different versions: then a case may get another while somebody waits for it. */
    public boolean hasVersions(String key) {
        return published.stream().filter(type -> type.type().key().equals(key)).count() > 1;
    }

    /** The newest version of the type with this key, or of the standard one where none is named. */
    public CaseType newest(String key) {
        return key == null || key.isEmpty() ? standard() : all().stream().filter(type -> type.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no case type " + key));
    }

    /** The type that an organisation has before it adopts any. */
    public CaseType standard() {
        return all().stream().filter(CaseType::standard).findFirst().orElseThrow();
    }

    /** The newest version of every type in the folders, the standard one first. */
    public List<CaseType> all() {
        return folders.stream()
                .map(PublishedType::type)
                .sorted(Comparator.comparing((CaseType type) -> !type.standard()).thenComparing(CaseType::key))
                .toList();
    }

    /** The types in the folders, with their workbooks. */
    List<PublishedType> inFolders() {
        return folders;
    }

    /** The newest version of every type that was ever published here: also of those whose folder is gone. */
    List<CaseType> known() {
        var known = new ArrayList<>(all());
        published.stream().map(PublishedType::type)
                .sorted(Comparator.comparing(CaseType::version).reversed())
                .filter(type -> known.stream().noneMatch(other -> other.key().equals(type.key())))
                .forEach(known::add);
        return known;
    }

    /** The class over all types of an outcome, as the newest version that has it says; unknown where none does. */
    public String classOf(String key, String outcome) {
        return published.stream()
                .map(PublishedType::type)
                .filter(type -> type.key().equals(key) && type.outcomes().containsKey(outcome))
                .max(Comparator.comparing(CaseType::version))
                .map(type -> type.outcomes().get(outcome).kind())
                .orElse("unknown");
    }

    /** By the key of each type the outcomes that are of this class. */
    public Map<String, Set<String>> outcomesOf(String kind) {
        return published.stream()
                .map(PublishedType::type)
                .flatMap(type -> type.outcomes().keySet().stream()
                        .filter(outcome -> classOf(type.key(), outcome).equals(kind))
                        .map(outcome -> Map.entry(type.key(), outcome)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    PublishedType published(String key, int version) {
        return published.stream().filter(type -> type.is(key, version)).findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no case type " + key + " in version " + version));
    }

    /** A case is opened with this version, which from now on never changes. */
    void use(CaseType type) {
        if (used.add(type.key() + " " + type.version())) {
            repository.use(type, clock.instant());
        }
    }

    private List<PublishedType> publish() {
        var now = clock.instant();
        var changed = folders.stream()
                .filter(type -> !repository.publish(type, now).equals(type.hash()))
                .map(type -> "casetypes/" + type.type().key() + "/casetype.yaml: version " + type.type().version()
                        + " was changed, and cases were opened with it. Raise \"version\", or take the change back.")
                .toList();
        if (!changed.isEmpty()) {
            throw new Refusal("A case type changed under its version:\n" + String.join("\n", changed));
        }
        var all = new ArrayList<>(folders);
        repository.published().stream()
                .filter(row -> folders.stream().noneMatch(type -> type.is(row.key(), row.version())))
                .map(CaseTypes::again)
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** What was published once was proved then. */
    private static PublishedType again(CaseTypeRepository.Row row) {
        var file = row.key() + ", version " + row.version() + ", as it was published";
        var type = new CaseTypeReader(new Findings(file)).read(file, new StringReader(row.definition()));
        if (type == null) {
            throw new Refusal("The case type " + file + " cannot be read from the database.");
        }
        return new PublishedType(type, row.definition(), row.questions(), Map.of(), row.hash());
    }
}
