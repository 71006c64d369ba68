package org.haki.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.people.PersonCases;
import org.springframework.stereotype.Component;

/** Tells the register in which cases people are, as far as the actor may see them. */
@Component
class PersonPlaces implements PersonCases {

    private final Work work;
    private final Audit audit;
    private final CaseTypes types;
    private final PartyRepository parties;

    PersonPlaces(Work work, Audit audit, CaseTypes types, PartyRepository parties) {
        this.work = work;
        this.audit = audit;
        this.types = types;
        this.parties = parties;
    }

    @Override
    public Map<UUID, List<InCase>> of(Actor actor, Collection<UUID> people) {
        return work.as(actor, "case.see", () -> {
            var places = people.isEmpty() ? List.<PartyRepository.Place>of() : parties.ofPeople(people);
            audit.shows(places.stream().map(place -> place.file().id()).toList());
            var found = new HashMap<UUID, List<InCase>>();
            places.forEach(place -> {
                var file = place.file();
                var label = types.of(file).parties().get(place.role());
                found.computeIfAbsent(place.person(), _ -> new ArrayList<>()).add(new InCase(
                        file.code(), file.path(), file.status().key(), label == null ? Map.of("en", place.role()) : label.byLanguage()));
            });
            return found;
        });
    }
}
