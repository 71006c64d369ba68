package org.haki.cases;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Which of the case types an organisation opens cases of. */
@Service
public class AdoptedTypes {

    static final String VERB = "settings.change";
    private static final Comparator<CaseType> ORDER = Comparator.comparing((CaseType type) -> !type.standard()).thenComparing(CaseType::key);

    private record Adoptions(List<CaseTypeRepository.Adopted> all) {}

    private final Work work;
    private final Audit audit;
    private final CaseTypes types;
    private final SheetForms sheets;
    private final CaseTypeRepository repository;
    private final OwnTypeRepository own;
    private final Clock clock;

    AdoptedTypes(Work work, Audit audit, CaseTypes types, SheetForms sheets, CaseTypeRepository repository, OwnTypeRepository own, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.types = types;
        this.sheets = sheets;
        this.repository = repository;
        this.own = own;
        this.clock = clock;
    }

    /** The types of which new cases may be opened now; inside work.as. The standard one where none was ever chosen. */
    public List<CaseType> now() {
        return keys().stream().map(types::find).flatMap(Optional::stream).sorted(ORDER).toList();
    }

    /** The types of which there may be cases: those adopted now, and those that were. */
    public List<CaseType> ever() {
        return ever(adoptions().stream().map(CaseTypeRepository.Adopted::key).collect(Collectors.toSet()));
    }

    /** The same, where it is known already which were ever adopted. */
    List<CaseType> ever(Set<String> ever) {
        return types.known(Stream.concat(Stream.of(types.standard().key()), ever.stream()).toList());
    }

    /** The type with this key, or the first of the organisation's where none is named; not found where it is not its own. */
    public CaseType choose(String key) {
        var now = now();
        return key == null || key.isEmpty()
                ? now.getFirst()
                : now.stream().filter(type -> type.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
    }

    /** The page on which an administrator chooses. */
    CaseTypesPage page(Actor actor) {
        return work.as(actor, VERB, () -> {
            var now = keys();
            var waiting = own.drafts().stream().map(draft -> new CaseTypesPage.Waiting(OwnTypeNames.name(actor.org(), draft.key()), draft.key())).toList();
            return new CaseTypesPage(types.of(actor.org()), now, waiting);
        });
    }

    /** From now on new cases may be of this type. */
    public void adopt(Actor actor, String key, Op op) {
        work.once(actor, VERB, op, () -> {
            var type = known(actor, key);
            types.newestOf(type.key()).ifPresent(sheets::ready);
            adopt(actor, type.key());
            audit.note("case_type.adopted", actor.org(), type.key());
            return "";
        });
    }

    /** From now on no new case is of this type; those there are go on. The last one stays. */
    public void stop(Actor actor, String key, Op op) {
        work.once(actor, VERB, op, () -> {
            var type = known(actor, key);
            var now = keys();
            if (!now.contains(type.key()) || now.size() == 1) {
                throw Problem.notNow();
            }
            repository.stop(type.key(), actor.person(), clock.instant());
            audit.note("case_type.stopped", actor.org(), type.key());
            return "";
        });
    }

    /** The same inside another deed, also of what is published in it. */
    void adopt(Actor actor, String key) {
        var at = clock.instant();
        keys().forEach(standing -> repository.adopt(standing, actor.person(), at));
        repository.adopt(key, actor.person(), at);
    }

    private CaseType known(Actor actor, String key) {
        return types.of(actor.org()).stream().filter(type -> type.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
    }

    /** The keys of those adopted now; a type whose folder is gone counts no more. */
    private Set<String> keys() {
        var keys = adoptions().stream().filter(one -> one.until() == null).map(CaseTypeRepository.Adopted::key)
                .collect(Collectors.toCollection(HashSet::new));
        keys.removeIf(key -> types.find(key).isEmpty());
        return keys.isEmpty() ? Set.of(types.standard().key()) : keys;
    }

    private List<CaseTypeRepository.Adopted> adoptions() {
        return Work.scope().remember(Adoptions.class, () -> new Adoptions(repository.adopted())).all();
    }
}
