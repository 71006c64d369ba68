package org.haki.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.people.PersonCases;
import org.springframework.stereotype.Component;

/** Tells the register in which cases people are, as far as the actor may see them. */
@Component
class PersonPlaces implements PersonCases {

    private final Work work;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final PartyRepository parties;

    PersonPlaces(Work work, CaseFiles cases, CaseTypes types, PartyRepository parties) {
        this.work = work;
        this.cases = cases;
        this.types = types;
        this.parties = parties;
    }

    @Override
    public Map<UUID, List<InCase>> of(Actor actor, Collection<UUID> people) {
        return work.as(actor, "case.see", () -> {
            var places = people.isEmpty() ? List.<PartyRepository.Row>of() : parties.ofPeople(people);
            var seen = cases.byIds(actor, places.stream().map(PartyRepository.Row::caseId).distinct().toList());
            var found = new HashMap<UUID, List<InCase>>();
            places.stream().filter(place -> seen.containsKey(place.caseId())).forEach(place -> {
                var file = seen.get(place.caseId());
                var label = types.of(file).parties().get(place.role());
                found.computeIfAbsent(place.person(), _ -> new ArrayList<>()).add(new InCase(
                        file.code(), file.path(), file.status().key(), label == null ? Map.of("en", place.role()) : label.byLanguage()));
            });
            return found;
        });
    }
}
