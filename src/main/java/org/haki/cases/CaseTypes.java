package org.haki.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.forms.FormEngine;
import org.haki.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The case types that this installation knows: those in its folders, found at its start, those that organisations published as
 * their own, and every version that was published before, for the cases that were opened with it. Each is read when it is first
 * needed.
 */
@Component
public class CaseTypes {

    private final List<PublishedType> folders;
    /** Every version by its number, by the key of its type. */
    private final Map<String, NavigableMap<Integer, PublishedType>> known = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final CaseTypeRepository repository;
    private final TransactionTemplate apart;
    private final Clock clock;

    CaseTypes(@Value("${haki.case-types}") List<String> patterns, FormEngine engine, CaseTypeRepository repository,
            TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.apart = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var rows = transaction.execute(_ -> repository.published());
        this.folders = CaseTypeFolders.read(patterns, engine, rows);
        folders.forEach(this::know);
        learn(rows);
        transaction.executeWithoutResult(_ -> publish(rows));
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
        return find(file.type()).filter(type -> type.version() > file.typeVersion()
                && type.upgrades().stream().anyMatch(upgrade -> upgrade.from() == file.typeVersion()));
    }

    /** The type of a case with the words of its older versions: what was told in them is read in them. */
    CaseType withOlderWords(CaseFile file) {
        return versions(file.type()).stream()
                .map(PublishedType::type)
                .sorted(Comparator.comparing((CaseType type) -> type.version() != file.typeVersion()).thenComparing(CaseType::version, Comparator.reverseOrder()))
                .reduce(CaseType::withWordsOf)
                .orElseThrow();
    }

    /** Whether cases of this type may be of different versions: then a case may get another while somebody waits for it. */
    public boolean hasVersions(String key) {
        return versions(key).size() > 1;
    }

    /** The newest version of the type with this key, or of the standard one where none is named. */
    public CaseType newest(String key) {
        return key == null || key.isEmpty() ? standard() : find(key).orElseThrow(() -> new IllegalStateException("There is no case type " + key));
    }

    /** The newest version of the type with this key, where there is one of which new cases may be opened. */
    public Optional<CaseType> find(String key) {
        return newestOf(key).map(PublishedType::type);
    }

    /** The same with its files; a type whose folder is gone has none. */
    Optional<PublishedType> newestOf(String key) {
        return folders.stream().filter(type -> type.key().equals(key)).findFirst()
                .or(() -> versions(key).stream().filter(type -> type.owner() != null).findFirst());
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

    /** The same, and the types that are this organisation's own. */
    public List<CaseType> of(UUID organisation) {
        var own = known.values().stream().map(versions -> versions.lastEntry().getValue())
                .filter(type -> organisation.equals(type.owner())).map(PublishedType::type).sorted(Comparator.comparing(CaseType::key));
        return Stream.concat(all().stream(), own).toList();
    }

    /** The types in the folders, with their workbooks. */
    List<PublishedType> inFolders() {
        return folders;
    }

    /** The newest version of each type with one of these keys that was ever published here: also of those whose folder is gone. */
    List<CaseType> known(Collection<String> keys) {
        var found = new ArrayList<>(all().stream().filter(type -> keys.contains(type.key())).toList());
        keys.stream().distinct().sorted().filter(key -> found.stream().noneMatch(type -> type.key().equals(key)))
                .forEach(key -> versions(key).stream().findFirst().map(PublishedType::type).ifPresent(found::add));
        return found;
    }

    /** The class over all types of an outcome, as the newest version that has it says; unknown where none does. */
    public String classOf(String key, String outcome) {
        return versions(key).stream()
                .map(type -> type.type().outcomes().get(outcome))
                .filter(Objects::nonNull)
                .findFirst()
                .map(CaseType.Outcome::kind)
                .orElse("unknown");
    }

    /** By the key of each type that is everybody's or this organisation's the outcomes that are of this class. */
    public Map<String, Set<String>> outcomesOf(String kind, UUID organisation) {
        return known.values().stream()
                .flatMap(versions -> versions.values().stream())
                .filter(type -> type.owner() == null || type.owner().equals(organisation))
                .map(PublishedType::type)
                .flatMap(type -> type.outcomes().keySet().stream()
                        .filter(outcome -> classOf(type.key(), outcome).equals(kind))
                        .map(outcome -> Map.entry(type.key(), outcome)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    PublishedType published(String key, int version) {
        return versions(key).stream().filter(type -> type.is(key, version)).findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no case type " + key + " in version " + version));
    }

    /** Every version of this type, the newest first. */
    List<PublishedType> versions(String key) {
        var versions = known.get(key);
        return versions == null ? List.of() : List.copyOf(versions.descendingMap().values());
    }

    /** A case is opened with this version, which from now on never changes. */
    void use(CaseType type) {
        if (used.add(type.key() + " " + type.version())) {
            keep(published(type.key(), type.version()));
            repository.use(type, clock.instant());
        }
    }

    /** Whether it is in the database: what Haki brings comes there when somebody adopts it. */
    boolean isKept(PublishedType type) {
        return kept.contains(type.key() + " " + type.version());
    }

    /** Publishes it where it is not yet, whatever becomes of the deed that needs it. */
    void keep(PublishedType type) {
        if (!isKept(type)) {
            apart.executeWithoutResult(_ -> refuseChanged(Stream.of(type).filter(one -> !isPublished(one)).toList()));
        }
    }

    /** Something else that has to stand whatever becomes of the deed that needs it. */
    void apart(Runnable deed) {
        apart.executeWithoutResult(_ -> deed.run());
    }

    /** Reads which versions were published since. */
    void learn() {
        learn(apart.execute(_ -> repository.published()));
    }

    private void learn(List<CaseTypeRepository.Row> rows) {
        rows.forEach(row -> {
            kept.add(row.key() + " " + row.version());
            know(PublishedType.again(row));
        });
    }

    private void know(PublishedType type) {
        known.computeIfAbsent(type.key(), _ -> new ConcurrentSkipListMap<>()).putIfAbsent(type.version(), type);
    }

    /** What lies in a folder and is new there; what Haki brings only where somebody had it before. */
    private void publish(List<CaseTypeRepository.Row> rows) {
        var before = new HashSet<String>();
        rows.forEach(row -> before.add(row.key()));
        refuseChanged(folders.stream()
                .filter(type -> rows.stream().noneMatch(row -> row.is(type.key(), type.version()) && row.hash().equals(type.hash())))
                .filter(type -> before.contains(type.key()) || !type.isPutOff())
                .filter(type -> !isPublished(type))
                .toList());
    }

    private boolean isPublished(PublishedType type) {
        boolean published = repository.publish(type, clock.instant()).equals(type.hash());
        kept.add(type.key() + " " + type.version());
        return published;
    }

    private static void refuseChanged(List<PublishedType> changed) {
        if (!changed.isEmpty()) {
            throw new Refusal("A case type changed under its version:\n" + changed.stream()
                    .map(type -> "casetypes/" + type.key() + "/casetype.yaml: version " + type.version()
                            + " was changed, and cases were opened with it. Raise \"version\", or take the change back.")
                    .collect(Collectors.joining("\n")));
        }
    }
}
