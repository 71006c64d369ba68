package org.haki.cases;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Which of the case types an organisation opens cases of. */
@Service
public class AdoptedTypes {

    private static final String VERB = "settings.change";

    private record Adoptions(List<CaseTypeRepository.Adopted> all) {}

    private final Work work;
    private final Audit audit;
    private final CaseTypes types;
    private final CaseTypeRepository repository;
    private final Clock clock;

    AdoptedTypes(Work work, Audit audit, CaseTypes types, CaseTypeRepository repository, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.types = types;
        this.repository = repository;
        this.clock = clock;
    }

    /** The types of which new cases may be opened now; inside work.as. The standard one where none was ever chosen. */
    public List<CaseType> now() {
        var now = keys();
        return types.all().stream().filter(type -> now.contains(type.key())).toList();
    }

    /** The types of which there may be cases: those adopted now, and those that were. */
    public List<CaseType> ever() {
        return ever(adoptions().stream().map(CaseTypeRepository.Adopted::key).collect(Collectors.toSet()));
    }

    /** The same, where it is known already which were ever adopted. */
    List<CaseType> ever(Set<String> ever) {
        return types.known().stream().filter(type -> type.standard() || ever.contains(type.key())).toList();
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
            return new CaseTypesPage(types.all(), now);
        });
    }

    /** From now on new cases may be of this type. */
    public void adopt(Actor actor, String key, Op op) {
        work.once(actor, VERB, op, () -> {
            var type = known(key);
            var at = clock.instant();
            keys().forEach(standing -> repository.adopt(standing, actor.person(), at));
            repository.adopt(type.key(), actor.person(), at);
            audit.note("case_type.adopted", actor.org(), type.key());
            return "";
        });
    }

    /** From now on no new case is of this type; those there are go on. The last one stays. */
    public void stop(Actor actor, String key, Op op) {
        work.once(actor, VERB, op, () -> {
            var type = known(key);
            var now = keys();
            if (!now.contains(type.key()) || now.size() == 1) {
                throw Problem.notNow();
            }
            repository.stop(type.key(), actor.person(), clock.instant());
            audit.note("case_type.stopped", actor.org(), type.key());
            return "";
        });
    }

    private CaseType known(String key) {
        return types.all().stream().filter(type -> type.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
    }

    /** The keys of those adopted now; a type whose folder is gone counts no more. */
    private Set<String> keys() {
        var keys = adoptions().stream().filter(one -> one.until() == null).map(CaseTypeRepository.Adopted::key)
                .collect(Collectors.toCollection(HashSet::new));
        keys.retainAll(types.all().stream().map(CaseType::key).collect(Collectors.toSet()));
        return keys.isEmpty() ? Set.of(types.standard().key()) : keys;
    }

    private List<CaseTypeRepository.Adopted> adoptions() {
        return Work.scope().remember(Adoptions.class, () -> new Adoptions(repository.adopted())).all();
    }
}
